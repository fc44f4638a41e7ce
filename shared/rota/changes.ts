import type { Rota, Span } from './model.ts';
import { filled, spansWithin } from './preview.ts';

const DAY_MS = 86_400_000;
const DAYS_AHEAD = 28;

/** One side of a change: what the sheet says of the time, and where. */
export type Side = Pick<Span, 'kind' | 'people' | 'text' | 'cell' | 'tab'> & {
  /** Names of `people`, in order. */
  readonly names: readonly string[];
};

/** Somebody's duty is no longer what it was: [from, to) in epoch ms, after the time of comparing. */
export interface Change {
  readonly column: string;
  readonly from: number;
  readonly to: number;
  readonly before: Side;
  readonly after: Side;
  /** How often the same comes again within the days compared, as with weekdays; 1 where it does not. */
  readonly times: number;
}

/**
 * What an edit changes for people from `now` on: other persons than before, in whatever cell. Another cell or spelling
 * for the same persons touches nobody. Compares the next four weeks unless `until` says otherwise.
 */
export function changesBetween(
  before: Rota,
  after: Rota,
  now: number,
  until = now + DAYS_AHEAD * DAY_MS,
): Change[] {
  const columns = new Set([...Object.keys(before.columns), ...Object.keys(after.columns)]);
  const changes = [...columns].flatMap((column) => changesIn(column, before, after, now, until));
  const once = new Map<string, Change>();
  for (const change of changes.toSorted((a, b) => a.from - b.from)) {
    const key = JSON.stringify([
      change.column,
      change.before.cell,
      change.before.people,
      change.after.cell,
      change.after.people,
    ]);
    const first = once.get(key);
    once.set(key, first ? { ...first, times: first.times + 1 } : change);
  }
  return [...once.values()];
}

function changesIn(column: string, before: Rota, after: Rota, now: number, until: number): Change[] {
  const [old, fresh] = [before, after].map((rota) =>
    filled(spansWithin(rota, column, now, until), now, until),
  );
  const changes: Change[] = [];
  let [i, j] = [0, 0];
  for (;;) {
    const [was, is] = [old?.[i], fresh?.[j]];
    if (!was || !is) return changes;
    const [from, to] = [Math.max(was.start, is.start), Math.min(was.end, is.end)];
    if (was.people.join() !== is.people.join()) {
      const last = changes.at(-1);
      const [left, right] = [sideOf(was, before), sideOf(is, after)];
      if (last && last.to === from && sameSide(last.before, left) && sameSide(last.after, right))
        changes[changes.length - 1] = { ...last, to };
      else changes.push({ column, from, to, before: left, after: right, times: 1 });
    }
    if (was.end === to) i++;
    if (is.end === to) j++;
  }
}

const sideOf = ({ kind, people, text, cell, tab }: Span, rota: Rota): Side => ({
  kind,
  people,
  text,
  cell,
  tab,
  names: people.map((person) => rota.people[person] ?? person),
});

const sameSide = (one: Side, other: Side): boolean =>
  one.cell === other.cell && one.kind === other.kind && one.people.join() === other.people.join();

/** Everybody whom a change concerns: who had the duty and who has it now. */
export const touched = ({ before, after }: Change): string[] => [
  ...new Set([...before.people, ...after.people]),
];
