import { type Incident, mayTell } from '../incident/index.ts';
import type { Store, Transaction } from '../store/port.ts';
import { runCountPath } from './records.ts';

interface Count {
  readonly runs: number;
}

/** Reads how often a runbook was started; what it returns writes one more. Drills and private incidents do not count. */
export async function countedRun(
  tx: Transaction,
  id: string,
  incident: Incident | null,
): Promise<() => void> {
  const runs = (await tx.get<Count>(runCountPath(id)))?.data.runs ?? 0;
  const counts = incident !== null && mayTell(incident, 'numbers') === 'all';
  return () => {
    if (counts) tx.put<Count>(runCountPath(id), { runs: runs + 1 });
  };
}

export const runCount = async (store: Store, id: string): Promise<number> =>
  (await store.get<Count>(runCountPath(id)))?.data.runs ?? 0;
