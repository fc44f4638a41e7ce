/** What is searched, by the noun it comes from. */
export const KINDS = ['incident', 'call', 'postmortem', 'action-item', 'runbook'] as const;
export type Kind = (typeof KINDS)[number];

/**
 * What is found of a record: of its own words, or of one part of it (a section, a pinned message), which is an entry by
 * itself. User text, not escaped; whoever erases a record erases its entries.
 */
export interface Described {
  /** Id of the record. */
  readonly id: string;
  /** Id of the part within the record; null for the record's own words. */
  readonly part: string | null;
  readonly team: string;
  /** Epoch ms; lists go by it, the newest first. */
  readonly at: number;
  readonly title: string;
  readonly text: string;
  /** Names and Slack ids of those who had to do with it. */
  readonly people: readonly string[];
  /** What finds it only as it stands, folded: `inc7`, `7`. */
  readonly exact: readonly string[];
  /** It is found by no word: each reader's search looks through the private ones they may see. */
  readonly private: boolean;
}

/** A document of the index. */
export interface Entry extends Described {
  readonly kind: Kind;
  /** What the index finds it by. */
  readonly words: readonly string[];
}

/** Of a longer text the rest is not searched: 40,000 index entries are the most that Firestore takes for a document. */
export const MOST_TEXT = 8_000;
const MOST_TITLE = 300;
const MOST_PEOPLE = 100;

/** The word that stands for all words of what is private. No text has it: words hold letters and digits only. */
export const PRIVATE = '!private';

/** One document for each record and part. */
export const entryPath = (kind: Kind, id: string, part: string | null): string =>
  `search-entries/${kind}-${id}${part === null ? '' : `~${part}`}`;

const cut = (text: string, most: number): string => Array.from(text).slice(0, most).join('');

/** The same within the bounds of a document. */
export const bounded = (one: Described): Described => ({
  ...one,
  title: cut(one.title, MOST_TITLE),
  text: cut(one.text, MOST_TEXT),
  people: [...new Set(one.people)].slice(0, MOST_PEOPLE),
});
