import { DAY } from './civil.ts';
import type { Column } from './columns.ts';
import type { Limit } from './days.ts';
import { fold, isEmpty, textOf } from './fold.ts';
import type { Hours } from './hours.ts';
import type { Reading } from './reading.ts';
import type { Axis } from './table-axis.ts';
import type { View } from './view.ts';
import { whenIn } from './when.ts';

/** A column of the sheet that says who has a duty. */
export interface DutyColumn {
  readonly index: number;
  /** `primary`, `secondary`, … */
  readonly key: string;
  readonly cell: string;
  readonly hours: Hours | null;
  readonly limit: Limit | null;
  /** Kept because people stand in it, though its header is no duty we know: its bad cells are not reported. */
  readonly quiet: boolean;
}

export interface Substitute {
  readonly index: number;
  /** The duty columns whose person it stands in for. */
  readonly of: readonly number[];
}

interface Body {
  readonly view: View;
  readonly first: number;
  readonly columns: readonly Column[];
  readonly axis: Axis;
}

const SAMPLED_ROWS = 300;

export function dutyColumns(body: Body, reading: Reading): DutyColumn[] {
  const taken = new Set([
    body.axis.column,
    body.axis.end,
    body.axis.weekday,
    body.axis.hours,
    body.axis.startTime,
    body.axis.endTime,
    body.axis.month,
    body.axis.year,
  ]);
  const columns = body.columns.filter(({ index }) => !taken.has(index));
  const configured = byConfiguration(columns, reading, body.view);
  const pinned = new Set(Object.keys(reading.config.columns ?? {}));
  const left = columns.filter(({ index }) => !configured.some(({ column }) => column.index === index));
  const named = byHeader(left, body, reading).filter(({ key }) => !pinned.has(key));
  const found = [...configured, ...named];
  if (found.length === 0 && pinned.size === 0) found.push(...byContent(left, body, reading));
  const extra = left.filter(
    (column) =>
      !found.some((one) => one.column.index === column.index) &&
      column.header.role === 'unknown' &&
      column.title !== '' &&
      found.length > 0,
  );
  const quiet = extra
    .filter((column) => namesShare(body, column.index, reading) >= 0.5)
    .map((column) => ({ column, key: fold(column.title), quiet: true }));
  return withHours(
    [...found, ...quiet.filter(({ key }) => !found.some((one) => one.key === key))],
    body,
    reading,
  );
}

interface Found {
  readonly column: Column;
  readonly key: string;
  readonly quiet: boolean;
}

function byConfiguration(columns: readonly Column[], reading: Reading, view: View): Found[] {
  return Object.entries(reading.config.columns ?? {}).flatMap(([key, headers]) =>
    (typeof headers === 'string' ? [headers] : headers).flatMap((header) => {
      const there = columns.filter(({ titles }) => titles.includes(fold(header)));
      if (there.length === 0) {
        const titles = columns
          .map(({ title }) => title)
          .filter(Boolean)
          .slice(0, 12)
          .join('、');
        reading.report({
          code: 'column-missing',
          cell: null,
          tab: view.gid,
          detail: { tab: view.tab, header, key, there: titles },
        });
      }
      return there.map((column) => ({ column, key, quiet: false }));
    }),
  );
}

function byHeader(columns: readonly Column[], body: Body, reading: Reading): Found[] {
  const found = columns.flatMap((column): Found[] => {
    const { header } = column;
    if (header.role === 'hours' && namesShare(body, column.index, reading) > 0)
      return [{ column, key: 'primary', quiet: false }];
    if (header.role !== 'duty' || header.key === null) return [];
    // 祝日 alone may be a column of the holidays' names.
    if (header.onlyLimit && namesShare(body, column.index, reading) === 0) return [];
    // シフト alone may say 日勤 or 夜勤 instead of who.
    if (/^(?:シフト|勤務|shifts?)$/.test(fold(column.title)) && namesShare(body, column.index, reading) === 0)
      return [];
    return [{ column, key: numbered(header.key, column.title), quiet: false }];
  });
  const strong = found.filter(({ column }) => !isWeak(column));
  return strong.some(({ key }) => key === 'primary') ? strong : found;
}

