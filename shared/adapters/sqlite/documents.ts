import type { DatabaseSync } from 'node:sqlite';
import { TobanError } from '../../platform/errors.ts';
import type { Doc } from '../../store/port.ts';
import type { CheckedQuery } from '../../store/query.ts';
import type { Write } from '../../store/write-set.ts';
import { exclusively, storeError } from './database.ts';
import { Entries, type IndexChanges } from './entries.ts';
import { indexRange } from './index-key.ts';
import { indexOf, isBackwards, type KeptIndex } from './index-shape.ts';

/** Version of a document as it was read; null when it was not there. */
export type Seen = ReadonlyMap<string, string | null>;

// CROSS JOIN keeps SQLite to this order: the range of the index first, each document by its id after.
export const PAGE_SQL = `SELECT d.path, d.version, d.data FROM index_entries e CROSS JOIN documents d ON d.id = e.document
  WHERE e.index_id = ? AND e.key >= ? AND e.key < ? ORDER BY e.key`;

/** The statements on one open file; everything here is synchronous, so nothing comes between. */
export class Documents {
  readonly #db: DatabaseSync;
  /** The number of each index by its name. */
  readonly #ids: ReadonlyMap<string, number>;
  readonly #entries: Entries;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: DatabaseSync, indexes: readonly KeptIndex[]) {
    this.#db = db;
    this.#ids = new Map(indexes.map(({ id, index }) => [index.name, id]));
    this.#entries = new Entries(db, indexes);
    this.#sql = prepare(db);
  }

  read<T>(path: string): Doc<T> | null {
    const row = guarded(() => this.#sql.read.get(path));
    return row ? docOf<T>(row) : null;
  }

  /** `more`: there is one beyond these. */
  page<T>(query: CheckedQuery): { readonly docs: readonly Doc<T>[]; readonly more: boolean } {
    const id = this.#ids.get(indexOf(query.shape).name);
    if (id === undefined) throw new TobanError('bug', 'a checked query has no index');
    const { low, high } = indexRange(query);
    const read = isBackwards(query.shape) ? this.#sql.pageBackwards : this.#sql.page;
    const rows = guarded(() => read.all(id, low, high, query.limit + 1));
    return { docs: rows.slice(0, query.limit).map((row) => docOf<T>(row)), more: rows.length > query.limit };
  }

  /** True when nothing of what was seen has changed since. */
  unchanged(seen: Seen): boolean {
    for (const [path, version] of seen) if (this.#versionOf(path) !== version) return false;
    return true;
  }

  /** All writes or none. False, and nothing written, when something seen has changed. Errors: `exists`. */
  commit(seen: Seen, writes: readonly Write[]): boolean {
    if (writes.length === 0) return guarded(() => this.unchanged(seen));
    return exclusively(this.#db, () => {
      if (!this.unchanged(seen)) return false;
      const version = Number(this.#sql.count.get()?.value);
      const changes: IndexChanges = new Map();
      for (const write of writes) this.#apply(write, version, changes);
      this.#entries.write(changes);
      return true;
    });
  }

  close(): void {
    this.#db.close();
  }

  #versionOf(path: string): string | null {
    const version = this.#sql.version.get(path)?.version;
    return version === undefined ? null : String(version);
  }

  #apply(write: Write, version: number, changes: IndexChanges): void {
    const { at, kind } = write;
    const known = this.#sql.known.get(at.path);
    if (kind === 'create' && known) throw new TobanError('exists', `${at.path} is already there`);
    const after = kind === 'delete' ? null : write.text;
    let id = Number(known?.id);
    if (after === null) this.#sql.delete.run(at.path);
    else if (known) this.#sql.update.run(version, after, id);
    else id = Number(this.#sql.insert.run(at.path, version, after).lastInsertRowid);
    this.#entries.note(changes, at, id, { before: known ? String(known.data) : null, after });
  }
}

function prepare(db: DatabaseSync) {
  return {
    read: db.prepare('SELECT path, version, data FROM documents WHERE path = ?'),
    version: db.prepare('SELECT version FROM documents WHERE path = ?'),
    page: db.prepare(`${PAGE_SQL} LIMIT ?`),
    pageBackwards: db.prepare(`${PAGE_SQL} DESC LIMIT ?`),
    count: db.prepare('UPDATE counter SET value = value + 1 RETURNING value'),
    known: db.prepare('SELECT id, data FROM documents WHERE path = ?'),
    insert: db.prepare('INSERT INTO documents (path, version, data) VALUES (?, ?, ?)'),
    update: db.prepare('UPDATE documents SET version = ?, data = ? WHERE id = ?'),
    delete: db.prepare('DELETE FROM documents WHERE path = ?'),
  };
}

function guarded<R>(work: () => R): R {
  try {
    return work();
  } catch (error) {
    throw storeError(error);
  }
}

function docOf<T>(row: Record<string, unknown>): Doc<T> {
  const path = String(row.path);
  const id = path.slice(path.lastIndexOf('/') + 1);
  return { path, id, data: JSON.parse(String(row.data)) as T, version: String(row.version) };
}
