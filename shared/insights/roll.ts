import type { Page, Store, Transaction } from '../store/port.ts';
import { summaries } from '../store/shapes.ts';
import { type Change, changePath } from '../summary/index.ts';
import { partPath, partsOf, readMonth } from './month.ts';

/** So many documents are written at once that a transaction stays small. */
const BATCH = 300;

/**
 * Puts what has changed into its months, each month in one transaction that also takes it out of the queue; safe to
 * repeat and to run twice at once. Returns how many changes were taken. Stops between months when `signal` aborts.
 */
export async function rollUp(store: Store, signal: AbortSignal): Promise<number> {
  let taken = 0;
  while (!signal.aborted) {
    const page: Page<Change> = await store.page<Change>({
      shape: summaries.changes,
      values: {},
      limit: BATCH,
    });
    if (page.docs.length === 0) break;
    const months = Map.groupBy(page.docs, ({ data }) => `${data.kind} ${data.month}`);
    for (const docs of months.values()) {
      if (signal.aborted) break;
      taken += await store.transaction((tx) =>
        rollMonth(
          tx,
          docs.map(({ data }) => data),
        ),
      );
    }
  }
  return taken;
}

/** `found`: of one kind and month. Each is read again: what has changed since is taken as it is now. */
async function rollMonth(tx: Transaction, found: readonly Change[]): Promise<number> {
  const [one] = found;
  if (!one) return 0;
  const { kind, month } = one;
  const docs = await Promise.all(found.map((change) => tx.get<Change>(changePath(change))));
  const rows = await readMonth(tx, kind, month);
  const before = partsOf(kind, month, rows.values());
  const standing = docs.filter((doc) => doc !== null);
  for (const { data } of standing) {
    const { id, at, row } = data;
    if (row === null) rows.delete(id);
    else rows.set(id, { id, at, row });
  }
  const parts = partsOf(kind, month, rows.values());
  for (const [i, part] of parts.entries()) tx.put(partPath(kind, month, i), part);
  for (let i = parts.length; i < before.length; i += 1) tx.delete(partPath(kind, month, i));
  for (const { path } of standing) tx.delete(path);
  return standing.length;
}
