import { type Statement, statementReader } from './cells.ts';
import { DAY } from './civil.ts';
import { applies, type Limit, narrowness } from './days.ts';
import type { DutyColumn } from './duties.ts';
import { excerpt, fold, textOf } from './fold.ts';
import { CANCELLED } from './header-words.ts';
import type { Hours } from './hours.ts';
import type { Span } from './model.ts';
import { DAYS_AHEAD, DAYS_BACK, type Reading } from './reading.ts';
import type { Table } from './table.ts';

/** When a row is, in local minutes, and where the sheet says so. */
export interface TimeRow {
  readonly row: number;
  /** [from, to): with the handover, or as written. */
  readonly from: number;
  readonly to: number;
  /** The days it speaks of, [firstDay, endDay). */
  readonly firstDay: number;
  readonly endDay: number;
  readonly hours: Hours | null;
  readonly limit: Limit | null;
  readonly startCell: string;
  readonly endCell: string;
  /** Comes again every week: it has no end, and overlaps nothing by mistake. */
  readonly recurring: boolean;
  /** Its year is doubted: what lies between it and other rows says nothing. */
  readonly doubted: boolean;
}

/** What one cell claims for one stretch of time, before claims are weighed against each other. */
export interface Claim extends Span {
  readonly column: string;
  /** The narrower wins where two start at once: 祝 before 月 before 平日. */
  readonly narrowness: number;
  /** The local day it belongs to. */
  readonly day: number;
  /** Cut from its row by hours or a limit to days. */
  readonly daily: boolean;
  readonly source: ClaimSource;
}

export interface ClaimSource {
  readonly row: TimeRow;
  /** The row as people count it, with its tab. */
  readonly line: string;
  /** The header whose hours or limit cut the row into days. */
  readonly header: string | null;
  readonly tab: number;
  readonly merged: boolean;
  /** A mark in a person's column: two of a row are an ambiguity, not an overlap of rows. */
  readonly grid: boolean;
  /** Of a column that is no known duty: nothing is reported of it. */
  readonly quiet: boolean;
}

export interface Stretch {
  readonly day: number;
  readonly start: number;
  readonly end: number;
  readonly daily: boolean;
}

const LONGEST_EXPANDED = 62;

/** The stretches of local time that a row holds in a column: its whole, or by day where hours or limits say so. */
export function stretchesOf(
  row: TimeRow,
  column: Pick<DutyColumn, 'hours' | 'limit'>,
  reading: Reading,
): Stretch[] {
  const hours = column.hours ?? row.hours;
  if (!hours && !row.limit && !column.limit)
    return [{ day: row.firstDay, start: row.from, end: row.to, daily: false }];
  const long = row.endDay - row.firstDay > LONGEST_EXPANDED;
  const first = long ? Math.max(row.firstDay, reading.today - DAYS_BACK) : row.firstDay;
  const end = long ? Math.min(row.endDay, reading.today + DAYS_AHEAD) : row.endDay;
  const [from, to] = hours ? [hours.start, hours.end] : [reading.handover, reading.handover + DAY];
  const exact =
    row.from !== row.firstDay * DAY + reading.handover || row.to !== row.endDay * DAY + reading.handover;
  const stretches: Stretch[] = [];
  for (let day = first; day < end; day++) {
    if (
      (row.limit && !applies(row.limit, day, reading.isHoliday)) ||
      (column.limit && !applies(column.limit, day, reading.isHoliday))
    )
      continue;
    const start = exact ? Math.max(row.from, day * DAY + from) : day * DAY + from;
    const until = exact ? Math.min(row.to, day * DAY + to) : day * DAY + to;
    if (until > start) stretches.push({ day, start, end: until, daily: true });
  }
  return stretches;
}

/** All that the rows of a table claim. */
export function claimsOf(table: Table, rows: readonly TimeRow[], reading: Reading): Claim[] {
  const read = statementReader(reading.names);
  return rows.flatMap((row) => table.duties.flatMap((duty) => claimsOfCell(table, row, duty, read, reading)));
}

interface Said {
  readonly statement: Statement;
  readonly column: number;
}

