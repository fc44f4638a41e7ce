import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Position } from './a1.ts';
import { type FileCell, SpreadsheetFile, tabId } from './model.ts';

export interface Document {
  readonly id: string;
  readonly file: SpreadsheetFile;
  /** Changes with every change of the file, here or in an editor. */
  readonly revision: string;
  /** Why the file as it stands now cannot be read; `file` is then the last one that could. */
  readonly problem: string | null;
}

export interface Edit extends Position {
  readonly tab: string;
  readonly cell: FileCell;
}

export class NoSuchTab extends Error {}
export class TabExists extends Error {}

/** No sheet on a laptop needs more; a typed address such as ZZZ9999999 must not fill the memory. */
const LIMIT = { rows: 50_000, columns: 702 };

/** A folder of spreadsheets, one JSON file each; the file's name is the id. The file is the only truth. */
export class Documents {
  readonly #folder: string;
  readonly #read = new Map<string, Document>();
  readonly #edited: (id: string) => void;

  constructor(folder: string, edited: (id: string) => void = () => undefined) {
    this.#edited = edited;
    this.#folder = folder;
    mkdirSync(folder, { recursive: true });
  }

  ids(): string[] {
    return readdirSync(this.#folder)
      .filter((name) => /^[\w-]+\.json$/.test(name))
      .map((name) => name.slice(0, -'.json'.length))
      .sort();
  }

  /** Looks at the file each time, so that an editor's save counts at once; null when there is no such file. */
  get(id: string): Document | null {
    const path = this.#path(id);
    if (path === null || !existsSync(path)) return null;
    const stat = statSync(path, { bigint: true });
    const revision = `${stat.mtimeNs.toString(36)}-${stat.size.toString(36)}-${stat.ino.toString(36)}`;
    const known = this.#read.get(id);
    if (known?.revision === revision) return known;
    const document = this.#load(id, path, revision, known);
    this.#read.set(id, document);
    return document;
  }

  /** Writes the whole file: on disk, under its name, before this returns. */
  put(id: string, file: SpreadsheetFile): void {
    const path = this.#path(id);
    if (path === null) throw new RangeError(`"${id}" is no name for a spreadsheet: letters, digits, - and _`);
    const handle = openSync(`${path}.new`, 'w');
    try {
      writeSync(handle, printFile(file));
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    renameSync(`${path}.new`, path);
    this.#edited(id);
  }

  /** Throws NoSuchTab, or RangeError beyond the sheet's limits; then nothing is written. */
  edit(id: string, edits: readonly Edit[]): void {
    const document = this.get(id);
    if (!document) throw new NoSuchTab(id);
    const tabs: Record<string, FileCell[][]> = structuredClone(document.file.tabs);
    for (const { tab, row, column, cell } of edits) {
      const rows = Object.hasOwn(tabs, tab) ? tabs[tab] : undefined;
      if (!rows) throw new NoSuchTab(tab);
      if (row >= LIMIT.rows || column >= LIMIT.columns) throw new RangeError('outside the sheet');
      setCell(rows, row, column, cell);
    }
    this.put(id, { ...document.file, tabs });
  }

  /** Replaces a tab's rows, or makes the tab. */
  putTab(id: string, tab: string, rows: FileCell[][]): void {
    const document = this.get(id);
    if (!document) throw new NoSuchTab(id);
    const merges = document.file.merges?.filter((merge) => merge.tab !== tab);
    const file = { ...document.file, tabs: { ...document.file.tabs, [tab]: rows } };
    this.put(id, merges ? { ...file, merges } : file);
  }

  /** Keeps the tab's place and gid. */
  renameTab(id: string, from: string, to: string): void {
    const document = this.get(id);
    if (!document || !Object.hasOwn(document.file.tabs, from)) throw new NoSuchTab(from);
    if (Object.hasOwn(document.file.tabs, to)) throw new TabExists(to);
    const { file } = document;
    const name = (title: string) => (title === from ? to : title);
    this.put(id, {
      ...file,
      tabs: Object.fromEntries(Object.entries(file.tabs).map(([title, rows]) => [name(title), rows])),
      tabIds: Object.fromEntries(Object.keys(file.tabs).map((title) => [name(title), tabId(file, title)])),
      ...(file.merges ? { merges: file.merges.map((merge) => ({ ...merge, tab: name(merge.tab) })) } : {}),
    });
  }

  #path(id: string): string | null {
    return /^[\w-]{1,200}$/.test(id) ? join(this.#folder, `${id}.json`) : null;
  }

  #load(id: string, path: string, revision: string, known: Document | undefined): Document {
    try {
      const parsed = SpreadsheetFile.safeParse(JSON.parse(readFileSync(path, 'utf8')));
      if (parsed.success) return { id, file: parsed.data, revision, problem: null };
      return broken(id, revision, known, z.prettifyError(parsed.error));
    } catch (error) {
      return broken(id, revision, known, error instanceof Error ? error.message : String(error));
    }
  }
}

const broken = (id: string, revision: string, known: Document | undefined, problem: string): Document => ({
  id,
  revision,
  problem,
  file: known?.file ?? { timeZone: 'Etc/GMT', tabs: {} },
});

function setCell(rows: FileCell[][], row: number, column: number, cell: FileCell): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length <= column) cells.push(null);
  cells[column] = cell;
}

/** One sheet row per line: people edit these files and read their diffs. */
function printFile(file: SpreadsheetFile): string {
  const { tabs, ...rest } = file;
  const printed = Object.entries(tabs).map(
    ([title, rows]) =>
      `  ${JSON.stringify(title)}: [\n${rows.map((row) => `    ${JSON.stringify(row)}`).join(',\n')}\n  ]`,
  );
  const others = Object.entries(rest).map(
    ([key, value]) => ` ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  );
  return `{\n${[...others, ` "tabs": {\n${printed.join(',\n')}\n }`].join(',\n')}\n}\n`;
}
