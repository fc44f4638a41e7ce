import type { Log } from '../../platform/log.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { Store } from '../../store/port.ts';
import type { Cover } from '../overrides/covers.ts';
import { readCovers } from '../overrides/read.ts';

/** A slow store must leave time for the sheet. */
const LOAD_MS = 700;

/** Whoever tells of turns must still see a cover that is just over. */
const ENDED_MS = 24 * 3_600_000;

/** The covers of one rota, asked for with each look: a revoked one must not call anybody any more. */
export interface Coverage {
  /** Those that stand now or later, or ended within a day. Where the store cannot say, those that it last told. */
  look(now: number): Promise<readonly Cover[]>;
}

export function createCoverage(store: Store, rota: string, log: Log): Coverage {
  let last: readonly Cover[] = [];
  return {
    async look(now) {
      try {
        last = await orAbort(readCovers(store, rota, now - ENDED_MS), AbortSignal.timeout(LOAD_MS));
      } catch (error) {
        log.warn('covers-not-read', { rota, error: error instanceof Error ? error.message : 'unknown' });
      }
      return last;
    },
  };
}
