import { type Statement, statementReader } from '../cells.ts';
import {
  type Claim,
  type ClaimSource,
  reportHidden,
  reportRemarks,
  type Stretch,
  spanBase,
  stretchesOf,
  type TimeRow,
} from '../claims.ts';
import { narrowness } from '../days.ts';
import { errorOf, excerpt, fold, isEmpty, textOf } from '../fold.ts';
import { readHeader } from '../header.ts';
import { type Mark, type Marks, markForm, markIn, marksOf, usualMarks } from '../marks.ts';
import type { Reading } from '../reading.ts';
import type { Table } from '../table.ts';
import { whenIn } from '../when.ts';

/** Somebody who has a column of marks; dates run down. */
interface Person {
  readonly column: number;
  readonly header: string;
  readonly statement: Statement;
}

export interface Grid {
  readonly table: Table;
  readonly marks: Marks;
  readonly people: readonly Person[];
}

const BROKEN: Statement = { kind: 'error', people: [], text: '', insteadOf: null, remarks: [] };
const SAMPLED_ROWS = 300;
/** Marks that also say "free" in a cell of names: they do not tell a grid from a table of names. */
const ALSO_FREE = /^(?:[-‐‑–—―−ー]|休|休み|off|1|2|0)$/;

/** The share of filled cells beside the axis that are marks and could not be names. */
export function marksShare(table: Table, reading: Reading, only: readonly number[] | null): number {
  const own = new Set(Object.keys(reading.config.marks ?? {}).map(fold));
  const { view, axis, first } = table;
  let [filled, marks] = [0, 0];
  for (let row = first; row < Math.min(view.height, first + SAMPLED_ROWS); row++) {
    for (let column = 0; column < Math.min(view.width, 100); column++) {
      const cell = view.at(row, column);
      if (
        column <= axis.column ||
        column === axis.weekday ||
        isEmpty(cell) ||
        (only && !only.includes(column))
      )
        continue;
      filled++;
      const form = markForm(cell);
      if (own.has(form) || usualMarks.has(form)) marks += ALSO_FREE.test(form) && only ? 0 : 1;
    }
  }
  return filled === 0 ? 0 : marks / filled;
}

/** Who has which column, and what the marks mean. Null when nobody's name stands above the marks. */
export function findGrid(table: Table, reading: Reading): Grid | null {
  const { view, axis, first } = table;
  const row = peopleRow(table, reading);
  if (row < 0) return null;
  const inGrid = (at: number, column: number) =>
    column === axis.column ||
    (at >= row && column > axis.column && whenIn(view.at(at, axis.column)) === axis.kind);
  const marks = marksOf(view, inGrid, reading.config.marks);
  const read = statementReader(reading.names);
  const people: Person[] = [];
  for (let column = axis.column + 1; column < view.width; column++) {
    const cell = view.at(row, column);
    if (isEmpty(cell) || column === axis.weekday) continue;
    const statement = read(cell);
    const text = textOf(cell);
    // 合計 and 備考 stand where a name would; whom nobody knows is a person only when marked as on duty.
    if (
      statement.kind !== 'people' &&
      (readHeader(text).role !== 'unknown' || !isMarked(table, marks, first, column))
    )
      continue;
    if (statement.kind === 'free' || statement.kind === 'gap') continue;
    people.push({ column, header: view.address(row, column), statement });
  }
  return people.length > 0 ? { table, marks, people } : null;
}

function isMarked({ view, axis }: Table, marks: Marks, first: number, column: number): boolean {
  for (let row = first; row < view.height; row++) {
    const mark = markIn(marks, view.at(row, column));
    if (mark && mark !== 'off' && whenIn(view.at(row, axis.column)) === axis.kind) return true;
  }
  return false;
}

/** The row above the dates in which most cells are people; else the last one that is filled. */
function peopleRow({ view, axis, first }: Table, reading: Reading): number {
  let [best, most, filled] = [-1, 0, -1];
  for (let row = 0; row < first; row++) {
    let [people, cells] = [0, 0];
    const seen = new Set<number>();
    for (let column = axis.column + 1; column < view.width; column++) {
      const cell = view.at(row, column);
      if (isEmpty(cell) || seen.has(view.anchor(row, column))) continue;
      seen.add(view.anchor(row, column));
      cells++;
      if (reading.names.resolve(textOf(cell)).kind !== 'unknown') people++;
    }
    if (people >= most && people > 0) [best, most] = [row, people];
    if (cells > 0) filled = row;
  }
  return best >= 0 ? best : filled;
}

