import type { Settings } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import type { Store } from '../store/port.ts';
import type { Withholds } from './withheld.ts';

/** What an export is made with: the records, and how the workspace speaks. */
export interface ExportScene {
  readonly store: Store;
  /** The Slack workspace; null where nobody could say. */
  readonly team: string | null;
  readonly settings: Settings;
  readonly locale: Locale;
  /** Of the workspace; an IANA name. */
  readonly zone: string;
  /** Public address of the pages, without a slash at its end; null where there is none. */
  readonly baseUrl: string | null;
  readonly now: number;
  /** Asked once, when the first of it has been handed out: with many records it takes a while. */
  readonly withholds: () => Promise<Withholds>;
}

/** `manifest.json`, the last file of an export. */
export interface Manifest {
  readonly format: 'toban';
  /** Of this layout of files; what a newer Toban wrote is not read by an older one. */
  readonly version: number;
  /** The Slack workspace it is of; null where nobody could say. */
  readonly team: string | null;
  /** ISO 8601, UTC. */
  readonly exportedAt: string;
  /** How many documents were left out, as about private incidents that whoever exported may not see. */
  readonly withheld: number;
  /** How many documents of each collection it holds. */
  readonly documents: Readonly<Record<string, number>>;
}

export const VERSION = 1;
export const MANIFEST = 'manifest.json';

/** `documents/events-0001.ndjson`: one document a line, as `{"path": …, "data": …}`. */
export const partPath = (collection: string, part: number): string =>
  `documents/${collection}-${String(part).padStart(4, '0')}.ndjson`;
export const isPart = (path: string): boolean => /^documents\/[a-z-]+-\d{4,}\.ndjson$/.test(path);
