import type { Store, Transaction } from '../store/port.ts';
import { claimPath, incidentPath, numberPath, type Pointer } from './records.ts';

/**
 * Takes the next free n of INC-n, without a counter that a burst would wear out: each number is a document of its own,
 * made only where the one before exists and it does not. So there are neither gaps nor doubles, and whoever loses the
 * race looks a little further. The same incident gets the same number, however often it asks.
 */
export async function claimNumber(store: Store, team: string, id: string): Promise<number> {
  for (let from = await lastNumber(store, team, 0); ; from = await lastNumber(store, team, from)) {
    const taken = await takeAfter(store, team, id, from);
    if (taken !== null) return taken;
  }
}

/** Null: somebody else was faster. */
function takeAfter(store: Store, team: string, id: string, last: number): Promise<number | null> {
  return store.transaction(async (tx) => {
    const claimed = (await tx.get<{ number: number }>(claimPath(id)))?.data.number;
    if (claimed !== undefined) return claimed;
    const number = last + 1;
    if (last > 0 && !(await tx.get(numberPath(team, last)))) return null;
    if (await tx.get(numberPath(team, number))) return null;
    takeNumber(tx, team, id, number);
    return number;
  });
}

/**
 * Takes a number that `lastNumber` said is the next, in the caller's transaction, which fails with `exists` where somebody
 * was faster; for several, one after the other.
 */
export function takeNumber(tx: Transaction, team: string, id: string, number: number): void {
  tx.create(numberPath(team, number), { record: incidentPath(id) } satisfies Pointer);
  tx.create(claimPath(id), { number });
}

/** The last number taken, at or after `from`: doubling steps, then halving; 40 reads for a million incidents. */
export async function lastNumber(store: Store, team: string, from: number): Promise<number> {
  const taken = async (number: number) =>
    number === 0 || (await store.get(numberPath(team, number))) !== null;
  let low = from;
  let step = 1;
  while (await taken(low + step)) {
    low += step;
    step *= 2;
  }
  let high = low + step;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (await taken(middle)) low = middle;
    else high = middle;
  }
  return low;
}
