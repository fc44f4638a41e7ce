import type { Log } from '../../shared/platform/log.ts';
import { createLimit } from './limit.ts';

/** What one address may try in a minute without proving anything, at one edge of one instance. An office shares one. */
export const TRIES_A_MINUTE = 60;

/** Keeps count of those who prove nothing, by address. */
export interface Strangers {
  /** Seconds that the address must wait; 0 where it need not. Counts nothing. */
  wait(address: string | null, now: number): number;
  /** Counts a try, and says the same of it. */
  tried(address: string | null, now: number): number;
}

/**
 * A flood of one edge from one address: beyond the limit it is told once in the log, and no more of it is written down.
 * Without an address (a laptop, which has no proxy before it) nobody waits.
 */
export function createStrangers(edge: string, log: Log, most = TRIES_A_MINUTE): Strangers {
  const limit = createLimit(most);
  return {
    wait(address, now) {
      if (address === null) return 0;
      const { ok, seconds } = limit.look(address, now);
      return ok ? 0 : seconds;
    },
    tried(address, now) {
      if (address === null) return 0;
      const { ok, over, seconds } = limit.take(address, now);
      if (over === 1) log.warn('address-throttled', { edge });
      return ok ? 0 : seconds;
    },
  };
}
