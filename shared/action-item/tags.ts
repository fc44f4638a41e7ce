import { searchWords } from '../language/index.ts';
import type { ActionItem, Kind, Owner, Priority, State } from './model.ts';

/** `unfinished`: open or in progress. */
export type Stand = State | 'unfinished';

/** What a list is narrowed to; null: not by that. */
export interface Facets {
  readonly state: Stand | null;
  /** As `ownerKey` writes it. */
  readonly owner: string | null;
  readonly kind: Kind | null;
  readonly priority: Priority | null;
  readonly service: string | null;
}

/** A Slack id, `name:…` for somebody without, `none` where nobody has it. */
export const ownerKey = (owner: Owner | null): string =>
  owner === null ? 'none' : (owner.user ?? `name:${owner.name.normalize('NFKC').trim().toLowerCase()}`);

/** The one tag that answers any choice of filters together. */
export const facetTag = ({ state, owner, kind, priority, service }: Facets): string =>
  `f:${[state, owner, kind, priority, service].map((one) => one ?? '').join(':')}`;
export const wordTag = (word: string): string => `w:${word}`;
export const incidentTag = (id: string): string => `i:${id}`;
export const postmortemTag = (id: string): string => `p:${id}`;
export const NO_DUE = 'nodue';
/** All private ones, or those of them that are unfinished: candidates, of which each reader sees what they may. */
export const SECRET = { all: 'secret', unfinished: 'secret:unfinished' } as const;

const MOST_SERVICES = 5;

/**
 * What an item is found by: each combination of filters and the words of its title; a private one by nothing but that it
 * is, so that no filter or word of somebody else's search ever touches it. Both by their incidents and postmortem.
 */
export function tagsOf(item: Omit<ActionItem, 'tags' | 'dueKey' | 'priorityKey'>): readonly string[] {
  const { incidents, postmortem, unfinished } = item;
  const own = [
    ...incidents.map(({ id }) => incidentTag(id)),
    ...(postmortem ? [postmortemTag(postmortem)] : []),
  ];
  if (item.private) return [...own, SECRET.all, ...(unfinished ? [SECRET.unfinished] : [])];
  const noDue = unfinished && item.due === null ? [NO_DUE] : [];
  return [...own, ...noDue, ...facetsOf(item), ...searchWords(item.title).map(wordTag)];
}

function facetsOf(item: Omit<ActionItem, 'tags' | 'dueKey' | 'priorityKey'>): string[] {
  const states: readonly (Stand | null)[] = [
    null,
    item.state,
    ...(item.unfinished ? (['unfinished'] as const) : []),
  ];
  const services = new Set(item.incidents.map(({ service }) => service).filter((one) => one !== null));
  const all: string[] = [];
  for (const state of states)
    for (const owner of [null, ownerKey(item.owner)])
      for (const kind of [null, item.kind])
        for (const priority of [null, item.priority])
          for (const service of [null, ...[...services].slice(0, MOST_SERVICES)])
            all.push(facetTag({ state, owner, kind, priority, service }));
  return all;
}

/** After every day. */
const NEVER = '9999-12-31';
export const dueKeyOf = (due: string | null): string => due ?? NEVER;
const RANKS: Readonly<Record<Priority, number>> = { high: 1, medium: 2, low: 3 };
/** The graver first, and of two alike the one due sooner. */
export const priorityKeyOf = (priority: Priority, due: string | null): string =>
  `${RANKS[priority]} ${dueKeyOf(due)}`;
