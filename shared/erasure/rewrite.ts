import { type ActionItem, actionItemTags } from '../action-item/index.ts';
import { type AuditEntry, auditDocument } from '../audit/index.ts';
import { type Incident, incidentTags } from '../incident/index.ts';
import { holdOver } from '../legal-hold/index.ts';
import { mend } from '../search/index.ts';
import type { Entry } from '../search-index/index.ts';
import { parsePath } from '../store/path.ts';
import type { Doc, Store } from '../store/port.ts';
import type { Task } from '../tasks/index.ts';
import type { Erasure, Replacing } from './model.ts';
import { createReplacer, type Rewritten } from './replace.ts';

/** Documents in one transaction: each may have 1 MiB, and Firestore takes 10. */
const AT_ONCE = 8;
const MENDED_AT_ONCE = 8;
/** Theirs alone: what they chose for themselves. It is deleted. */
const PERSONAL: ReadonlySet<string> = new Set([
  'preferences',
  'saved-filters',
  'app-homes',
  'encrypted-tokens',
]);

export interface Rewriting {
  /** Paths of the documents written or deleted, as they were. */
  readonly changed: readonly string[];
  /** Documents that somebody is at work on just now: for the next time. */
  readonly busy: number;
  /** Paths of incidents and calls under legal hold, whose documents stay as they are. */
  readonly held: readonly string[];
}

/** What becomes of one document: another in its place, nothing, or to be left for now. */
type Outcome =
  | { readonly kind: 'put'; readonly to: Rewritten }
  | { readonly kind: 'delete'; readonly also: readonly string[] }
  | { readonly kind: 'held'; readonly record: string }
  | { readonly kind: 'busy' }
  | { readonly kind: 'same' };

export interface Rewriter {
  mayHold(doc: Doc<object>): boolean;
  /** Reads each again in a transaction and writes it without the person: no change of somebody else is lost. */
  rewrite(docs: readonly Doc<object>[]): Promise<Rewriting>;
}

export function createRewriter(store: Store, replacing: Replacing, by: Erasure['by'], now: number): Rewriter {
  const replacer = createReplacer(replacing);

  function outcomeOf(path: string, data: object): Outcome {
    const { collection } = parsePath(path);
    const to = replacer.rewrite(path, data);
    if (to === null) return { kind: 'same' };
    if (collection === 'tasks' && (data as Task).attempt !== null) return { kind: 'busy' };
    if (PERSONAL.has(collection) && (to.path !== path || isTheirs(data, replacing.user)))
      return { kind: 'delete', also: [] };
    if (collection === 'feeds' && to.path !== path) {
      const { hash } = data as { readonly hash: string | null };
      return { kind: 'delete', also: hash === null ? [] : [`feed-secrets/${hash}`] };
    }
    // Its id is made of who did it, and would let anybody try out ids until one fits.
    if (collection === 'audit') return { kind: 'put', to: auditDocument(to.data as AuditEntry) };
    return {
      kind: 'put',
      to: { path: to.path, data: renewed(collection, data, to.data, by, now, replacing.user) },
    };
  }

  async function some(docs: readonly Doc<object>[]): Promise<Rewriting> {
    return store.transaction(async (tx) => {
      const fresh = await Promise.all(docs.map(({ path }) => tx.get<object>(path)));
      const outcomes = await Promise.all(
        fresh.map(async (doc): Promise<Outcome> => {
          const outcome: Outcome = doc ? outcomeOf(doc.path, doc.data) : { kind: 'same' };
          const writes = doc && (outcome.kind === 'put' || outcome.kind === 'delete');
          const hold = writes ? await holdOver(tx, doc.path) : null;
          return hold ? { kind: 'held', record: hold.record } : outcome;
        }),
      );
      const changed: string[] = [];
      for (const [i, outcome] of outcomes.entries()) {
        const path = fresh[i]?.path ?? '';
        if (outcome.kind !== 'put' && outcome.kind !== 'delete') continue;
        changed.push(path);
        if (outcome.kind === 'delete' || outcome.to.path !== path) tx.delete(path);
        if (outcome.kind === 'put') tx.put(outcome.to.path, outcome.to.data);
        else for (const one of outcome.also) tx.delete(one);
      }
      const held = outcomes.flatMap((one) => (one.kind === 'held' ? [one.record] : []));
      return { changed, busy: outcomes.filter(({ kind }) => kind === 'busy').length, held };
    });
  }

  return {
    mayHold: ({ path, data }) => replacer.mayHold(path, data),
    async rewrite(docs) {
      const entries = docs.filter(({ path }) => path.startsWith('search-entries/'));
      const others = docs.filter((doc) => !entries.includes(doc));
      const changed: string[] = [];
      const held: string[] = [];
      let busy = 0;
      for (let at = 0; at < others.length; at += AT_ONCE) {
        const done = await some(others.slice(at, at + AT_ONCE));
        changed.push(...done.changed);
        held.push(...done.held);
        busy += done.busy;
      }
      for (let at = 0; at < entries.length; at += MENDED_AT_ONCE) {
        const part = entries.slice(at, at + MENDED_AT_ONCE);
        const mended = await Promise.all(part.map(({ data }) => mend(store, data as Entry)));
        changed.push(...part.filter((_, i) => mended[i]).map(({ path }) => path));
      }
      return { changed, busy, held };
    },
  };
}

const isTheirs = (data: object, user: string | null): boolean =>
  user !== null && (data as { readonly user?: unknown }).user === user;

/** What follows from a record's words is made of them again; a key to the API opens nothing any more. */
function renewed(
  collection: string,
  before: object,
  after: object,
  by: Erasure['by'],
  now: number,
  user: string | null,
): object {
  if (collection === 'incidents') return { ...after, tags: incidentTags(after as Incident) };
  if (collection === 'action-items') return { ...after, tags: actionItemTags(after as ActionItem) };
  if (collection === 'api-tokens') {
    const { owner, revoked } = before as {
      readonly owner: { readonly user: string };
      readonly revoked: object | null;
    };
    if (owner.user === user && revoked === null) return { ...after, revoked: { ...by, at: now } };
  }
  return after;
}
