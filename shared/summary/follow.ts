import type { Pointer } from '../tasks/index.ts';
import { type Change, changePath, type Kind, monthOf, type Summary } from './model.ts';

/**
 * The `follow` of a noun that is counted: whatever changes its summary puts it into the queue in the same transaction,
 * each record in a document of its own. `summarise`: null for what is not counted.
 */
export function followBy<S>(kind: Kind, summarise: (state: S) => Summary | null) {
  return (before: S | null, after: S, now: number): readonly Pointer[] =>
    changes(kind, before && summarise(before), summarise(after), now).map((data) => ({
      path: changePath(data),
      data,
    }));
}

/** What the months must be told when one summary takes the place of another. Pure. */
export function changes(kind: Kind, before: Summary | null, after: Summary | null, now: number): Change[] {
  const told = (summary: Summary, row: string | null): Change => ({
    kind,
    id: summary.id,
    month: monthOf(summary.at),
    at: summary.at,
    row,
    changedAt: now,
  });
  if (before && after && before.at === after.at && before.row === after.row) return [];
  const moved = before && (!after || monthOf(before.at) !== monthOf(after.at));
  return [...(moved ? [told(before, null)] : []), ...(after ? [told(after, after.row)] : [])];
}
