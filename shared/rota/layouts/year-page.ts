import { dayNumber, type MonthHint } from '../axis.ts';
import { validDay } from '../civil.ts';
import { isEmpty, textOf } from '../fold.ts';
import { readHeaderCell } from '../header.ts';
import { cut, turned, type View } from '../view.ts';
import { whenIn } from '../when.ts';
import { type Block, bareMonth, yearIn, yearsOf } from './months.ts';

interface Month {
  readonly column: number;
  readonly year: number | null;
  readonly month: number;
}

interface Page {
  /** The row of the months' titles. */
  readonly top: number;
  /** The column of the day numbers. */
  readonly days: number;
  readonly months: readonly Month[];
  /** Where the last month's columns end. */
  readonly end: number;
}

const SEARCHED_ROWS = 20;
const FEWEST_DAYS = 3;

/**
 * A year on one page, months across and day numbers down or the other way round, as one block for each month: its day
 * numbers with its own columns beside them. Null where the tab is no such page.
 */
export function yearPage(view: View, tab: MonthHint, today: number): Block[] | null {
  for (const side of [view, turned(view)]) {
    const page = pageIn(side);
    if (!page) continue;
    const years = yearsOf(page.months, tab.year ?? yearIn(view), today);
    return page.months.map(({ column, month }, index) => {
      const hint = { year: years[index] ?? null, month };
      return { view: monthView(side, page, column, page.months[index + 1]?.column ?? page.end, hint), hint };
    });
  }
  return null;
}

function pageIn(view: View): Page | null {
  for (let top = 0; top < Math.min(view.height, SEARCHED_ROWS); top++) {
    const { months, end } = monthsAcross(view, top);
    const first = months[0]?.column ?? 0;
    if (months.length < 2) continue;
    const days = Array.from({ length: first }, (_none, column) => column).find((column) =>
      countsDays(view, top, column),
    );
    const dated = months.some(
      ({ column }) => share(view, top, column, (cell) => whenIn(cell) === 'number') > 0.5,
    );
    if (days !== undefined && !dated) return { top, days, months, end };
  }
  return null;
}

/** Titles of months that follow each other in a row; beyond them only the day numbers again, or notes. */
function monthsAcross(view: View, row: number): Pick<Page, 'months' | 'end'> {
  const months: Month[] = [];
  const none = { months: [], end: 0 };
  let end = 0;
  for (let column = 0; column < Math.min(view.width, 200); column++) {
    const cell = view.at(row, column);
    if (isEmpty(cell) || (column > 0 && view.anchor(row, column) === view.anchor(row, column - 1))) continue;
    const title = bareMonth(textOf(cell));
    const before = months.at(-1);
    if (title && end > 0) return none;
    if (title && before && title.month !== (before.month % 12) + 1) return none;
    if (title) months.push({ column, ...title });
    else if (before && !['date', 'ignored'].includes(readHeaderCell(cell).role)) return none;
    else if (before && end === 0) end = column;
  }
  // The last month has as many columns as the one before it.
  const [one, last] = [months.at(-2)?.column ?? 0, months.at(-1)?.column ?? 0];
  return { months, end: end > 0 ? end : Math.min(view.width, last + (last - one)) };
}

/** Whether a column counts days upwards below a row, and holds little else. */
function countsDays(view: View, top: number, column: number): boolean {
  let [count, last] = [0, 0];
  for (let row = top + 1; row < view.height; row++) {
    const day = dayNumber(view.at(row, column));
    if (day === null) continue;
    if (day <= last) return false;
    last = day;
    count++;
  }
  return count >= FEWEST_DAYS && share(view, top, column, (cell) => dayNumber(cell) !== null) > 0.5;
}

/** Of the filled cells of a column below a row, the share of which something holds. */
function share(
  view: View,
  top: number,
  column: number,
  holds: (cell: ReturnType<View['at']>) => boolean,
): number {
  let [filled, held] = [0, 0];
  for (let row = top + 1; row < view.height; row++) {
    const cell = view.at(row, column);
    if (isEmpty(cell)) continue;
    filled++;
    if (holds(cell)) held++;
  }
  return filled === 0 ? 0 : held / filled;
}

/** The day numbers and one month's columns. A column alone needs no header; several say themselves which is which. */
function monthView(view: View, { top, days }: Page, from: number, to: number, hint: MonthHint): View {
  const own = Array.from({ length: to - from }, (_none, index) => from + index);
  const names = own.filter((column) => share(view, top, column, (cell) => whenIn(cell) === 'weekday') <= 0.5);
  const labelled = own.some((column) => readHeaderCell(view.at(top + 1, column)).role !== 'unknown');
  const columns = [days, ...own];
  const part = cut(view, top, lastDay(view, days, own, hint) + 1);
  const at = (column: number): number => columns[column] ?? -1;
  const word = (column: number) => {
    if (column === 0) return { kind: 'text' as const, text: '日付' };
    const alone = !labelled && names.length === 1 && names[0] === columns[column];
    return alone ? { kind: 'text' as const, text: '担当' } : null;
  };
  return {
    ...part,
    width: columns.length,
    at: (row, column) => (row === 0 ? word(column) : part.at(row, at(column))),
    address: (row, column) => part.address(row, at(column)),
    place: (row, column) => part.place(row, at(column)),
    anchor: (row, column) => part.anchor(row, at(column)),
    isMerged: (row, column) => part.isMerged(row, at(column)),
    isHidden: (row, column) => part.isHidden(row, at(column)),
  };
}

/** The last row of a month: 31 beside a month of 30 days is none, unless somebody is named there. */
function lastDay(view: View, days: number, own: readonly number[], { year, month }: MonthHint): number {
  for (let row = view.height - 1; row > 0; row--) {
    const day = dayNumber(view.at(row, days));
    const there = day !== null && validDay(year ?? 2024, month ?? 1, day) !== null;
    if (there || own.some((column) => /\p{L}/u.test(textOf(view.at(row, column))))) return row;
  }
  return view.height - 1;
}
