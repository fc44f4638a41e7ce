import { bestWord, hasWords, searchWords } from '../language/index.ts';
import type { Severity } from '../severity/index.ts';
import { type Incident, STATUSES, type Status } from './model.ts';
import { membersOf } from './policy.ts';

/** `open`: neither resolved nor closed. */
export const STANDS = ['open', ...STATUSES] as const;
export type Stand = (typeof STANDS)[number];

/** What a list is narrowed to; null: not by that. */
export interface Facets {
  readonly status: Stand | null;
  readonly severity: Severity | null;
  readonly service: string | null;
}

/** The one tag that answers any choice of filters together. */
export const facetTag = ({ status, severity, service }: Facets): string =>
  `f:${status ?? ''}:${severity ?? ''}:${service ?? ''}`;
export const readerTag = (user: string): string => `u:${user}`;
export const wordTag = (word: string): string => `w:${word}`;

/**
 * What an incident is found by. A private one only by its members, so that no filter or word of somebody else's search
 * ever touches it; every other by each combination of filters and by the words of its title.
 */
export function tagsOf(state: Incident): readonly string[] {
  if (state.private) return membersOf(state).map(readerTag);
  const statuses: readonly (Status | 'open' | null)[] = [
    null,
    state.status,
    ...(state.open ? (['open'] as const) : []),
  ];
  const services = state.service === null ? [null] : [null, state.service];
  const facets = statuses.flatMap((status) =>
    [null, state.severity].flatMap((severity) =>
      services.map((service) => facetTag({ status, severity, service })),
    ),
  );
  return [...facets, ...wordsOf(state).map(wordTag)];
}

/** Its words, and the ways its number is written. */
function wordsOf({ number, title }: Pick<Incident, 'number' | 'title'>): readonly string[] {
  const own = number === null ? [] : [`inc${number}`, String(number)];
  return [...new Set([...own, ...searchWords(title)])];
}

/** The tag that finds the fewest candidates for a text; null where nothing in it is long enough to be one. */
export function searchTag(text: string): string | null {
  const word = bestWord(text);
  return word === null ? null : wordTag(word);
}

/** Whether an incident has all words of a text: its number, the beginning of a word, a piece of running Japanese. */
export const matcher =
  (text: string): ((incident: Pick<Incident, 'number' | 'title'>) => boolean) =>
  ({ number, title }) =>
    hasWords(text, title, number === null ? [] : [`inc${number}`, String(number)]);

export const isStand = (text: string): text is Stand => (STANDS as readonly string[]).includes(text);
