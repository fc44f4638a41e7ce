import { plainField } from '../../load/index.ts';
import { TobanError } from '../../platform/errors.ts';
import type { Archive, SourceFile } from '../../ports/archive.ts';
import { readCsv } from './csv.ts';
import { readJson } from './json.ts';
import { readNotion } from './notion.ts';
import type { Read, SourceRow } from './row.ts';
import { looksLikeWaroom, readWaroom } from './waroom.ts';

/** Where the incidents come from; part of the id that each keeps. Another one is added here, with its reader below. */
export const SOURCES = ['notion', 'csv', 'json', 'waroom'] as const;
export type Source = (typeof SOURCES)[number];
export const isSource = (text: string): text is Source => (SOURCES as readonly string[]).includes(text);

/** A file, opened. */
export type Opened =
  | { readonly kind: 'file'; readonly file: SourceFile }
  | { readonly kind: 'archive'; readonly archive: Archive };

/** What was refused comes back under the name it was handed out by: the same ids, whatever it was put into. */
const HANDED_OUT = /(?:^|[\\/])(notion|csv|json|waroom)-refused-[^\\/]*$/;

/** What a file most likely is, by its name or path; null where it must be said. */
export function sourceOf(name: string): Source | null {
  const [, again] = HANDED_OUT.exec(name) ?? [];
  if (again !== undefined && isSource(again)) return again;
  if (/\.zip$/i.test(name)) return 'notion';
  if (/\.(?:csv|tsv|txt)$/i.test(name)) return 'csv';
  return /\.(?:json|ndjson|jsonl)$/i.test(name) ? 'json' : null;
}

/** The same, seen by its first records where the name alone said what it is. Pure. */
export const sourceByRows = (source: Source, rows: readonly SourceRow[]): Source =>
  source === 'json' && looksLikeWaroom(rows) ? 'waroom' : source;

/** Its records, one after the other, however many. Throws `bad-input` where it cannot be read at all. */
export function readRows(opened: Opened, source: Source): AsyncIterable<Read> {
  switch (source) {
    case 'notion':
      return opened.kind === 'archive' ? readNotion(opened.archive) : readTable(opened.file);
    case 'csv':
      return readTable(onlyFile(opened, /\.(?:csv|tsv|txt)$/i));
    case 'json':
      return readJson(onlyFile(opened, JSON_FILE));
    case 'waroom':
      return readWaroom(onlyFile(opened, JSON_FILE));
  }
}

/** A CSV. Of one that Toban handed out each text is read as it was before: a line that begins with `-` got an apostrophe. */
const readTable = (file: SourceFile): AsyncIterable<Read> =>
  HANDED_OUT.test(file.name) ? plain(readCsv(file)) : readCsv(file);

async function* plain(reads: AsyncIterable<Read>): AsyncGenerator<Read> {
  for await (const read of reads) {
    if (read.kind !== 'row') yield read;
    else {
      const { row } = read;
      const cells = Object.entries(row.values).map(([name, value]) => [plainField(name), plainField(value)]);
      yield { ...read, row: { ...row, values: Object.fromEntries(cells) } };
    }
  }
}

const JSON_FILE = /\.(?:json|ndjson|jsonl)$/i;

/** The file itself, or the one of its kind in a zip. */
function onlyFile(opened: Opened, named: RegExp): SourceFile {
  if (opened.kind === 'file') return opened.file;
  const { archive } = opened;
  const [entry, ...others] = archive.entries.filter(({ path }) => named.test(path));
  if (!entry || others.length > 0)
    throw new TobanError(
      'bad-input',
      `The zip must hold one such file, and holds ${entry ? others.length + 1 : 'none'}.`,
      {
        reason: 'no-table',
      },
    );
  return { name: entry.path, read: () => archive.read(entry.path) };
}
