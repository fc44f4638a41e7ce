import { holdOver, standingHolds } from '../legal-hold/index.ts';
import { TobanError } from '../platform/errors.ts';
import { everyDocument, WALKED_COLLECTIONS } from '../store/collections.ts';
import type { Doc, Page, Store } from '../store/port.ts';
import { createCounter } from './count.ts';
import { namesIn } from './gather.ts';
import { type Erasure, type Name, type Position, type Stage, type Subject, subjectPath } from './model.ts';
import { isFullName } from './name-pattern.ts';
import { createRewriter } from './rewrite.ts';

const PAGE = 100;
/** Documents read in one step, and written: what a request may take. */
const MOST = { seen: 1_000, changed: 200 };
/** Whoever has more spellings has a sheet that names somebody else. */
const MOST_NAMES = 40;
/** Each is looked for in every text that holds the person. */
const MOST_SPARED = 200;
/** Holds that are named: there may be as many as a document lists. */
const MOST_HELD = 1_000;
/** A pass that changes nothing ends it; so many without such a one means that they are still being written. */
const MOST_PASSES = 6;

export const BEGINNING = (stage: Stage, pass = 1): Position => ({
  stage,
  pass,
  collection: 0,
  cursor: null,
  seen: 0,
  changed: 0,
  busy: 0,
});

/** `over`: the look, or the erasure, has come to its end. `wait`: somebody is at work on what is to be written. */
export type Step = { readonly kind: 'more' | 'wait' | 'over'; readonly subject: Subject };

/**
 * Goes on with an erasure from where it stands: some documents, then how far it has come is kept. Killed at any moment
 * the same is done once more, and nothing is counted twice. Errors: `not-found` where it is over, `conflict` where
 * somebody else carries it on at the same time.
 */
export async function carryOn(
  store: Store,
  erasure: Erasure,
  now: number,
  signal: AbortSignal,
): Promise<Step> {
  const path = subjectPath(erasure.id);
  const kept = await store.get<Subject>(path);
  if (!kept) throw new TobanError('not-found', 'this erasure is over');
  // Cut off between the end of the look and the note of it: nothing is written before somebody has confirmed it.
  if (erasure.phase === 'looking' && kept.data.position.stage === 'sweep')
    return { kind: 'over', subject: kept.data };
  const step = await one(store, kept.data, erasure.by, now, signal);
  await store.put(path, step.subject, { version: kept.version });
  return step;
}

async function one(
  store: Store,
  subject: Subject,
  by: Erasure['by'],
  now: number,
  signal: AbortSignal,
): Promise<Step> {
  const { stage } = subject.position;
  const names = new Map(subject.names.map((name) => [name.name, name]));
  const counter = createCounter(subject, subject.found);
  const rewriter = createRewriter(store, subject, by, now);
  const counts = { ...subject.counts };
  const anyHold = stage === 'count' && (await standingHolds(store, null)).length > 0;
  const holds = new Set(subject.held);
  let at = subject.position;
  let [seen, changed] = [0, 0];
  while (at.collection < WALKED_COLLECTIONS.length && seen < MOST.seen && changed < MOST.changed) {
    signal.throwIfAborted();
    const collection = WALKED_COLLECTIONS[at.collection] ?? '';
    const query = { shape: everyDocument(collection), values: {}, limit: PAGE, cursor: at.cursor };
    const page: Page<object> = await store.page<object>(query);
    const { holding, busy, held } = await lookAt(page.docs);
    for (const record of held) holds.add(record);
    for (const kind of holding.map(kindOf)) counts[kind] = (counts[kind] ?? 0) + 1;
    seen += page.docs.length;
    const written = stage === 'sweep' ? holding.length : 0;
    changed += written;
    at = {
      ...at,
      collection: at.collection + (page.cursor === null ? 1 : 0),
      cursor: page.cursor,
      seen: at.seen + page.docs.length,
      changed: at.changed + written,
      busy: at.busy + busy,
    };
  }
  const all = [...names.values()].slice(0, MOST_NAMES);
  const next: Subject = {
    ...subject,
    names: all,
    found: counter.found,
    counts,
    held: [...holds].slice(0, MOST_HELD),
    spared: [...counter.spared].slice(0, MOST_SPARED),
    position: at,
  };
  return at.collection < WALKED_COLLECTIONS.length ? { kind: 'more', subject: next } : endOf(next);

  /** `holding`: paths of those that hold the person, or did. */
  async function lookAt(docs: readonly Doc<object>[]): Promise<{
    readonly holding: readonly string[];
    readonly busy: number;
    readonly held: readonly string[];
  }> {
    switch (stage) {
      case 'gather':
        for (const { user, name } of docs.flatMap(({ data }) => namesIn(data)))
          if (user === subject.user && !names.has(name)) names.set(name, { name, level: 'value' });
        return { holding: [], busy: 0, held: [] };
      case 'count': {
        const holding = docs.filter((doc) => counter.look(doc)).map(({ path }) => path);
        const over = anyHold ? await Promise.all(holding.map((path) => holdOver(store, path))) : [];
        return { holding, busy: 0, held: over.flatMap((hold) => (hold ? [hold.record] : [])) };
      }
      case 'sweep': {
        const { changed, ...rest } = await rewriter.rewrite(docs.filter((doc) => rewriter.mayHold(doc)));
        return { holding: changed, ...rest };
      }
    }
  }
}

/** By what people know it: an event of an incident is of an incident. */
const kindOf = (path: string): string => path.slice(0, path.indexOf('/'));

function endOf(subject: Subject): Step {
  const { stage, pass, changed, busy } = subject.position;
  switch (stage) {
    case 'gather':
      return { kind: 'more', subject: { ...subject, position: BEGINNING('count') } };
    case 'count': {
      const names = subject.names.map(({ name }): Name => ({ name, level: proposed(name, subject) }));
      return { kind: 'over', subject: { ...subject, names, position: BEGINNING('sweep') } };
    }
    case 'sweep':
      if ((changed === 0 && busy === 0) || pass === MOST_PASSES) return { kind: 'over', subject };
      return {
        kind: busy > 0 ? 'wait' : 'more',
        subject: { ...subject, position: BEGINNING('sweep', pass + 1) },
      };
  }
}

/** A name that others have goes only with the id; a full one from everywhere; a short one only where it stands alone. */
function proposed(name: string, { found }: Subject): Name['level'] {
  if ((found[name]?.others ?? 0) > 0) return 'own';
  return isFullName(name) ? 'text' : 'value';
}
