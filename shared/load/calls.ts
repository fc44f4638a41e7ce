import type { Escalation } from '../escalation/index.ts';
import type { Store } from '../store/port.ts';
import { callsOfRota } from '../store/shapes.ts';
import type { CallTaken, Period } from './model.ts';

/** More calls than this in one period are not counted; the page says so. */
export const MOST_CALLS = 1_000;

export interface CallsTaken {
  readonly taken: readonly CallTaken[];
  /** Set where there were more calls: those before this instant are not counted. */
  readonly countedFrom: number | null;
}

/**
 * Who was called in a rota's calls of a period: once for each person and call, however often the ladder came back to
 * them. One query of at most 1,000 calls, latest first.
 */
export async function callsTaken(store: Store, rota: string, period: Period): Promise<CallsTaken> {
  const values = { rota, receivedAt: period.to };
  const page = await store.page<Escalation>({ shape: callsOfRota, values, limit: MOST_CALLS });
  const calls = page.docs.map(({ data }) => data).filter(({ receivedAt }) => receivedAt >= period.from);
  const full = page.cursor !== null && calls.length === page.docs.length;
  return {
    taken: calls.flatMap(({ called }) =>
      called.filter(({ user }, i) => called.findIndex((one) => one.user === user) === i),
    ),
    countedFrom: full ? (calls.at(-1)?.receivedAt ?? null) : null,
  };
}
