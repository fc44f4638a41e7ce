import { type MonthHint, resolveAxis } from './axis.ts';
import { DAY } from './civil.ts';
import { isEmpty } from './fold.ts';
import { marksShare } from './layouts/grid.ts';
import { runsOnByWeekday } from './layouts/rows.ts';
import { usualStep } from './layouts/weeks.ts';
import type { Reading } from './reading.ts';
import type { Layout } from './schemas.ts';
import { type Axis, findTable, type Table } from './table.ts';
import { turned, type View } from './view.ts';
import { whenIn } from './when.ts';

export type KnownLayout = Exclude<Layout, 'auto'>;

const AXES: Readonly<Record<Layout, readonly Axis['kind'][]>> = {
  auto: ['date', 'number', 'weekday'],
  grid: ['date', 'number', 'weekday'],
  dates: ['date', 'number'],
  months: ['number', 'date'],
  weeks: ['date'],
  shifts: ['date'],
  weekdays: ['weekday'],
};

const WINDOW = 400;

/** The table of a block with time running down: as it stands, or turned where time runs across. */
export function orient(
  view: View,
  hint: MonthHint,
  layout: Layout,
  reading: Reading,
  before: Table | null,
): Table | null {
  const across = turned(view);
  const hasMonth = hint.month !== null;
  const silent: Reading = { ...reading, report: () => undefined };
  const candidates = [view, across].flatMap((candidate) => {
    const inherited = candidate === view ? before : null;
    const table = findTable(candidate, silent, hasMonth, AXES[layout], inherited);
    return table ? [{ candidate, inherited, score: scoreOf(table) }] : [];
  });
  const [first, second] = candidates;
  const best = first && second && second.score > first.score ? second : first;
  return best ? findTable(best.candidate, reading, hasMonth, AXES[layout], best.inherited) : null;
}

/** How many cells say when; a header that says so too settles it. */
function scoreOf({ view, axis, first, columns }: Table): number {
  let count = 0;
  for (let row = first; row < Math.min(view.height, first + WINDOW); row++)
    if (whenIn(view.at(row, axis.column)) === axis.kind) count++;
  const role = columns[axis.column]?.header.role;
  const named =
    role === 'date' || role === 'start' || role === 'week' || role === 'period' || role === 'weekday';
  const worth = { date: 1, number: 0.95, weekday: 0.9 }[axis.kind];
  return count * worth + (named && count > 0 ? 1_000 : 0);
}

/** What the content says the layout is. */
export function detectLayout(table: Table, hint: MonthHint, reading: Reading): KnownLayout {
  if (isGrid(table, reading)) return 'grid';
  const { axis, columns } = table;
  if (axis.kind === 'weekday') return 'weekdays';
  if (axis.kind === 'number') return 'months';
  if (axis.end >= 0) return 'shifts';
  const dates = datesOf(table, hint, reading);
  if (dates.filter(({ lastDay }) => lastDay !== null).length * 2 > dates.length) return 'shifts';
  if (runsOnByWeekday(table)) return 'dates';
  const role = columns[axis.column]?.header.role;
  if (role === 'week' || role === 'start') return 'weeks';
  if (dates.filter(({ minutes }) => minutes !== null && minutes > 0).length * 2 > dates.length)
    return 'weeks';
  if (axis.hours >= 0 || axis.startTime >= 0) return 'dates';
  const starts = [...new Set(dates.map(({ day }) => day * DAY))].sort((a, b) => a - b);
  const wide = starts.filter(
    (start, index) => index > 0 && start - (starts[index - 1] ?? 0) >= 5 * DAY,
  ).length;
  return starts.length >= 3 && usualStep(starts) >= 5 * DAY && wide >= (starts.length - 1) * 0.6
    ? 'weeks'
    : 'dates';
}

function isGrid(table: Table, reading: Reading): boolean {
  // A title such as シフト表 stands where a turned table has its headers, over nothing.
  const { view, axis, first } = table;
  const isFilled = (column: number) =>
    Array.from({ length: Math.min(view.height - first, WINDOW) }).some(
      (_, row) => !isEmpty(view.at(first + row, column)),
    );
  const duties = table.duties
    .map(({ index }) => index)
    .filter((index) => index > axis.column || isFilled(index));
  return marksShare(table, reading, duties.length === 0 ? null : duties) >= 0.5;
}

function datesOf(
  { view, axis, first }: Table,
  hint: MonthHint,
  reading: Reading,
): { day: number; minutes: number | null; lastDay: number | null }[] {
  const cells = [];
  for (let row = first; row < Math.min(view.height, first + WINDOW); row++)
    cells.push({ cell: view.at(row, axis.column), weekday: null, month: null });
  return resolveAxis(cells, hint, reading.today).flatMap((entry) => (entry.kind === 'date' ? [entry] : []));
}