/** What the marks of the rows claim: ○ is primary, but secondary beside somebody's ◎. A day without any is a gap. */
export function gridClaims(grid: Grid, rows: readonly TimeRow[], reading: Reading): Claim[] {
  const told = new Set<string>();
  return rows.flatMap((row) => {
    const stretches = stretchesOf(row, { hours: null, limit: null }, reading);
    const marked = grid.people.flatMap((person) => {
      const cell = grid.table.view.at(row.row, person.column);
      const mark = markIn(grid.marks, cell);
      if (mark === null && !isEmpty(cell)) reportMark(grid, row, person.column, stretches, told, reading);
      if (mark === null || mark === 'off') return [];
      reportHiddenMark(grid, row, person, stretches, told, reading);
      return [{ person, mark }];
    });
    const doubled = marked.some(({ mark }) => mark === 'double');
    const claims = marked.flatMap(({ person, mark }) =>
      columnsOf(mark, doubled).flatMap((column) => {
        reportRemarks(person.header, grid.table.view.gid, person.statement, stretches, reading);
        return claimsFor(grid, row, stretches, column, person, reading);
      }),
    );
    if (claims.some(({ column }) => column === 'primary')) return claims;
    return [...claims, ...claimsFor(grid, row, stretches, 'primary', brokenIn(grid, row), reading)];
  });
}

/** On a day without a primary a formula error is the likelier reason than nobody. */
function brokenIn({ table, people }: Grid, row: TimeRow): Person | null {
  const person = people.find(({ column }) => errorOf(table.view.at(row.row, column)) !== null);
  return person
    ? { ...person, statement: { ...BROKEN, text: errorOf(table.view.at(row.row, person.column)) ?? '' } }
    : null;
}

function columnsOf(mark: Mark, doubled: boolean): string[] {
  if (mark === 'both') return ['primary', 'secondary'];
  return [mark === 'secondary' || (mark === 'circle' && doubled) ? 'secondary' : 'primary'];
}

/** Without a person: the day's gap, which no cell says. */
function claimsFor(
  grid: Grid,
  row: TimeRow,
  stretches: readonly Stretch[],
  column: string,
  person: Person | null,
  reading: Reading,
): Claim[] {
  const { view } = grid.table;
  const source: ClaimSource = {
    row,
    line: `${view.tab}!${view.line(row.row)}`,
    header: null,
    tab: view.gid,
    merged: person !== null && view.isMerged(row.row, person.column),
    grid: true,
    quiet: false,
  };
  const said = person
    ? spanBase(person.statement)
    : { kind: 'gap' as const, people: [], text: '', insteadOf: null };
  const place = person
    ? { cell: view.address(row.row, person.column), tab: view.gid }
    : { cell: null, tab: null };
  return stretches
    .map(({ day, start, end, daily }) => ({
      ...said,
      ...place,
      column,
      day,
      daily,
      source,
      start: reading.zone.toEpoch(start),
      end: reading.zone.toEpoch(end),
      narrowness: narrowness(row.limit, day, reading.isHoliday),
    }))
    .filter((claim) => claim.end > claim.start);
}

/** A hidden row is a day here and a person there; either is told once, by the first mark that lies ahead. */
function reportHiddenMark(
  { table: { view } }: Grid,
  row: TimeRow,
  { column, statement }: Person,
  stretches: readonly Stretch[],
  told: Set<string>,
  reading: Reading,
): void {
  if (statement.kind !== 'people' || !view.isHidden(row.row, column)) return;
  const cell = view.address(row.row, column);
  const line = `row ${/\d+$/.exec(cell)?.[0] ?? cell}`;
  if (!told.has(line) && reportHidden(cell, view.gid, statement, stretches, reading)) told.add(line);
}

function reportMark(
  grid: Grid,
  row: TimeRow,
  column: number,
  stretches: readonly Stretch[],
  told: Set<string>,
  reading: Reading,
): void {
  const { view } = grid.table;
  const cell = view.at(row.row, column);
  const form = markForm(cell);
  const error = errorOf(cell);
  // One sentence for each mark is enough; a formula error is told wherever it stands.
  if (error === null && told.has(form)) return;
  told.add(form);
  const remark =
    error === null
      ? { code: 'unknown-mark' as const, detail: { mark: excerpt(textOf(cell)) } }
      : { code: 'formula-error' as const, detail: { error } };
  reportRemarks(
    view.address(row.row, column),
    view.gid,
    { ...BROKEN, remarks: [remark] },
    stretches,
    reading,
  );
}
