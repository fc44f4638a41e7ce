import { TobanError } from '../../platform/errors.ts';
import type { Archive, ArchiveEntry, SourceFile } from '../../ports/archive.ts';
import { readCsv } from './csv.ts';
import { decode } from './decode.ts';
import { type NotionPage, notionId, parseNotionPage } from './notion-page.ts';
import { MOST_RECORD, type Read, type SourceRow } from './row.ts';

/**
 * The records of a Notion export: the rows of its table, each with its page, whose name holds the id that Notion knows it
 * by. Rows and pages find each other by title and by what both say of the record; a page without a row is one, too.
 * Held in memory: where the pages are, by title. Throws `bad-input` (reason `no-table`) where there is neither.
 */
export async function* readNotion(archive: Archive): AsyncGenerator<Read> {
  const table = tableOf(archive.entries);
  const pages = pagesOf(archive.entries, table);
  if (!table && pages.length === 0)
    throw new TobanError('bad-input', 'The zip holds no table (.csv) and no page (.md).', {
      reason: 'no-table',
    });
  const left = new Map(pages.map(({ path }) => [path, titleKey(nameOf(path))]));
  const byTitle = Map.groupBy(left.keys(), (path) => left.get(path) ?? '');
  const columns = new Set<string>();
  if (table) {
    for await (const read of readCsv(fileOf(archive, table))) {
      if (read.kind === 'bad') {
        yield read;
        continue;
      }
      const { row } = read;
      if (columns.size === 0) for (const column of Object.keys(row.values)) columns.add(column);
      const [title = ''] = Object.values(row.values);
      const found = await pageFor(archive, row, byTitle.get(titleKey(title)) ?? [], left, columns);
      if (found) left.delete(found.path);
      if (found?.long) {
        yield tooLong(found.path);
        continue;
      }
      yield {
        kind: 'row',
        row: { ...row, id: found ? notionId(found.path) : null, body: found?.page.body ?? null },
      };
    }
  }
  for (const path of left.keys()) {
    const text = await textOf(archive, path);
    const page = parseNotionPage(text, columns);
    // Of a table's export, a page without its properties is a page beneath a page.
    if (table && Object.keys(page.properties).length === 0) continue;
    yield text.length > MOST_RECORD ? tooLong(path) : { kind: 'row', row: rowOf(path, page, columns) };
  }
}

/** The largest; `_all` has every column and row, the other only what one view shows. */
function tableOf(entries: readonly ArchiveEntry[]): ArchiveEntry | null {
  const tables = entries.filter(({ path }) => /\.csv$/i.test(path));
  const rank = ({ path, size }: ArchiveEntry) =>
    size + (/_all\.csv$/i.test(path) ? Number.MAX_SAFE_INTEGER / 2 : 0);
  return tables.toSorted((a, b) => rank(b) - rank(a))[0] ?? null;
}

/** Pages of the table lie in the folder that is named as it is; without a table all count. */
function pagesOf(entries: readonly ArchiveEntry[], table: ArchiveEntry | null): readonly ArchiveEntry[] {
  const pages = entries.filter(({ path }) => /\.md$/i.test(path));
  if (!table) return pages;
  const base = table.path.replace(/(?:_all)?\.csv$/i, '');
  const folders = [base, base.replace(/[ _-][0-9a-f]{32}$/i, '')].map((one) => `${one}/`);
  const own = pages.filter(({ path }) =>
    folders.some((folder) => path.startsWith(folder) && !path.slice(folder.length).includes('/')),
  );
  return own.length > 0 ? own : pages;
}

/** The one page of that title, or of several the one that contradicts the row in nothing. */
async function pageFor(
  archive: Archive,
  { values }: SourceRow,
  paths: readonly string[],
  left: ReadonlyMap<string, string>,
  columns: ReadonlySet<string>,
): Promise<{ path: string; page: NotionPage; long: boolean } | null> {
  for (const path of paths) {
    if (!left.has(path)) continue;
    const text = await textOf(archive, path);
    const page = parseNotionPage(text, columns);
    const [title = ''] = Object.values(values);
    const same = Object.entries(page.properties).every(
      ([name, value]) => values[name] === undefined || squeezed(values[name]) === squeezed(value),
    );
    const fits = page.title === '' || squeezed(page.title) === squeezed(title);
    if (fits && (same || paths.length === 1)) return { path, page, long: text.length > MOST_RECORD };
  }
  return null;
}

function rowOf(path: string, page: NotionPage, columns: ReadonlySet<string>): SourceRow {
  const [titled = 'Name'] = columns;
  const blank = Object.fromEntries([...columns].map((column) => [column, '']));
  const values = { ...blank, [titled]: page.title || nameOf(path), ...page.properties };
  return { at: { file: path, line: null }, id: notionId(path), values, body: page.body };
}

/** Nothing of a page is left out unsaid: longer than a record may be, it is refused. */
const tooLong = (path: string): Read => ({
  kind: 'bad',
  at: { file: path, line: null },
  trouble: { code: 'too-long', most: MOST_RECORD },
});

/** Longer than a record may be: its beginning, longer than that. */
async function textOf(archive: Archive, path: string): Promise<string> {
  let text = '';
  for await (const piece of decode(archive.read(path))) {
    text += piece;
    if (text.length > MOST_RECORD) break;
  }
  return text;
}

const fileOf = (archive: Archive, { path }: ArchiveEntry): SourceFile => ({
  name: path,
  read: () => archive.read(path),
});

const nameOf = (path: string): string => path.slice(path.lastIndexOf('/') + 1);

/** Names of files have lost signs and are cut: what is left of both is compared. */
const KEPT = 24;
const titleKey = (title: string): string =>
  title
    .replace(/[ _-][0-9a-f]{32}\.md$/i, '')
    .replace(/\.md$/i, '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
    .slice(0, KEPT);

const squeezed = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/[*_`\\]/g, '');
