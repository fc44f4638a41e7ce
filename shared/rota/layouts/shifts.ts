import { type AxisEntry, type MonthHint, resolveAxis } from '../axis.ts';
import { civilOf, DAY, isoDay, validDay } from '../civil.ts';
import type { TimeRow } from '../claims.ts';
import { excerpt, isEmpty, textOf } from '../fold.ts';
import { cellMinutes } from '../hours.ts';
import type { Reading } from '../reading.ts';
import type { Table } from '../table.ts';
import { type DatedRow, datedRows, isDoubted, reportEntry, rowHours } from './rows.ts';
import { usualStep } from './weeks.ts';

type DateEntry = Extract<AxisEntry, { kind: 'date' }>;

interface Shift {
  readonly dated: DatedRow;
  readonly start: DateEntry;
  /** Null when the end is missing or wrong. */
  readonly end: Pick<DateEntry, 'day' | 'minutes'> | null;
  readonly endCell: string;
}

/**
 * Start and end. Times hold as written; of dates alone the end day is included, unless most rows end on the day the
 * next one starts: then ends are exclusive, which is said once.
 */
export function shiftRows(
  table: Table,
  hint: MonthHint,
  reading: Reading,
  filled: (row: number) => boolean,
): TimeRow[] {
  const dated = readShifts(table, hint, reading, filled);
  const timed = hasTimes(table, dated);
  const shifts = timed ? dated.flatMap((shift) => withTimes(table, shift, reading)) : dated;
  const exclusive = endsExclusive(shifts);
  if (exclusive && shifts[0]) {
    const cell = table.view.address(Math.max(0, table.header.bottom), endColumn(table));
    reading.report({ code: 'exclusive-ends', cell, tab: table.view.gid, detail: { tab: table.view.tab } });
  }
  const startOf = ({ start }: Shift) => start.day * DAY + (start.minutes ?? reading.handover);
  const starts = [...new Set(shifts.map(startOf))].sort((a, b) => a - b);
  const step = usualStep(starts);
  return shifts.flatMap((shift): TimeRow[] => {
    const hours = timed ? null : rowHours(table, shift.dated.row, reading);
    if (hours === 'bad') return [];
    const from = startOf(shift);
    // An end that nobody wrote is reported; until then the next start ends the shift.
    const to = shift.end
      ? endOf(shift.end, exclusive, reading)
      : Math.min(starts.find((start) => start > from) ?? from + step, from + step);
    if (to <= from) {
      reportBackwards(table, shift, from, reading);
      return [];
    }
    reportEntry(table, shift.dated, table.axis.column, { from, to }, reading);
    const startCell = table.view.address(shift.dated.row, table.axis.column);
    const endDay = Math.max(shift.start.day + 1, Math.ceil((to - reading.handover) / DAY));
    return [
      {
        row: shift.dated.row,
        from,
        to,
        firstDay: shift.start.day,
        endDay,
        hours,
        limit: null,
        startCell,
        endCell: shift.endCell,
        recurring: false,
        doubted: isDoubted(shift.start),
      },
    ];
  });
}

const endColumn = ({ axis }: Table): number => (axis.end >= 0 ? axis.end : axis.column);

function endOf(end: NonNullable<Shift['end']>, exclusive: boolean, reading: Reading): number {
  if (end.minutes !== null) return end.day * DAY + end.minutes;
  return (end.day + (exclusive ? 0 : 1)) * DAY + reading.handover;
}

function readShifts(
  table: Table,
  hint: MonthHint,
  reading: Reading,
  filled: (row: number) => boolean,
): Shift[] {
  const { view, axis } = table;
  const rows = datedRows(table, hint, reading, filled);
  if (axis.end < 0) {
    const cell = (row: number) => view.address(row, axis.column);
    return rows.map((dated) => ({
      dated,
      start: dated.entry,
      end: { day: dated.entry.lastDay ?? dated.entry.day, minutes: dated.entry.lastMinutes },
      endCell: cell(dated.row),
    }));
  }
  // Starts stand before their ends as dated neighbours, so that a text end finds its year.
  const cells = rows.flatMap(({ row, entry }) => [
    { cell: { kind: 'date' as const, date: isoDay(entry.day), text: '' }, weekday: null, month: null },
    {
      cell: view.at(row, axis.end),
      weekday: null,
      month: hint.month === null ? null : { year: civilOf(entry.day).year, month: civilOf(entry.day).month },
    },
  ]);
  const entries = resolveAxis(cells, hint, reading.today);
  return rows.map((dated, index) => {
    const endCell = view.address(dated.row, axis.end);
    const entry = entries[index * 2 + 1] ?? { kind: 'none' };
    const end = entry.kind === 'date' ? { day: entry.day, minutes: entry.minutes } : null;
    reportEnd(table, dated, entry, reading);
    return { dated, start: dated.entry, end, endCell };
  });
}

