import type { DatabaseSync } from 'node:sqlite';
import { parsePath } from '../../store/path.ts';
import { shapeKey } from '../../store/query.ts';
import type { QueryShape } from '../../store/shapes.ts';
import { exclusively } from './database.ts';
import { indexKeys } from './index-key.ts';

// `version` comes from one counter for all documents, so a document that is deleted and made again never repeats one.
const TABLES = `
  CREATE TABLE IF NOT EXISTS documents (
    id INTEGER PRIMARY KEY, path TEXT NOT NULL UNIQUE, version INTEGER NOT NULL, data TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS shapes (id INTEGER PRIMARY KEY, shape TEXT NOT NULL UNIQUE);
  CREATE TABLE IF NOT EXISTS entries (
    shape INTEGER NOT NULL REFERENCES shapes (id) ON DELETE CASCADE,
    key BLOB NOT NULL,
    document INTEGER NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    PRIMARY KEY (shape, key)
  ) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS entries_by_document ON entries (document);
  CREATE TABLE IF NOT EXISTS counter (value INTEGER NOT NULL);
  INSERT INTO counter (value) SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM counter);
`;

export interface IndexedShape {
  readonly id: number;
  readonly shape: QueryShape;
}

/**
 * Makes the tables, and an index for each declared shape that the file does not have yet: an update of the program
 * that declares a new query finds the documents written before it.
 */
export function prepareSchema(db: DatabaseSync, shapes: readonly QueryShape[]): readonly IndexedShape[] {
  return exclusively(db, () => {
    db.exec(TABLES);
    const declared = new Map(shapes.map((shape) => [shapeKey(shape), shape]));
    const kept = new Map<string, number>();
    for (const row of db.prepare('SELECT id, shape FROM shapes').all()) {
      if (declared.has(String(row.shape))) kept.set(String(row.shape), Number(row.id));
      else db.prepare('DELETE FROM shapes WHERE id = ?').run(row.id ?? null);
    }
    return [...declared].map(([key, shape]) => ({ id: kept.get(key) ?? addShape(db, key, shape), shape }));
  });
}

function addShape(db: DatabaseSync, key: string, shape: QueryShape): number {
  const id = Number(db.prepare('INSERT INTO shapes (shape) VALUES (?)').run(key).lastInsertRowid);
  const insert = db.prepare('INSERT INTO entries (shape, key, document) VALUES (?, ?, ?)');
  for (const row of db.prepare('SELECT id, path, data FROM documents').iterate()) {
    const at = parsePath(String(row.path));
    if (at.collection !== shape.collection) continue;
    for (const key of indexKeys(shape, at, JSON.parse(String(row.data)))) insert.run(id, key, row.id ?? null);
  }
  return id;
}
