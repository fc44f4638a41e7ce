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

const LONGEST = 12;

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

/** Words as a search may begin them: of spelled scripts each beginning, of the others each letter and pair. */
function wordsOf({ number, title }: Pick<Incident, 'number' | 'title'>): readonly string[] {
  const own = number === null ? [] : [`inc${number}`, String(number)];
  return [
    ...new Set([...own, ...runsOf(title).flatMap((run) => (isSpelled(run) ? beginnings(run) : pairs(run)))]),
  ];
}

/** The tag that finds the fewest candidates for a text; null where nothing in it is long enough to be one. */
export function searchTag(text: string): string | null {
  const [longest] = [...runsOf(text)].sort((a, b) => b.length - a.length);
  if (longest === undefined) return null;
  if (!isSpelled(longest)) return wordTag(Array.from(longest).slice(0, 2).join(''));
  return longest.length < 2 && !/\d/.test(longest) ? null : wordTag(longest.slice(0, LONGEST));
}

/** Whether an incident has all words of a text: its number, the beginning of a word, a piece of running Japanese. */
export function matcher(text: string): (incident: Pick<Incident, 'number' | 'title'>) => boolean {
  const wanted = runsOf(text);
  return ({ number, title }) => {
    const runs = runsOf(title);
    return wanted.every((run) => {
      if (number !== null && (run === `inc${number}` || run === String(number))) return true;
      return runs.some((one) => (isSpelled(run) ? one.startsWith(run) : one.includes(run)));
    });
  };
}

/** Width and case are one; `INC-7` is one word; letters of spelled scripts stand apart from the others. */
function runsOf(text: string): readonly string[] {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\binc-(?=\d)/g, 'inc');
  return (
    folded.match(
      /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}\p{Nd}]+|[^\P{L}\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]+/gu,
    ) ?? []
  );
}

const isSpelled = (run: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u.test(run);

const beginnings = (word: string): string[] =>
  Array.from({ length: Math.min(LONGEST, word.length) }, (_, i) => word.slice(0, i + 1)).filter(
    (one) => one.length > 1 || /\d/.test(one),
  );

function pairs(run: string): string[] {
  const letters = Array.from(run);
  return letters.flatMap((letter, i) => [
    letter,
    ...(i + 1 < letters.length ? [`${letter}${letters[i + 1]}`] : []),
  ]);
}

export const isStand = (text: string): text is Stand => (STANDS as readonly string[]).includes(text);
