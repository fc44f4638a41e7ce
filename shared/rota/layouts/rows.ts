import type { AxisCell, AxisEntry, MonthHint } from '../axis.ts';
import { resolveAxis } from '../axis.ts';
import { DAY, dayFromIso, weekdayOf } from '../civil.ts';
import type { TimeRow } from '../claims.ts';
import { monthTitle } from '../date-text.ts';
import { weekdayIn } from '../days.ts';
import { excerpt, fold, isEmpty, textOf } from '../fold.ts';
import { readHeaderCell } from '../header.ts';
import { cellMinutes, type Hours, hoursBetween, hoursIn } from '../hours.ts';
import type { Reading } from '../reading.ts';
import type { Table } from '../table.ts';

const SAMPLED_ROWS = 400;

/** A row with its date, before the layout says how long it holds. */
export interface DatedRow {
  readonly row: number;
  readonly entry: Extract<AxisEntry, { kind: 'date' }>;
}

/** What stands in the axis column of a row, with the weekday beside it and the month it belongs to. */
function axisCells(table: Table, hint: MonthHint): AxisCell[] {
  const { view, axis, first } = table;
  let month: MonthHint | null = hint.month === null ? null : hint;
  const cells: AxisCell[] = [];
  for (let row = first; row < view.height; row++) {
    month = monthBeside(table, row) ?? month;
    cells.push({ cell: view.at(row, axis.column), weekday: weekdayBeside(table, row), month });
  }
  return cells;
}

function weekdayBeside({ view, axis }: Table, row: number): number | null {
  if (axis.weekday < 0) return null;
  return weekdayIn(
    textOf(view.at(row, axis.weekday)).replace(/[・/ ]?[(（]?(?:祝日?|休日?|振休|holiday)[)）]?$/i, ''),
  );
}

/** A 月 column, or a month's title in a column left of the day numbers. */
function monthBeside({ view, axis }: Table, row: number): MonthHint | null {
  if (axis.kind !== 'number') return null;
  if (axis.month >= 0) {
    const month = Number(/^(\d{1,2})月?$/.exec(fold(textOf(view.at(row, axis.month))))?.[1] ?? 0);
    const year =
      axis.year >= 0 ? Number(/^(\d{4})年?$/.exec(fold(textOf(view.at(row, axis.year))))?.[1] ?? 0) : 0;
    if (month >= 1 && month <= 12) return { year: year > 0 ? year : null, month };
  }
  for (let column = 0; column < Math.min(axis.column, 6); column++) {
    const title = monthTitle(textOf(view.at(row, column)), true);
    if (title) return title;
  }
  return null;
}

/**
 * The rows that have a date, with what is wrong in the others told. `filled` says whether somebody is named in a row:
 * a row without date and people is only a blank or a note.
 */
export function datedRows(
  table: Table,
  hint: MonthHint,
  reading: Reading,
  filled: (row: number) => boolean,
): DatedRow[] {
  const cells = axisCells(table, hint);
  const entries = resolveAxis(cells, hint, reading.today);
  const runsOn = runsOnByWeekday(table);
  let written: DatedRow['entry'] | null = null;
  let carried: DatedRow['entry'] | null = null;
  return entries.flatMap((entry, index): DatedRow[] => {
    const row = table.first + index;
    if (!table.accepts(row)) return [];
    if (entry.kind === 'date') {
      written = entry;
      carried = entry;
      return [{ row, entry }];
    }
    const next =
      runsOn && entry.kind === 'none' ? dayAfter(written, carried, cells[index]?.weekday ?? null) : null;
    if (next) {
      carried = next;
      return [{ row, entry: next }];
    }
    // Several shifts of one day often carry the date only once.
    if (entry.kind === 'none' && carried && hasOwnHours(table, row))
      return [{ row, entry: { ...carried, remarks: [] } }];
    if (filled(row)) reportUndated(table, row, entry, reading);
    return [];
  });
}