function reportEnd(
  { view, axis }: Table,
  { row, entry: start }: DatedRow,
  entry: AxisEntry,
  reading: Reading,
): void {
  const place = { cell: view.address(row, axis.end), tab: view.gid };
  if (entry.kind === 'none') reading.report({ ...place, code: 'bad-date', detail: { text: '' } });
  if (entry.kind === 'bad') reading.report({ ...place, ...entry.remark });
  if (entry.kind !== 'date') return;
  const [from, to] = [start.day * DAY, (entry.day + 1) * DAY].map(reading.zone.toEpoch);
  for (const remark of entry.remarks) {
    reading.report({
      ...place,
      ...remark,
      ...(from !== undefined && to !== undefined && to > from && { from, to }),
    });
  }
}

/** Dates and times in columns of their own say when a shift starts and ends, unless they are a week's daily hours. */
function hasTimes({ view, axis }: Table, shifts: readonly Shift[]): boolean {
  if (axis.end < 0 || axis.startTime < 0 || axis.endTime < 0) return false;
  const daily = shifts.filter(({ dated: { row }, start, end }) => {
    const [from, to] = [axis.startTime, axis.endTime].map((column) => cellMinutes(view.at(row, column)));
    return end && end.day - start.day >= 2 && (from ?? 0) < (to ?? 0);
  });
  return axis.startTime < axis.end || daily.length * 2 <= shifts.length;
}

/** A time that cannot be read is told, and the row is not used. */
function withTimes({ view, axis }: Table, shift: Shift, reading: Reading): Shift[] {
  const [start, end] = [axis.startTime, axis.endTime].map((column) => {
    const cell = view.at(shift.dated.row, column);
    const minutes = cellMinutes(cell);
    if (minutes === null && !isEmpty(cell))
      reading.report({
        code: 'bad-hours',
        cell: view.address(shift.dated.row, column),
        tab: view.gid,
        detail: { text: excerpt(textOf(cell)) },
      });
    return minutes === null && !isEmpty(cell) ? 'bad' : minutes;
  });
  if (start === 'bad' || end === 'bad') return [];
  return [
    {
      ...shift,
      start: { ...shift.start, minutes: start ?? shift.start.minutes },
      end: shift.end && { ...shift.end, minutes: end ?? shift.end.minutes },
    },
  ];
}

/** Most rows end on the day the next one starts. Rows that start together are one step. */
function endsExclusive(shifts: readonly Shift[]): boolean {
  const plain = shifts.filter(({ start, end }) => end && start.minutes === null && end.minutes === null);
  const ordered = plain.toSorted((a, b) => a.start.day - b.start.day);
  let [pairs, touching] = [0, 0];
  for (const [index, shift] of ordered.entries()) {
    const next = ordered.slice(index + 1, index + 50).find(({ start }) => start.day > shift.start.day);
    if (!next || !shift.end) continue;
    pairs++;
    if (shift.end.day === next.start.day) touching++;
  }
  return touching * 2 > pairs;
}

function reportBackwards(
  table: Table,
  { dated, start, end, endCell }: Shift,
  from: number,
  reading: Reading,
): void {
  if (!end) return;
  const { year, month, day } = civilOf(end.day);
  const nextYear = validDay(year + 1, month, day);
  const rolled = nextYear !== null && nextYear >= start.day && nextYear - start.day < 62;
  const cell = isEmpty(table.view.at(dated.row, endColumn(table)))
    ? ''
    : textOf(table.view.at(dated.row, endColumn(table)));
  reading.report({
    code: rolled ? 'year-rollover' : 'bad-date',
    cell: endCell,
    tab: table.view.gid,
    from: reading.zone.toEpoch(from),
    detail: rolled
      ? { date: isoDay(end.day), expected: isoDay(nextYear) }
      : { text: excerpt(cell), before: isoDay(start.day) },
  });
}
