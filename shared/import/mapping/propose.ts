import { isSeverity, type Severity } from '../../severity/index.ts';
import { isClock } from '../map/times.ts';
import { readWhen } from '../map/when.ts';
import type { SourceRow } from '../read/row.ts';
import { columnWord } from './column-word.ts';
import { JOINED, type Mapping, type State, type Target, TIMED } from './model.ts';
import { folded, SEVERITY_WORDS, STATE_WORDS, wordFor } from './words.ts';

export interface Around {
  /** Of the workspace. */
  readonly zone: string;
  readonly services: readonly { readonly id: string; readonly name: string }[];
}

/** Values of one column that a mapping may have to explain. */
const MOST_VALUES = 40;

/**
 * A mapping for a source, from what its columns are called and what stands in the first of its rows. What nothing is known
 * of goes into the description, line by line, or into the postmortem where it is long: nothing is lost unasked. Pure.
 */
export function proposeMapping(rows: readonly SourceRow[], { zone, services }: Around): Mapping {
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const lists = new Set(rows.flatMap((row) => Object.keys(row.lists ?? {})));
  const taken = new Set<Target>();
  const columns = new Map<string, Target>();
  const give = (column: string, target: Target) => {
    columns.set(column, target);
    if (!JOINED.has(target)) taken.add(target);
  };
  const words = new Map(names.map((column) => [column, columnWord(column, lists.has(column))]));
  // When it was closed is when it was resolved only where nothing says that better.
  const late = names.filter((column) => CLOSED.test(folded(column)));
  for (const column of [...names.filter((one) => !late.includes(one)), ...late]) {
    const word = words.get(column) ?? null;
    if (word === null) continue;
    if (JOINED.has(word) || !taken.has(word) || (TIMED.has(word) && isHours(column, rows)))
      give(column, word);
    // A second column of one kind is kept in words, and not taken for something else.
    else give(column, 'note');
  }
  const free = names.filter((column) => !columns.has(column));
  // The first column of a table is what its rows are called by.
  if (!taken.has('title') && free[0] !== undefined) give(free[0], 'title');
  for (const column of free.filter((one) => !columns.has(one))) give(column, guess(column, rows, taken));
  // When it was written down is better than nothing.
  const made = names.find((column) => MADE.test(folded(column)));
  if (made !== undefined && !WHENS.some((target) => taken.has(target))) give(made, 'detected');
  const valuesOf = (target: Target): readonly string[] => {
    const from = names.filter((column) => columns.get(column) === target);
    const all = new Set(rows.flatMap(({ values }) => from.map((column) => values[column]?.trim() ?? '')));
    return [...all].filter((value) => value !== '' && value.length <= 100).slice(0, MOST_VALUES);
  };
  return {
    columns: Object.fromEntries(columns),
    zone,
    dayOrder: dayOrderOf(rows),
    severities: known(valuesOf('severity'), severityOf),
    statuses: known(valuesOf('status'), stateOf),
    services: known(valuesOf('service'), (value) => serviceOf(value, services)),
    pages: true,
  };
}

export const severityOf = (value: string): Severity | null => {
  const plain = value.normalize('NFKC').toUpperCase().trim();
  if (isSeverity(plain)) return plain;
  const inside = /\b(?:SEV|P|S)-?([0-5])\b/.exec(plain)?.[0];
  return wordFor(SEVERITY_WORDS, inside ?? value);
};
export const stateOf = (value: string): State | null => wordFor(STATE_WORDS, value);

/** Of several that are named together (Notion: `貸出 (https://…), 決済`) the first that is known. */
export function serviceOf(value: string, services: Around['services']): string | null {
  const parts = value.replace(/\s*\(https?:\/\/[^)\s]*\)/g, '').split(/[,、，\n]/);
  for (const part of [value, ...parts]) {
    const found = services.find(({ id, name }) => [id, name].some((one) => folded(one) === folded(part)));
    if (found) return found.id;
  }
  return null;
}

function known<V>(values: readonly string[], read: (value: string) => V | null): Record<string, V> {
  return Object.fromEntries(
    values.flatMap((value): [string, V][] => {
      const meant = read(value);
      return meant === null ? [] : [[value, meant]];
    }),
  );
}

const TIMES = ['started', 'resolved'] as const;
const WHENS: readonly Target[] = [...TIMED, 'history'];
const CLOSED = /^(?:closed(?:at)?|クローズ(?:日時?)?|完了(?:日時?|時刻)?)$/;
const MADE = /^(?:作成日時|登録日時?|起票日時?|created(?:time|at)?)$/;
const LONG = 80;
const MOSTLY = 0.8;

/** Whether a column has hours without a day. */
const isHours = (column: string, rows: readonly SourceRow[]): boolean => {
  const values = rows.map(({ values: one }) => one[column]?.trim() ?? '').filter((value) => value !== '');
  return values.length > 0 && values.filter(isClock).length >= values.length * MOSTLY;
};

/** By its values: times are begin and end in the order of the columns, long texts belong into the postmortem. */
function guess(column: string, rows: readonly SourceRow[], taken: ReadonlySet<Target>): Target {
  const values = rows.map(({ values: one }) => one[column] ?? '').filter((value) => value.trim() !== '');
  if (values.length === 0) return 'note';
  const settings = { zone: 'UTC', dayOrder: 'month-first' } as const;
  const timed = values.filter((value) => typeof readWhen(value, settings) !== 'string').length;
  const time = TIMES.find((one) => !taken.has(one));
  // Some are always written by hand.
  if (time && timed >= values.length * MOSTLY) return time;
  return values.some((value) => value.length > LONG || value.includes('\n')) ? 'section' : 'note';
}

/** `13/02/2024` says how all of them are meant; null where none says so. */
function dayOrderOf(rows: readonly SourceRow[]): Mapping['dayOrder'] {
  for (const { values } of rows)
    for (const value of Object.values(values)) {
      const [, a, b] = /^\s*(\d{1,2})[/.](\d{1,2})[/.](?:19|20)\d{2}\b/.exec(value) ?? [];
      if (Number(a) > 12) return 'day-first';
      if (Number(b) > 12) return 'month-first';
    }
  return null;
}
