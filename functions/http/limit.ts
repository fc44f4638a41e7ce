export const WINDOW_MS = 60_000;
/** More keys than anybody has in use; beyond it the oldest is forgotten, which lets more through, never less. */
const MOST = 1_000;

export interface Allowance {
  readonly ok: boolean;
  /** Requests left in this minute, and by how many it is exceeded. */
  readonly left: number;
  readonly over: number;
  /** Until the next minute begins, in seconds. */
  readonly seconds: number;
}

export interface Limit {
  /** Counts one more at `now` (epoch ms). */
  take(key: string, now: number): Allowance;
  /** Whether one more would be allowed; counts nothing. */
  look(key: string, now: number): Allowance;
}

/**
 * Counts requests by key (a token, an address) and minute, in memory: it keeps a loop that ran wild or a flood from
 * burying an instance, and is no quota to be sold. Counted in the store, each request would cost a write, and all of a
 * key's would wait for one document.
 */
export function createLimit(most: number): Limit {
  const counts = new Map<string, { window: number; used: number }>();
  const windowOf = (now: number) => Math.floor(now / WINDOW_MS);
  const usedBy = (key: string, now: number) => {
    const count = counts.get(key);
    return count?.window === windowOf(now) ? count.used : 0;
  };
  const allowance = (used: number, now: number): Allowance => ({
    ok: used <= most,
    left: Math.max(0, most - used),
    over: Math.max(0, used - most),
    seconds: Math.ceil(((windowOf(now) + 1) * WINDOW_MS - now) / 1_000),
  });
  return {
    take(key, now) {
      const used = usedBy(key, now) + 1;
      // Put at the end: the first of the map is the one not seen for longest.
      counts.delete(key);
      counts.set(key, { window: windowOf(now), used });
      const [oldest] = counts.keys();
      if (counts.size > MOST && oldest !== undefined) counts.delete(oldest);
      return allowance(used, now);
    },
    look: (key, now) => allowance(usedBy(key, now) + 1, now),
  };
}
