import { hasWords, neededWords } from '../language/index.ts';
import { cursorAfter, lastShown, mergePages, orderBy } from '../store/merge-pages.ts';
import type { Doc, Page, Store } from '../store/port.ts';
import { searchEntries } from '../store/shapes.ts';
import { wholeText } from './entry.ts';
import { type Entry, type Kind, PRIVATE } from './model.ts';

export interface Asked {
  readonly team: string;
  readonly kind: Kind;
  readonly text: string;
  /** As many entries are looked for, 1 to 100. */
  readonly most: number;
  readonly cursor: string | null;
}

/** Entries that have all words of the text, newest first. Some may be private: who may see them is the noun's to say. */
export interface Candidates {
  readonly entries: readonly Entry[];
  /** Hand it back for older ones; null at the end. */
  readonly cursor: string | null;
}

/** So many words of the text are tried at once; the rarest of them is read on. */
const PROBES = 4;
const PROBED = 25;
const PAGE = 100;
const PAGES = 3;
/** Of the private entries of a kind as many are looked through, the newest. */
const SECRETS = 200;
const NEWEST_FIRST = orderBy<Entry>(({ at }) => at, -1);

/**
 * Finds the candidates by the rarest of some words, as their first pages tell, and keeps those that have them all. Reads
 * at most 600 documents of a kind, whatever there is; with a word that few have, about as many as it finds.
 * Errors: `bad-input` for a cursor that is none.
 */
export async function findEntries(store: Store, asked: Asked): Promise<Candidates> {
  const { team, kind, text, most } = asked;
  const words = probesOf(text);
  if (words.length === 0) return { entries: [], cursor: null };
  const read = (word: string, limit: number, cursor: string | null): Promise<Page<Entry>> =>
    store.page<Entry>({ shape: searchEntries, values: { team, kind, words: word }, limit, cursor });
  const [secret, ...probed] = await Promise.all([
    read(PRIVATE, SECRETS, asked.cursor),
    ...words.map((word) => read(word, PROBED, asked.cursor)),
  ]);
  const rarest = rarestOf(probed);
  const has = ({ data }: Doc<Entry>): boolean => fits(text, data);
  const docs = [...(probed[rarest]?.docs ?? [])];
  let rest = probed[rarest]?.cursor ?? null;
  for (let pages = 0; rest !== null && docs.filter(has).length < most && pages < PAGES; pages += 1) {
    const page: Page<Entry> = await read(words[rarest] ?? '', PAGE, rest);
    docs.push(...page.docs);
    rest = page.cursor;
  }
  const merged = mergePages([{ docs, cursor: rest }, secret], NEWEST_FIRST);
  const rows = merged.docs.filter(has);
  const last = lastShown(rows, merged.end, most);
  return {
    entries: rows.slice(0, most).map(({ data }) => data),
    cursor: last ? cursorAfter(searchEntries, last) : null,
  };
}

/** Some of the words that all must have, the longest first: of a long run of letters those that stand apart. */
function probesOf(text: string): readonly string[] {
  const words = [...neededWords(text)].sort((a, b) => b.length - a.length);
  if (words.length <= PROBES) return words;
  const step = (words.length - 1) / (PROBES - 1);
  return Array.from({ length: PROBES }, (_, i) => words[Math.round(i * step)] ?? '');
}

/** The index of the word that fewest have: one that is read to its end, else the one whose page reaches furthest back. */
function rarestOf(pages: readonly Page<Entry>[]): number {
  const reach = pages.map(({ docs, cursor }) =>
    cursor === null ? docs.length - 1e15 : (docs.at(-1)?.data.at ?? 0),
  );
  return reach.indexOf(Math.min(...reach));
}

/** Whether an entry has all words of a text. */
export const fits = (text: string, entry: Entry): boolean => hasWords(text, wholeText(entry), entry.exact);
