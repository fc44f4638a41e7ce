/** How many requests a token may make in a minute, at one instance. */
export const PER_MINUTE = 600;
const WINDOW_MS = 60_000;
/** More tokens than anybody has in use; beyond it what is known is forgotten, which lets more through, never less. */
const MOST = 1_000;

export interface Allowance {
  readonly ok: boolean;
  /** Requests left in this minute, and seconds until the next begins. */
  readonly left: number;
  readonly seconds: number;
}

/**
 * Counts requests by token and minute, in memory: it keeps a loop that ran wild from burying an instance, and is no quota
 * to be sold. Counted in the store, each request would cost a write, and all of a token's would wait for one document.
 */
export function createLimit(most = PER_MINUTE): (token: string, now: number) => Allowance {
  const counts = new Map<string, { window: number; used: number }>();
  return (token, now) => {
    const window = Math.floor(now / WINDOW_MS);
    const known = counts.get(token);
    const count = known?.window === window ? known : { window, used: 0 };
    if (!known && counts.size >= MOST) counts.clear();
    counts.set(token, count);
    count.used += 1;
    const seconds = Math.ceil(((window + 1) * WINDOW_MS - now) / 1_000);
    return { ok: count.used <= most, left: Math.max(0, most - count.used), seconds };
  };
}

/** As the IETF's draft on rate limit fields writes them. */
export const limitHeaders = ({ left, seconds }: Allowance, most = PER_MINUTE): Record<string, string> => ({
  'ratelimit-policy': `"token";q=${most};w=${WINDOW_MS / 1_000}`,
  ratelimit: `"token";r=${left};t=${seconds}`,
});
