import type { Cell } from '../ports/sheets.ts';
import type { Column } from './columns.ts';
import { errorOf, textOf } from './fold.ts';
import { readHeaderCell } from './header.ts';
import type { View } from './view.ts';
import { type When, whenIn } from './when.ts';

const SAMPLED_ROWS = 400;

/** The columns that say when. Indexes into the view; -1 where there is none. */
export interface Axis {
  readonly kind: 'date' | 'number' | 'weekday';
  readonly column: number;
  readonly end: number;
  readonly weekday: number;
  readonly hours: number;
  readonly startTime: number;
  readonly endTime: number;
  readonly month: number;
  readonly year: number;
}

type Counts = Readonly<Record<When, number>>;

export function countColumns(view: View, from: number): Counts[] {
  return Array.from({ length: Math.min(view.width, 500) }, (_, column) => {
    const counts = { date: 0, number: 0, weekday: 0, time: 0 };
    for (let row = from; row < Math.min(view.height, from + SAMPLED_ROWS); row++) {
      const when = whenIn(view.at(row, column));
      if (when) counts[when]++;
    }
    return counts;
  });
}

export function axisOf(
  columns: readonly Column[],
  counts: readonly Counts[],
  hasMonth: boolean,
  allowed: readonly Axis['kind'][],
): Axis | null {
  const role = (...roles: readonly string[]) =>
    columns.filter(({ header }) => roles.includes(header.role)).map(({ index }) => index);
  const count = (when: When) => (index: number) => counts[index]?.[when] ?? 0;
  const best = (indexes: readonly number[], when: When) =>
    indexes.reduce(
      (most, index) => (count(when)(index) > (most < 0 ? 0 : count(when)(most)) ? index : most),
      -1,
    );
  // In a turned table the corner's word (時間, 氏名) stands above the axis.
  const free = columns
    .filter(({ header }) => !['ignored', 'end', 'status', 'substitute'].includes(header.role))
    .map(({ index }) => index);
  const first = (indexes: readonly number[], when: When) =>
    indexes.find((index) => count(when)(index) > 0) ?? -1;
  const side = {
    hours: first(role('hours'), 'time'),
    startTime: first(role('start'), 'time'),
    endTime: first(role('end'), 'time'),
    month: role('month')[0] ?? -1,
    year: role('year')[0] ?? -1,
  };
  const from = first(role('start', 'week', 'period'), 'date');
  const dated =
    from >= 0 ? from : first(role('date'), 'date') >= 0 ? first(role('date'), 'date') : best(free, 'date');
  const weekday = first(
    role('weekday', 'date', 'unknown').filter((index) => index !== dated),
    'weekday',
  );
  if (dated >= 0 && allowed.includes('date')) {
    const found = first(role('end'), 'date');
    const end = found === dated ? -1 : found;
    return {
      kind: 'date',
      column: dated,
      end,
      weekday,
      ...side,
      ...timesBeside(columns, count('time'), dated, end),
    };
  }
  const numbered =
    hasMonth || side.month >= 0
      ? first([...role('date'), ...free.filter((index) => index !== side.month)], 'number')
      : -1;
  if (numbered >= 0 && allowed.includes('number'))
    return { kind: 'number', column: numbered, end: -1, weekday, ...side };
  const named =
    first(role('weekday', 'date'), 'weekday') >= 0
      ? first(role('weekday', 'date'), 'weekday')
      : best(free, 'weekday');
  if (named >= 0 && allowed.includes('weekday'))
    return { kind: 'weekday', column: named, end: -1, weekday: -1, ...side };
  return null;
}

/** `開始日 | 時刻 | 終了日 | 時刻`: both dates have their time in the column beside them. */
function timesBeside(
  columns: readonly Column[],
  times: (index: number) => number,
  start: number,
  end: number,
): Partial<Axis> {
  const isTime = (index: number) => columns[index]?.header.role === 'hours' && times(index) > 0;
  if (end < 0 || !isTime(start + 1) || !isTime(end + 1)) return {};
  return { startTime: start + 1, endTime: end + 1, hours: -1 };
}

/** The first row that says when; under a header also what stands above it and only looks like a date. */
export function firstRow(view: View, axis: Axis, header: number): number {
  let first = header + 1;
  while (first < view.height && whenIn(view.at(first, axis.column)) !== axis.kind) first++;
  if (first === view.height || header < 0) return first;
  const isBroken = (cell: Cell) =>
    errorOf(cell) !== null || (/\p{N}/u.test(textOf(cell)) && readHeaderCell(cell).role === 'unknown');
  while (first - 1 > header && isBroken(view.at(first - 1, axis.column))) first--;
  return first;
}
