import { type ActionItem, actionItemPath, seeing } from '../action-item/index.ts';
import { callPath, type Escalation } from '../escalation/index.ts';
import { type Incident, incidentAddress, incidentById, labelOf, mayTell } from '../incident/index.ts';
import { type Postmortem, postmortemAddress, postmortemById } from '../postmortem/index.ts';
import { listRunbooks, type RunbookEntry } from '../runbook/index.ts';
import { type Entry, findEntries, KINDS, type Kind } from '../search-index/index.ts';
import type { Store } from '../store/port.ts';

/** A record as it is now, with where it is found. */
export type Record =
  | { readonly kind: 'incident'; readonly record: Incident }
  | { readonly kind: 'call'; readonly record: Escalation }
  | { readonly kind: 'postmortem'; readonly record: Postmortem }
  | { readonly kind: 'action-item'; readonly record: ActionItem }
  | { readonly kind: 'runbook'; readonly record: RunbookEntry };

export type Hit = Record & {
  readonly id: string;
  /** The address of its page, or of the place in it. */
  readonly address: string;
  /** `INC-7`; null for what has no number. */
  readonly label: string | null;
  readonly title: string;
  /** Epoch ms; lists go by it. */
  readonly at: number;
  /** What of it was found, the best first; never empty. User text. */
  readonly found: readonly Entry[];
};

export interface Group {
  readonly kind: Kind;
  readonly hits: readonly Hit[];
  /** Hand it back, with the kind, for more; null at the end. */
  readonly cursor: string | null;
}

export interface Query {
  readonly team: string;
  readonly reader: string;
  readonly text: string;
  /** As many entries of each kind are looked for. */
  readonly most: number;
}

/** What a reader may see of each kind, newest first; kinds are left out where nothing is found and nothing is left to look at. Bounded reads (`findEntries`). */
export async function searchAll(
  store: Store,
  query: Query,
  kinds: readonly Kind[] = KINDS,
): Promise<readonly Group[]> {
  const groups = await Promise.all(kinds.map((kind) => searchKind(store, query, kind, null)));
  return groups.filter(({ hits, cursor }) => hits.length > 0 || cursor !== null);
}

/** Errors: `bad-input` for a cursor that is none. */
export async function searchKind(
  store: Store,
  query: Query,
  kind: Kind,
  cursor: string | null,
): Promise<Group> {
  const { text, most, reader, team } = query;
  // Runbooks are the same for every team.
  const found = await findEntries(store, { team: kind === 'runbook' ? '' : team, kind, text, most, cursor });
  const byRecord = Map.groupBy(found.entries, ({ id }) => id);
  const sees = reading(store, { team, reader });
  const hits = await Promise.all(
    [...byRecord].map(async ([id, entries]): Promise<Hit | null> => {
      const seen = await sees(kind, id);
      if (!seen) return null;
      const own = entries.toSorted((a, b) => Number(a.part !== null) - Number(b.part !== null));
      return { ...seen, id, ...shownAs(seen, id), found: own };
    }),
  );
  return { kind, hits: hits.filter((hit) => hit !== null), cursor: found.cursor };
}

/** The index finds candidates; what a reader may know is for each noun to say, of the record as it is now. */
function reading(store: Store, { team, reader }: Pick<Query, 'team' | 'reader'>) {
  const calls = { calls: { store } };
  const items = { incidents: calls };
  const seesItem = seeing(items);
  let runbooks: ReturnType<typeof listRunbooks> | null = null;
  return async (kind: Kind, id: string): Promise<Record | null> => {
    switch (kind) {
      case 'incident': {
        const state = (await incidentById(calls, id))?.state;
        return state?.team === team && mayTell(state, 'page', reader) === 'all'
          ? { kind, record: state }
          : null;
      }
      case 'call': {
        const call = (await store.get<Escalation>(callPath(id)))?.data;
        return call?.team === team ? { kind, record: call } : null;
      }
      case 'postmortem': {
        const state = (await postmortemById({ incidents: calls }, id, reader))?.state;
        return state?.team === team && state.mergedInto === null ? { kind, record: state } : null;
      }
      case 'action-item': {
        const item = (await store.get<ActionItem>(actionItemPath(id)))?.data;
        return item?.team === team && (await seesItem(item, reader)) ? { kind, record: item } : null;
      }
      case 'runbook': {
        runbooks ??= listRunbooks(store);
        const entry = (await runbooks).find((one) => one.id === id);
        return entry && !entry.retired ? { kind, record: entry } : null;
      }
    }
  };
}

function shownAs(seen: Record, id: string): Pick<Hit, 'address' | 'label' | 'title' | 'at'> {
  switch (seen.kind) {
    case 'incident': {
      const { number, title, declaredAt } = seen.record;
      return { address: incidentAddress(seen.record), label: labelOf(number), title, at: declaredAt };
    }
    case 'call':
      return { address: `/calls/${id}`, label: null, title: '', at: seen.record.receivedAt };
    case 'postmortem': {
      const { title, createdAt } = seen.record;
      return { address: postmortemAddress(seen.record), label: null, title, at: createdAt };
    }
    case 'action-item':
      return { address: `/actions/${id}`, label: null, title: seen.record.title, at: seen.record.createdAt };
    case 'runbook':
      return { address: `/runbooks/${id}`, label: null, title: seen.record.title, at: seen.record.at };
  }
}
