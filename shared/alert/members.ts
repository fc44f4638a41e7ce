import type { Store } from '../store/port.ts';
import { openMembers } from '../store/shapes.ts';
import type { Count, Member } from './model.ts';
import type { Signal } from './signal.ts';

/** So many are listed on a card and told to an incident. */
export const MOST_SHOWN = 5;
/** So many are counted; beyond it the card says "more than". */
export const MOST_COUNTED = 200;

/** A member after one more word of its source; null where that changes nothing. An end before its beginning is kept. */
export function decodeMember(
  before: Member | null,
  signal: Signal,
  burnRate: number | null,
  now: number,
): Member | null {
  const { key, title, url, at } = signal;
  const open = signal.state === 'open';
  // Deliveries overtake each other: what is older than what is known says nothing new.
  if (before && at < Math.max(before.openedAt, before.closedAt ?? 0)) return null;
  if (before && before.open === open && before.title === title && before.burnRate === burnRate) return null;
  // The source may not say again when it began, only that it goes on.
  const begins = open && !before?.open;
  return {
    key,
    title,
    url: url ?? before?.url ?? null,
    burnRate,
    open,
    openedAt: begins ? at : (before?.openedAt ?? at),
    closedAt: open ? null : at,
    seenAt: now,
    fired: (before?.fired ?? 0) + (begins ? 1 : 0),
  };
}

/** Looks at those that are open: one query, however many there are. */
export async function countMembers(store: Store, alert: string): Promise<Count> {
  const query = { shape: openMembers, values: { open: true }, parent: alert, limit: MOST_COUNTED + 1 };
  const { docs } = await store.page<Member>(query);
  const shown = docs
    .slice(0, MOST_SHOWN)
    .map(({ data: { key, title, url, burnRate, openedAt } }) => ({ key, title, url, burnRate, openedAt }));
  return { open: docs.length, shown };
}
