import type { Cell } from '../ports/sheets.ts';
import { type Column, headersOf } from './columns.ts';
import { type Axis, axisOf, countColumns, firstRow } from './table-axis.ts';

export type { Axis } from './table-axis.ts';

import { weekdayIn } from './days.ts';
import { type DutyColumn, dutyColumns, type Substitute, substitutes } from './duties.ts';
import { fold, textOf } from './fold.ts';
import { readHeaderCell } from './header.ts';
import type { Reading } from './reading.ts';
import type { View } from './view.ts';
import { whenIn } from './when.ts';

/** A table with time running down: its header, when its rows are and who stands in which columns. */
export interface Table {
  readonly view: View;
  /** The header's rows, [top, bottom]; both -1 where there is none. */
  readonly header: { readonly top: number; readonly bottom: number };
  readonly first: number;
  readonly columns: readonly Column[];
  readonly axis: Axis;
  readonly duties: readonly DutyColumn[];
  readonly substitutes: readonly Substitute[];
  readonly status: number;
  /** Whether the row passes the configuration's `where`. */
  accepts(row: number): boolean;
}

const SEARCHED_ROWS = 60;

/** How much each kind of header tells that a row is one. */
const WEIGHT = {
  date: 4,
  start: 4,
  end: 4,
  week: 4,
  period: 4,
  weekday: 4,
  duty: 3,
  substitute: 2,
  status: 2,
  hours: 2,
  account: 2,
  ignored: 1,
  month: 1,
  year: 1,
  unknown: 0,
} as const;

/** Finds header and axis; null when no column says when. `headers`: a block without its own takes those of the one before. */
export function findTable(
  view: View,
  reading: Reading,
  hasMonth: boolean,
  allowed: readonly Axis['kind'][],
  before: Table | null = null,
): Table | null {
  const row = headerRow(view);
  const top = row < 0 ? -1 : stackedTop(view, row);
  const counted = countColumns(view, row + 1);
  const inherits = row < 0 && before !== null && before.view.width >= view.width;
  const early = inherits ? before.columns : headersOf(view, top, row);
  const axis = axisOf(early, counted, hasMonth, allowed);
  if (axis === null) return null;
  const first = firstRow(view, axis, row);
  // Rows between the header and the first date belong to the header when they say something of that sort.
  const bottom = row < 0 ? -1 : Math.max(row, lastHeaderRow(view, row, first));
  const columns = inherits ? early : headersOf(view, top, bottom);
  const body = { view, first, columns, axis };
  const duties = inherits ? before.duties : dutyColumns(body, reading);
  return {
    ...body,
    header: { top, bottom },
    duties,
    substitutes: substitutes(columns, duties),
    status: columns.findIndex(({ header }) => header.role === 'status'),
    accepts: filterOf(view, columns, reading),
  };
}

/** The row whose cells speak most like headers; a title above has one cell and counts little. */
function headerRow(view: View): number {
  let [best, most] = [-1, 0];
  for (let row = 0; row < Math.min(view.height, SEARCHED_ROWS); row++) {
    const score = headerScore(view, row);
    if (score > most || (score === most && score === 1)) [best, most] = [row, score];
  }
  return best;
}

function headerScore(view: View, row: number): number {
  const seen = new Set<number>();
  let [score, time] = [0, 0];
  for (let column = 0; column < Math.min(view.width, 500); column++) {
    const cell = view.at(row, column);
    const anchor = view.anchor(row, column);
    if (cell === null || seen.has(anchor)) continue;
    seen.add(anchor);
    // A dated row is data, whatever else it says; so is one of a run of weekdays.
    if (whenIn(cell) === 'date' || amongWeekdays(view, row, column)) return 0;
    const text = fold(textOf(cell));
    if (text === '') {
      seen.delete(anchor);
      continue;
    }
    // 月 and 日 are headers of some sheets and weekdays of most.
    const { role } = readHeaderCell(cell);
    const weight = /^[月日年]$/.test(text) ? Number(!besideWeekdays(view, row, column)) : WEIGHT[role];
    if (weight === 4) time++;
    score += weight;
  }
  return seen.size === 1 && time === 0 ? Math.min(score, 1) : score;
}

const follows = (first: Cell, second: Cell): boolean => {
  const [day, next] = [weekdayIn(textOf(first)), weekdayIn(textOf(second))];
  return day !== null && next !== null && (day + 1) % 7 === next;
};

/** 日 above 月, or 土 above 日: a run of weekdays downwards. */
const amongWeekdays = (view: View, row: number, column: number): boolean =>
  follows(view.at(row - 1, column), view.at(row, column)) ||
  follows(view.at(row, column), view.at(row + 1, column));

const besideWeekdays = (view: View, row: number, column: number): boolean =>
  follows(view.at(row, column - 1), view.at(row, column)) ||
  follows(view.at(row, column), view.at(row, column + 1));

/** Rows above that group the columns (`日勤 09:00-21:00` over 主 and 副); a title spans all and has one value. */
function stackedTop(view: View, row: number): number {
  let top = row;
  while (top > 0) {
    const anchors = new Set<number>();
    let speaks = false;
    for (let column = 0; column < Math.min(view.width, 500); column++) {
      const cell = view.at(top - 1, column);
      if (cell === null || textOf(cell).trim() === '') continue;
      anchors.add(view.anchor(top - 1, column));
      const { role } = readHeaderCell(cell);
      speaks ||= role === 'duty' || WEIGHT[role] === 4 || view.isMerged(top - 1, column);
    }
    if (anchors.size < 2 || !speaks) break;
    top--;
  }
  return top;
}

function lastHeaderRow(view: View, row: number, first: number): number {
  let bottom = row;
  while (bottom + 1 < Math.min(first, row + 4)) {
    const roles = Array.from(
      { length: Math.min(view.width, 500) },
      (_, column) => readHeaderCell(view.at(bottom + 1, column)).role,
    );
    if (!roles.some((role) => role === 'duty' || role === 'substitute')) break;
    bottom++;
  }
  return bottom;
}

/** A header that `where` names and the sheet does not have lets no row pass: reading all would mix teams. */
function filterOf(view: View, columns: readonly Column[], reading: Reading): (row: number) => boolean {
  const wanted = Object.entries(reading.config.where ?? {}).map(([title, value]) => {
    const column = columns.find((candidate) => candidate.titles.includes(fold(title)));
    if (!column)
      reading.report({
        code: 'column-missing',
        cell: null,
        tab: view.gid,
        detail: { tab: view.tab, header: title, there: titlesOf(columns) },
      });
    return { index: column?.index ?? -1, value: fold(value) };
  });
  return (row) =>
    wanted.every(({ index, value }) => index >= 0 && fold(textOf(view.at(row, index))) === value);
}

export const titlesOf = (columns: readonly Column[]): string =>
  columns
    .map(({ title }) => title)
    .filter(Boolean)
    .slice(0, 12)
    .join('、');
