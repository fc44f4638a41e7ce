import { everyDocument } from '../store/collections.ts';
import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { type Hold, STANDING_PATH, type Standing } from './model.ts';

/** Makes the list of those that stand from the holds themselves, as after a restore. Returns how many stand. */
export async function rebuildHolds(store: Store): Promise<number> {
  const known = await Array.fromAsync(every<Hold>(store, { shape: everyDocument('legal-holds') }));
  return store.transaction(async (tx) => {
    // Read again in here: whoever sets or lifts one meanwhile is not written over.
    const [index, ...docs] = await Promise.all([
      tx.get<Standing>(STANDING_PATH),
      ...known.map(({ path }) => tx.get<Hold>(path)),
    ]);
    const found = docs.flatMap((doc) => (doc?.data.standing ? [doc.data] : []));
    const seen = new Set(known.map(({ data }) => data.record));
    const newer = (index?.data.holds ?? []).filter(({ record }) => !seen.has(record));
    const holds = [...found.map(({ record, team }) => ({ record, team })), ...newer];
    if (holds.length > 0 || index) tx.put<Standing>(STANDING_PATH, { holds });
    return holds.length;
  });
}
