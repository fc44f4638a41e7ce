import type { DatabaseSync } from 'node:sqlite';
import { parsePath } from '../../store/path.ts';
import type { QueryShape } from '../../store/shapes.ts';
import { exclusively } from './database.ts';
import { indexKeys } from './index-key.ts';
import { type Index, indexOf } from './index-shape.ts';

// `version` comes from one counter for all documents, so a document that is deleted and made again never repeats one.
// `shapes` and `entries` are how older programs kept their indexes: they would go stale.
const TABLES = `
  CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, data TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS indexes (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS index_entries (
    index_id INTEGER NOT NULL, key BLOB NOT NULL, document INTEGER NOT NULL, PRIMARY KEY (index_id, key)
  ) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS counter (value INTEGER NOT NULL);
  INSERT INTO counter (value) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter);
`;
const OLDER = "SELECT 1 FROM sqlite_schema WHERE name = 'entries'";
const WITHOUT_OLDER = 'DROP TABLE entries; DROP TABLE shapes; DELETE FROM index_entries; DELETE FROM indexes';

/** An index and its number in this file. */
export interface KeptIndex {
  readonly id: number;
  readonly index: Index;
}

/**
 * Makes the tables, and each index that the file does not have yet: an update of the program that declares a new query
 * finds the documents written before it.
 */
export function prepareSchema(db: DatabaseSync, shapes: readonly QueryShape[]): readonly KeptIndex[] {
  return exclusively(db, () => {
    db.exec(TABLES);
    if (db.prepare(OLDER).get()) db.exec(WITHOUT_OLDER);
    const declared = new Map(shapes.map((shape) => [indexOf(shape).name, indexOf(shape)]));
    const kept = new Map<string, number>();
    for (const { id, name } of db.prepare('SELECT id, name FROM indexes').all()) {
      if (declared.has(String(name))) kept.set(String(name), Number(id));
      else forget(db, Number(id));
    }
    return [...declared.values()].map((index) => ({
      id: kept.get(index.name) ?? addIndex(db, index),
      index,
    }));
  });
}

function forget(db: DatabaseSync, id: number): void {
  db.prepare('DELETE FROM index_entries WHERE index_id = ?').run(id);
  db.prepare('DELETE FROM indexes WHERE id = ?').run(id);
}

function addIndex(db: DatabaseSync, index: Index): number {
  const id = Number(db.prepare('INSERT INTO indexes (name) VALUES (?)').run(index.name).lastInsertRowid);
  const enter = db.prepare('INSERT INTO index_entries (index_id, key, document) VALUES (?, ?, ?)');
  for (const row of db.prepare('SELECT id, path, data FROM documents').iterate()) {
    const at = parsePath(String(row.path));
    if (at.collection !== index.collection) continue;
    for (const key of indexKeys(index, at, JSON.parse(String(row.data)))) enter.run(id, key, row.id ?? null);
  }
  return id;
}
