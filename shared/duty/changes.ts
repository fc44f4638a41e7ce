import type { Change, Plan, Shift } from './model.ts';

/**
 * Where two plans name different people, from `now` to where both look. Neighbouring pieces with the same change are
 * one. A gap that became an unknown name is no change: nobody is called in either.
 */
export function changesBetween(before: Plan, after: Plan, now: number, until: number): Change[] {
  const columns = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...columns].flatMap((column) =>
    changesIn(column, before[column] ?? [], after[column] ?? [], now, until),
  );
}

function changesIn(
  column: string,
  before: readonly Shift[],
  after: readonly Shift[],
  now: number,
  until: number,
): Change[] {
  const edges = [now, until, ...[...before, ...after].flatMap(({ start, end }) => [start, end])]
    .filter((edge) => edge >= now && edge <= until)
    .sort((a, b) => a - b);
  const changes: Change[] = [];
  for (let i = 0; i + 1 < edges.length; i += 1) {
    const [start = 0, end = 0] = [edges[i], edges[i + 1]];
    if (start === end) continue;
    const [old, fresh] = [
      shiftAt(before, start) ?? none(start, end),
      shiftAt(after, start) ?? none(start, end),
    ];
    if (samePeople(old, fresh)) continue;
    const last = changes.at(-1);
    if (last && last.end === start && samePeople(last.before, old) && samePeople(last.after, fresh))
      changes[changes.length - 1] = { ...last, end };
    else changes.push({ column, start, end, before: old, after: fresh });
  }
  return changes;
}

export const samePeople = (a: Shift | null, b: Shift | null): boolean =>
  (a?.people ?? []).join() === (b?.people ?? []).join();

/** The shift that holds at an instant. */
export const shiftAt = (shifts: readonly Shift[], at: number): Shift | null =>
  shifts.find(({ start, end }) => start <= at && at < end) ?? null;

const none = (start: number, end: number): Shift => ({
  start,
  end,
  kind: 'gap',
  people: [],
  names: [],
  cell: null,
  cellUrl: null,
  insteadOf: null,
});