function claimsOfCell(
  table: Table,
  row: TimeRow,
  duty: DutyColumn,
  read: ReturnType<typeof statementReader>,
  reading: Reading,
): Claim[] {
  const stretches = stretchesOf(row, duty, reading);
  const { view } = table;
  const said = decide(table, row.row, duty, read, (column, statement) => {
    if (!duty.quiet) reportRemarks(view.address(row.row, column), view.gid, statement, stretches, reading);
  });
  if (duty.quiet && said.statement.kind === 'unknown') return [];
  if (!duty.quiet && said.statement.kind === 'people' && view.isHidden(row.row, said.column))
    reportHidden(view.address(row.row, said.column), view.gid, said.statement, stretches, reading);
  const limited = row.limit !== null || duty.limit !== null;
  const source: ClaimSource = {
    row,
    line: `${view.tab}!${view.line(row.row)}`,
    header: duty.hours || duty.limit ? duty.cell : null,
    tab: view.gid,
    merged: view.isMerged(row.row, said.column),
    grid: false,
    quiet: duty.quiet,
  };
  const base = {
    ...spanBase(said.statement),
    column: duty.key,
    cell: view.address(row.row, said.column),
    tab: view.gid,
    source,
  };
  return stretches
    .map(({ day, start, end, daily }) => ({
      ...base,
      day,
      daily,
      start: reading.zone.toEpoch(start),
      end: reading.zone.toEpoch(end),
      narrowness: limited
        ? Math.max(
            narrowness(row.limit, day, reading.isHoliday),
            narrowness(duty.limit, day, reading.isHoliday),
          )
        : 0,
    }))
    .filter((claim) => claim.end > claim.start);
}

export function spanBase(statement: Statement): Pick<Span, 'kind' | 'people' | 'text' | 'insteadOf'> {
  const { kind, people, text, insteadOf } = statement;
  return { kind, people, text, insteadOf };
}

/** A cancelled row is free on purpose; a substitute wins over the one on duty unless the substitute's cell is broken. */
function decide(
  table: Table,
  row: number,
  duty: DutyColumn,
  read: ReturnType<typeof statementReader>,
  remarks: (column: number, statement: Statement) => void,
): Said {
  const { view, status } = table;
  const state = status >= 0 ? view.at(row, status) : null;
  if (state && CANCELLED.test(fold(textOf(state)))) {
    return {
      column: status,
      statement: { kind: 'free', people: [], text: excerpt(textOf(state)), insteadOf: null, remarks: [] },
    };
  }
  const own = { column: duty.index, statement: read(view.at(row, duty.index)) };
  remarks(own.column, own.statement);
  for (const { index } of table.substitutes.filter(({ of }) => of.includes(duty.index))) {
    const statement = read(view.at(row, index));
    if (statement.kind === 'gap' || statement.kind === 'free') continue;
    remarks(index, statement);
    const instead = own.statement.kind === 'gap' || own.statement.kind === 'free' ? null : own.statement.text;
    if (statement.kind === 'people')
      return { column: index, statement: { ...statement, insteadOf: instead ?? statement.insteadOf } };
    if (own.statement.kind === 'gap') return { column: index, statement };
  }
  return own;
}

/** What a hidden row says of times to come; the past may be put away. Says whether anything was. */
export function reportHidden(
  cell: string,
  tab: number,
  { text }: Statement,
  stretches: readonly Stretch[],
  reading: Reading,
): boolean {
  const remarks = [{ code: 'hidden-row' as const, detail: { text } }];
  const ahead = stretches.filter(({ end }) => reading.zone.toEpoch(end) > reading.now);
  reportRemarks(cell, tab, { remarks }, ahead, reading);
  return ahead.length > 0;
}

/** A bad cell is told with the next stretch of time it spoils, or the last one where all are over. */
export function reportRemarks(
  cell: string,
  tab: number,
  statement: Pick<Statement, 'remarks'>,
  stretches: readonly Stretch[],
  reading: Reading,
): void {
  if (statement.remarks.length === 0) return;
  const next = stretches.find(({ end }) => reading.zone.toEpoch(end) > reading.now) ?? stretches.at(-1);
  if (!next) return;
  const [from, to] = [reading.zone.toEpoch(next.start), reading.zone.toEpoch(next.end)];
  for (const { code, detail } of statement.remarks) {
    if (code === 'unknown-name' && !reading.names.usable) continue;
    reading.report({ code, cell, tab, from, to, detail });
  }
}
