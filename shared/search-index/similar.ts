import { hasWords, neededWords } from '../language/index.ts';
import type { Page, Store } from '../store/port.ts';
import { searchEntries } from '../store/shapes.ts';
import { wholeText } from './entry.ts';
import { type Entry, type Kind, PRIVATE } from './model.ts';

/** A record that shares telling words with a text. */
export interface Similar {
  readonly id: string;
  /** The words, as the text has them; the rarest first. */
  readonly shared: readonly string[];
}

const TERMS = 8;
const LOOKED = 40;
const SECRETS = 100;
/** What tells one incident from another: names of things in kanji or katakana, words and numbers of three letters on. */
const TELLING = /[\p{Script=Han}々]{2,}|[\p{Script=Katakana}ー]{2,}|[\p{Script=Latin}\p{Nd}]{3,}/gu;

/**
 * Records of a kind that share the most and the rarest words with a text, the most alike first; the newest 40 with each
 * of its first eight words, and the newest 100 private ones, are looked at. Who may see them is the noun's to say.
 */
export async function similarEntries(
  store: Store,
  { team, kind, text }: { readonly team: string; readonly kind: Kind; readonly text: string },
): Promise<readonly Similar[]> {
  const terms = [...new Set(text.normalize('NFKC').match(TELLING) ?? [])].slice(0, TERMS);
  const read = (word: string, limit: number): Promise<Page<Entry>> =>
    store.page<Entry>({ shape: searchEntries, values: { team, kind, words: word }, limit });
  const [secret, ...pages] = await Promise.all([
    read(PRIVATE, SECRETS),
    ...terms.map((term) => read(neededWords(term)[0] ?? term, LOOKED)),
  ]);
  const found = new Map<string, { weight: number; shared: [string, number][] }>();
  for (const [i, term] of terms.entries()) {
    const docs = [...(pages[i]?.docs ?? []), ...secret.docs];
    const having = docs.filter(({ data }) => hasWords(term, wholeText(data), data.exact));
    const ids = new Set(having.map(({ data }) => data.id));
    // Of what stands everywhere little is told; 40 is as good as everywhere.
    const weight = Math.log(1 + LOOKED / Math.max(1, ids.size));
    for (const id of ids) {
      const one = found.get(id) ?? { weight: 0, shared: [] };
      found.set(id, { weight: one.weight + weight, shared: [...one.shared, [term, weight]] });
    }
  }
  return [...found]
    .sort(([a, x], [b, y]) => y.weight - x.weight || (a < b ? -1 : 1))
    .map(([id, { shared }]) => ({ id, shared: shared.sort((a, b) => b[1] - a[1]).map(([term]) => term) }));
}
