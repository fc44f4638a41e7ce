import type { DatabaseSync } from 'node:sqlite';
import { TobanError } from '../../platform/errors.ts';
import type { Doc } from '../../store/port.ts';
import type { CheckedQuery } from '../../store/query.ts';
import { shapeKey } from '../../store/query.ts';
import type { Write } from '../../store/write-set.ts';
import { exclusively, storeError } from './database.ts';
import { indexKeys, indexRange } from './index-key.ts';
import type { IndexedShape } from './schema.ts';

/** Version of a document as it was read; null when it was not there. */
export type Seen = ReadonlyMap<string, string | null>;

// CROSS JOIN keeps SQLite to this order: the range of the index first, each document by its id after.
export const PAGE_SQL = `SELECT d.path, d.version, d.data FROM entries e CROSS JOIN documents d ON d.id = e.document
  WHERE e.shape = ? AND e.key >= ? AND e.key < ? ORDER BY e.key LIMIT ?`;

/** The statements on one open file; everything here is synchronous, so nothing comes between. */
export class Documents {
  readonly #db: DatabaseSync;
  readonly #shapes: readonly IndexedShape[];
  /** Where each shape's entries stand, by its key. */
  readonly #ids: ReadonlyMap<string, IndexedShape['id']>;
  readonly #sql: ReturnType<typeof prepare>;

  constructor(db: DatabaseSync, shapes: readonly IndexedShape[]) {
    this.#db = db;
    this.#shapes = shapes;
    this.#ids = new Map(shapes.map(({ id, shape }) => [shapeKey(shape), id]));
    this.#sql = prepare(db);
  }

  read<T>(path: string): Doc<T> | null {
    const row = guarded(() => this.#sql.read.get(path));
    return row ? docOf<T>(row) : null;
  }

  page<T>(query: CheckedQuery, count: number): readonly Doc<T>[] {
    const id = this.#ids.get(shapeKey(query.shape));
    if (id === undefined) throw new TobanError('bug', 'a checked query has no index');
    const { low, high } = indexRange(query);
    return guarded(() => this.#sql.page.all(id, low, high, count)).map((row) => docOf<T>(row));
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
      for (const write of writes) this.#apply(write, version);
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

  #apply(write: Write, version: number): void {
    const { path } = write.at;
    if (write.kind === 'delete') {
      this.#sql.delete.run(path);
      return;
    }
    if (write.kind === 'create' && this.#versionOf(path) !== null)
      throw new TobanError('exists', `${path} is already there`);
    const id = Number(this.#sql.write.get(path, version, write.text)?.id);
    const indexed = this.#shapes.filter(({ shape }) => shape.collection === write.at.collection);
    if (indexed.length === 0) return;
    const data: unknown = JSON.parse(write.text);
    this.#sql.forget.run(id);
    for (const { id: shapeId, shape } of indexed) {
      for (const key of indexKeys(shape, write.at, data)) this.#sql.enter.run(shapeId, key, id);
    }
  }
}

function prepare(db: DatabaseSync) {
  return {
    read: db.prepare('SELECT path, version, data FROM documents WHERE path = ?'),
    version: db.prepare('SELECT version FROM documents WHERE path = ?'),
    page: db.prepare(PAGE_SQL),
    count: db.prepare('UPDATE counter SET value = value + 1 RETURNING value'),
    write: db.prepare(`INSERT INTO documents (path, version, data) VALUES (?, ?, ?)
      ON CONFLICT (path) DO UPDATE SET version = excluded.version, data = excluded.data RETURNING id`),
    delete: db.prepare('DELETE FROM documents WHERE path = ?'),
    forget: db.prepare('DELETE FROM entries WHERE document = ?'),
    enter: db.prepare('INSERT INTO entries (shape, key, document) VALUES (?, ?, ?)'),
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
