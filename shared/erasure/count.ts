import { KEPT_COLLECTIONS } from '../store/collections.ts';
import { parsePath } from '../store/path.ts';
import type { Doc } from '../store/port.ts';
import { namesIn } from './gather.ts';
import type { Found, Place, Replacing } from './model.ts';
import { type NamePattern, namePattern } from './name-pattern.ts';
import { createReplacer } from './replace.ts';

const MOST_PLACES = 12;
const AROUND = 18;

export interface Counter {
  /** Whether the document holds the person as more than a word of a text; what it holds of each name is noted. */
  look(doc: Doc<object>): boolean;
  readonly found: Readonly<Record<string, Found>>;
  /** Names of others of which one is a part. */
  readonly spared: ReadonlySet<string>;
}

/** Counts where a person stands, before anything is replaced. `before`: what was found so far. */
export function createCounter(replacing: Replacing, before: Readonly<Record<string, Found>>): Counter {
  // The longest first: where 「新井 さくら」 stands, 「新井」 is no find of its own.
  const names = [...replacing.names]
    .sort((a, b) => b.name.length - a.name.length)
    .map(({ name }) => ({ name, pattern: namePattern(name) }));
  const found: Record<string, Found> = { ...before };
  const spared = new Set(replacing.spared);
  const note = (name: string, more: Partial<Omit<Found, 'places'>>, place: Place | null) => {
    const { texts, others, places } = found[name] ?? { texts: 0, others: 0, places: [] };
    found[name] = {
      texts: texts + (more.texts ?? 0),
      others: others + (more.others ?? 0),
      places: place && places.length < MOST_PLACES && isNew(place, places) ? [...places, place] : places,
    };
  };
  const lookInText = (path: string, text: string) => {
    if (names.some(({ pattern }) => pattern.whole(text) !== null)) return;
    let rest = text;
    for (const { name, pattern } of names) {
      const hits = pattern.within(rest);
      if (hits[0]) note(name, { texts: 1 }, { path, text: around(text, hits[0]) });
      for (const [start, end] of hits)
        rest = rest.slice(0, start) + ' '.repeat(end - start) + rest.slice(end);
    }
  };
  const standing = createReplacer({
    ...replacing,
    names: replacing.names.map(({ name }) => ({ name, level: 'value' as const })),
  });
  const anywhere = createReplacer({
    ...replacing,
    names: replacing.names.map(({ name }) => ({ name, level: 'text' as const })),
  });
  return {
    found,
    spared,
    look({ path, data }) {
      if (!anywhere.mayHold(path, data)) return false;
      for (const { user, name } of namesIn(data)) {
        if (user === replacing.user || user === replacing.pseudonym.id) continue;
        for (const one of names) {
          const title = one.pattern.whole(name);
          if (title === '') note(one.name, { others: 1 }, null);
          else if (title === null && isPartOf(name, one.pattern.within(name))) spared.add(name);
        }
      }
      if (isKept(path)) for (const text of textsIn(data)) lookInText(path, text);
      return standing.rewrite(path, data) !== null;
    },
  };
}

const KEPT: ReadonlySet<string> = new Set(KEPT_COLLECTIONS);
/** Of what is made from records, or gone in days, nobody has to look at the texts. */
const isKept = (path: string): boolean =>
  KEPT.has(parsePath(path).collection) && KEPT.has(path.slice(0, path.indexOf('/')));

/** An event and the state that follows from it say the same. */
const isNew = ({ text }: Place, places: readonly Place[]): boolean =>
  places.every((one) => one.text !== text);

const isPartOf = (longer: string, hits: ReturnType<NamePattern['within']>): boolean =>
  hits.some(([start, end]) => /\p{L}$/u.test(longer.slice(0, start)) || /^\p{L}/u.test(longer.slice(end)));

function around(text: string, [start, end]: readonly [number, number]): string {
  const [from, to] = [Math.max(0, start - AROUND), Math.min(text.length, end + AROUND)];
  const piece = text.slice(from, to).replace(/\s+/g, ' ').toWellFormed();
  return `${from > 0 ? '…' : ''}${piece}${to < text.length ? '…' : ''}`;
}

/** But for the tags, by which lists find it: they are made of the others. */
function* textsIn(data: unknown): Generator<string> {
  if (typeof data === 'string') yield data;
  else if (typeof data === 'object' && data !== null)
    for (const [field, one] of Object.entries(data)) if (field !== 'tags') yield* textsIn(one);
}
