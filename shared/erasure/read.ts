import { everyDocument } from '../store/collections.ts';
import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { type Erasure, erasurePath, type Subject, subjectPath } from './model.ts';

export interface KeptErasure {
  readonly erasure: Erasure;
  /** Whose it is; null once it is over. */
  readonly subject: Subject | null;
}

export const isOver = ({ phase }: Erasure): boolean => phase === 'erased' || phase === 'discarded';

/** One erasure; null where there is none. */
export async function erasureOf(store: Store, id: string): Promise<KeptErasure | null> {
  const [erasure, subject] = await Promise.all([
    store.get<Erasure>(erasurePath(id)),
    store.get<Subject>(subjectPath(id)),
  ]);
  return erasure && { erasure: erasure.data, subject: subject?.data ?? null };
}

/** All of them, the latest first: they are few. */
export async function listErasures(store: Store): Promise<readonly Erasure[]> {
  const all: Erasure[] = [];
  for await (const { data } of every<Erasure>(store, { shape: everyDocument('erasures') })) all.push(data);
  return all.sort((a, b) => b.at - a.at);
}

/** The one of a person that is not over yet. Those that wait are few: each is gone after a week. */
export async function erasureUnderWay(store: Store, said: string): Promise<KeptErasure | null> {
  for await (const { id, data } of every<Subject>(store, { shape: everyDocument('erasure-subjects') })) {
    if (data.said !== said) continue;
    const kept = await erasureOf(store, id);
    if (kept && !isOver(kept.erasure)) return kept;
  }
  return null;
}
