import { recordId } from '../platform/ids.ts';
import type { Store } from '../store/port.ts';
import { endedKeys } from '../store/program-shapes.ts';

/** For so long the same key is the same request. */
export const KEPT_MS = 86_400_000;
/** A request that has not answered by then has died: no handler lives as long. */
const LEASE_MS = 60_000;
/** What one request sweeps away of those that ended: more than it adds. */
const SWEPT = 5;

/** A request that says what it is known by, so that sent again it is carried out once. */
export interface Once {
  /** Whose keys these are: two programs may choose the same. */
  readonly owner: string;
  readonly key: string;
  /** A hash of all that the request says. */
  readonly request: string;
}

interface Kept {
  readonly request: string;
  readonly cause: string;
  /** Epoch ms. */
  readonly endsAt: number;
  readonly leaseUntil: number;
  /** As JSON text; null while it is under way. */
  readonly answer: string | null;
}

export type Begun<A> =
  /** To be carried out. `cause` goes into the transaction that does it, and is the same however often it is begun. */
  | { readonly kind: 'begun'; readonly cause: string }
  | { readonly kind: 'answered'; readonly answer: A }
  | { readonly kind: 'under-way' }
  | { readonly kind: 'another' };

const pathOf = ({ owner, key }: Once): string => `idempotency-keys/${recordId('key', owner, key)}`;

/**
 * Begins a request, or says what came of it. Whoever dies after carrying it out and before keeping the answer leaves the
 * key with its cause: begun again, the verb finds its cause in the record and does nothing twice.
 */
export async function beginOnce<A>(store: Store, once: Once, now: number): Promise<Begun<A>> {
  const path = pathOf(once);
  const begun = await store.transaction(async (tx): Promise<Begun<A>> => {
    const there = (await tx.get<Kept>(path))?.data;
    const kept = there && there.endsAt > now ? there : null;
    if (kept && kept.request !== once.request) return { kind: 'another' };
    if (kept?.answer != null) return { kind: 'answered', answer: JSON.parse(kept.answer) as A };
    if (kept && kept.leaseUntil > now) return { kind: 'under-way' };
    const cause = kept?.cause ?? recordId('once', once.owner, once.key, String(now));
    const { request } = once;
    tx.put<Kept>(path, {
      request,
      cause,
      endsAt: kept?.endsAt ?? now + KEPT_MS,
      leaseUntil: now + LEASE_MS,
      answer: null,
    });
    return { kind: 'begun', cause };
  });
  if (begun.kind === 'begun') await sweep(store, now);
  return begun;
}

/** Keeps the answer, for whoever asks again. */
export async function endOnce(store: Store, once: Once, answer: unknown): Promise<void> {
  const path = pathOf(once);
  await store.transaction(async (tx) => {
    const kept = (await tx.get<Kept>(path))?.data;
    if (kept) tx.put<Kept>(path, { ...kept, answer: JSON.stringify(answer) });
  });
}

/** Nothing came of it: the next with this key may try at once. `certain`: that nothing was done, so that it may say something else. */
export async function giveUpOnce(store: Store, once: Once, certain: boolean): Promise<void> {
  const path = pathOf(once);
  await store.transaction(async (tx) => {
    const kept = (await tx.get<Kept>(path))?.data;
    if (!kept || kept.answer !== null) return;
    if (certain) tx.delete(path);
    else tx.put<Kept>(path, { ...kept, leaseUntil: 0 });
  });
}

async function sweep(store: Store, now: number): Promise<void> {
  const { docs } = await store.page<Kept>({ shape: endedKeys, values: { endsAt: now }, limit: SWEPT });
  if (docs.length === 0) return;
  await store.transaction(async (tx) => {
    const ended = await Promise.all(docs.map(({ path }) => tx.get<Kept>(path)));
    for (const doc of ended) if (doc && doc.data.endsAt <= now) tx.delete(doc.path);
  });
}
