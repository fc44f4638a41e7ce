import { type Described, type Entry, entryOf, entryPath, KINDS, type Kind } from '../search-index/index.ts';
import { every } from '../store/every.ts';
import { sameJson } from '../store/json.ts';
import type { Store } from '../store/port.ts';
import { allSearchEntries } from '../store/shapes.ts';
import { SOURCES } from './sources.ts';

/** Something that the search does not find as it is: new words, old ones, or what is no more. */
export interface Difference {
  readonly kind: Kind;
  readonly id: string;
  readonly part: string | null;
  readonly why: 'missing' | 'other' | 'gone';
}

/**
 * Compares every record and part with what the search finds it by, one after the other, then every entry with its
 * record. Reads everything; `tell` hears of each difference and of each entry looked at. Memory stays the same.
 */
export async function compare(
  store: Store,
  tell: (difference: Difference | null) => Promise<void> | void,
): Promise<void> {
  for (const kind of KINDS) {
    const { ids, parts, describe } = SOURCES[kind];
    for await (const id of ids(store)) {
      for (const part of [null, ...(await parts(store, id))]) {
        const entry = (await store.get<Entry>(entryPath(kind, id, part)))?.data ?? null;
        const why = differs(kind, await describe(store, id, part), entry);
        await tell(why && { kind, id, part, why });
      }
    }
  }
  for await (const { data } of every<Entry>(store, { shape: allSearchEntries })) {
    const { kind, id, part } = data;
    if ((await SOURCES[kind].describe(store, id, part)) === null) await tell({ kind, id, part, why: 'gone' });
  }
}

/** Null where the entry is what the description says. */
function differs(kind: Kind, described: Described | null, entry: Entry | null): Difference['why'] | null {
  if (described === null) return entry === null ? null : 'gone';
  if (entry === null) return 'missing';
  return sameJson(entryOf(kind, described), entry) ? null : 'other';
}

/**
 * Makes one entry what its record says, read again in the transaction that writes it. Safe beside everything else. False
 * where it was so already.
 */
export function mend(store: Store, { kind, id, part }: Omit<Difference, 'why'>): Promise<boolean> {
  const path = entryPath(kind, id, part);
  return store.transaction(async (tx) => {
    const described = await SOURCES[kind].describe(tx, id, part);
    const entry = (await tx.get<Entry>(path))?.data ?? null;
    if (differs(kind, described, entry) === null) return false;
    if (described) tx.put(path, entryOf(kind, described));
    else tx.delete(path);
    return true;
  });
}

/** Makes every entry what its record says. Returns how many were not. */
export async function rebuildSearch(store: Store): Promise<number> {
  let mended = 0;
  await compare(store, async (difference) => {
    if (difference === null) return;
    await mend(store, difference);
    mended += 1;
  });
  return mended;
}
