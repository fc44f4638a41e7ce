import type { DatabaseSync } from 'node:sqlite';
import { parsePath } from '../../store/path.ts';
import type { QueryShape } from '../../store/shapes.ts';
import { exclusively } from './database.ts';
import { Entries, type IndexChanges } from './entries.ts';
import { type Index, indexOf, type KeptIndex } from './index-shape.ts';

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

/** So many documents are entered at a time: in the order of the keys, and in little memory. */
const AT_ONCE = 1_000;

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
    const added = [...declared.values()].filter(({ name }) => !kept.has(name));
    const insert = db.prepare('INSERT INTO indexes (name) VALUES (?)');
    for (const { name } of added) kept.set(name, Number(insert.run(name).lastInsertRowid));
    const numbered = (index: Index): KeptIndex => ({ id: kept.get(index.name) ?? 0, index });
    if (added.length > 0) fill(db, added.map(numbered));
    return [...declared.values()].map(numbered);
  });
}

function forget(db: DatabaseSync, id: number): void {
  db.prepare('DELETE FROM index_entries WHERE index_id = ?').run(id);
  db.prepare('DELETE FROM indexes WHERE id = ?').run(id);
}

/** Enters every document into indexes that are new, however many, in one reading of the file. */
function fill(db: DatabaseSync, indexes: readonly KeptIndex[]): void {
  const entries = new Entries(db, indexes);
  let [changes, count]: [IndexChanges, number] = [new Map(), 0];
  for (const { id, path, data } of db.prepare('SELECT id, path, data FROM documents').iterate()) {
    entries.note(changes, parsePath(String(path)), Number(id), { before: null, after: String(data) });
    count += 1;
    if (count % AT_ONCE > 0) continue;
    entries.write(changes);
    changes = new Map();
  }
  entries.write(changes);
}