/** Whether the date stands only at the first day of each week and weekdays count on from it. */
export function runsOnByWeekday(table: Table): boolean {
  const { view, axis, first } = table;
  if (axis.kind !== 'date') return false;
  let [dated, counted] = [0, 0];
  for (let row = first; row < Math.min(view.height, first + SAMPLED_ROWS); row++) {
    if (!isEmpty(view.at(row, axis.column))) dated++;
    else if (weekdayBeside(table, row) !== null) counted++;
  }
  return counted > 2 * dated;
}

/** The day of a weekday in the six days after a written date, and after the last row; null for any other weekday. */
function dayAfter(
  written: DatedRow['entry'] | null,
  last: DatedRow['entry'] | null,
  weekday: number | null,
): DatedRow['entry'] | null {
  if (!written || !last || weekday === null) return null;
  const day = written.day + ((weekday - weekdayOf(written.day) + 7) % 7);
  return day > last.day ? { ...written, day, lastDay: null, remarks: [] } : null;
}

function reportUndated({ view, axis }: Table, row: number, entry: AxisEntry, reading: Reading): void {
  if (
    entry.kind === 'bad' &&
    entry.remark.code === 'bad-date' &&
    !/\p{N}/u.test(textOf(view.at(row, axis.column))) &&
    readHeaderCell(view.at(row, axis.column)).role !== 'unknown'
  )
    return;
  const remark = entry.kind === 'bad' ? entry.remark : { code: 'bad-date' as const, detail: { text: '' } };
  reading.report({ ...remark, cell: view.address(row, axis.column), tab: view.gid });
}

/** Whether a duty cell of the row says anything. */
export const dutyFilled = (table: Table) => (row: number) =>
  table.duties.some(({ index, quiet }) => !quiet && !isEmpty(table.view.at(row, index)));

function hasOwnHours({ view, axis }: Table, row: number): boolean {
  return [axis.hours, axis.startTime, axis.endTime].some(
    (column) => column >= 0 && !isEmpty(view.at(row, column)),
  );
}

/** Hours that the row itself says; `bad` when they cannot be read. */
export function rowHours(table: Table, row: number, reading: Reading): Hours | null | 'bad' {
  const { view, axis } = table;
  const bad = (column: number): 'bad' => {
    const cell = view.at(row, column);
    reading.report({
      code: 'bad-hours',
      cell: view.address(row, column),
      tab: view.gid,
      detail: { text: excerpt(textOf(cell)) },
    });
    return 'bad';
  };
  if (axis.startTime >= 0 && axis.startTime !== axis.column) {
    const start = cellMinutes(view.at(row, axis.startTime));
    const endCell = axis.endTime >= 0 ? view.at(row, axis.endTime) : null;
    if (start === null) return isEmpty(view.at(row, axis.startTime)) ? null : bad(axis.startTime);
    if (isEmpty(endCell)) return { start, end: start + DAY };
    const end = cellMinutes(endCell);
    return (end === null ? null : hoursBetween(start, end)) ?? bad(axis.endTime);
  }
  if (axis.hours < 0 || isEmpty(view.at(row, axis.hours))) return null;
  const read = hoursIn(textOf(view.at(row, axis.hours)));
  if (read.kind === 'range') return read.hours;
  return read.kind === 'point' ? { start: read.start, end: read.start + DAY } : bad(axis.hours);
}

/** Tells what is odd about a row's dates, now that it is known when it is. */
export function reportEntry(
  table: Table,
  dated: DatedRow,
  column: number,
  row: Pick<TimeRow, 'from' | 'to'>,
  reading: Reading,
): void {
  for (const { code, detail } of dated.entry.remarks) {
    // A slip of the year concerns the time that was meant, not a day long past.
    const meant = code === 'year-rollover' ? dayFromIso(detail.expected ?? '') : null;
    const moved = meant === null ? 0 : (meant - dated.entry.day) * DAY;
    reading.report({
      code,
      cell: table.view.address(dated.row, column),
      tab: table.view.gid,
      from: reading.zone.toEpoch(row.from + moved),
      to: reading.zone.toEpoch(row.to + moved),
      detail,
    });
  }
}

/** Whether the year of a row's date is likely to be a slip. */
export const isDoubted = (entry: DatedRow['entry']): boolean =>
  entry.remarks.some(({ code }) => code === 'year-rollover');