/** `名前` or `name` beside a 担当 is not a second duty. */
const isWeak = ({ header, title }: Column): boolean =>
  header.hours === null &&
  header.point === null &&
  header.limit === null &&
  /^(?:氏名|名前|names?|member|メンバー|staff|owner|person|people|engineer)$/.test(fold(title));

/** 担当1, 担当②, 担当3: first, second, third. */
function numbered(key: string, title: string): string {
  const digit = key === 'primary' ? /[^\d:](?: ?)([123])$/.exec(fold(title))?.[1] : undefined;
  return digit === '2' ? 'secondary' : digit === '3' ? 'tertiary' : key;
}

/** Without a known header: columns of accounts, or the one column in which people stand. */
function byContent(columns: readonly Column[], body: Body, reading: Reading): Found[] {
  const accounts = columns
    .filter(({ header }) => header.role === 'account')
    .map((column) => ({ column, key: column.header.key ?? 'primary', quiet: false }));
  if (accounts.length > 0) return accounts;
  const people = columns.filter(
    (column) => column.header.role === 'unknown' && namesShare(body, column.index, reading) >= 0.5,
  );
  if (people.length > 1) {
    const headers = people
      .map(({ title, cell, index }) => title || (cell ?? body.view.address(body.first, index)))
      .join('、');
    reading.report({
      code: 'column-missing',
      cell: null,
      tab: body.view.gid,
      detail: { tab: body.view.tab, header: 'primary', several: headers },
    });
    return [];
  }
  return people.map((column) => ({ column, key: 'primary', quiet: false }));
}

/** Of the filled cells of a column, the share that names a person. */
export function namesShare(
  { view, first }: Pick<Body, 'view' | 'first'>,
  column: number,
  reading: Reading,
): number {
  let [filled, people] = [0, 0];
  for (let row = first; row < Math.min(view.height, first + SAMPLED_ROWS); row++) {
    const cell = view.at(row, column);
    if (isEmpty(cell) || whenIn(cell) === 'date') continue;
    filled++;
    if (cell?.kind === 'text' && reading.names.resolve(textOf(cell)).kind !== 'unknown') people++;
  }
  return filled === 0 ? 0 : people / filled;
}

/** A time alone holds to the next column's; the last to 24:00, or to the next day's first where that is later. */
function withHours(found: readonly Found[], body: Body, reading: Reading): DutyColumn[] {
  const points = new Map<string, number[]>();
  for (const { column, key } of found) {
    if (column.header.point !== null)
      points.set(
        key,
        [...(points.get(key) ?? []), column.header.point].sort((a, b) => a - b),
      );
  }
  return found.flatMap(({ column, key, quiet }): DutyColumn[] => {
    const { header } = column;
    const cell = column.cell ?? body.view.address(Math.max(0, body.first - 1), column.index);
    if (header.badHours) {
      reading.report({ code: 'bad-hours', cell, tab: body.view.gid, detail: { text: column.title } });
      return [];
    }
    const starts = points.get(key) ?? [];
    const next = starts.find((start) => start > (header.point ?? 0)) ?? DAY + (starts[0] ?? 0);
    const hours = header.hours ?? (header.point === null ? null : { start: header.point, end: next });
    return [{ index: column.index, key, cell, hours, limit: header.limit, quiet }];
  });
}

/** One substitute column stands in for the primary; of several, each for the duty column at its left. */
export function substitutes(columns: readonly Column[], duties: readonly DutyColumn[]): Substitute[] {
  const found = columns.filter(
    ({ header, index }) => header.role === 'substitute' && !duties.some((duty) => duty.index === index),
  );
  const of = (key: string) => duties.filter((duty) => duty.key === key).map(({ index }) => index);
  return found.map(({ index, header }) => {
    if (header.key !== null) return { index, of: of(header.key) };
    const left = duties.filter((duty) => duty.index < index && !duty.quiet).at(-1);
    return { index, of: found.length > 1 && left ? [left.index] : of('primary') };
  });
}
