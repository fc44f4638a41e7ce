import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { DocumentPath } from '../../store/path.ts';
import { indexKeys } from './index-key.ts';
import type { KeptIndex } from './index-shape.ts';

/** What one commit changes: by index the entries, by their key as binary text: of which document, null for one that goes. */
export type IndexChanges = Map<number, Map<string, number | null>>;

/** A document as JSON text; null where there is none. */
interface Change {
  readonly before: string | null;
  readonly after: string | null;
}

/** Keeps the indexes as the documents are. */
export class Entries {
  readonly #indexes: ReadonlyMap<string, readonly KeptIndex[]>;
  readonly #enter: StatementSync;
  readonly #remove: StatementSync;

  constructor(db: DatabaseSync, indexes: readonly KeptIndex[]) {
    this.#indexes = Map.groupBy(indexes, ({ index }) => index.collection);
    this.#enter = db.prepare(`INSERT INTO index_entries (index_id, key, document) VALUES (?, ?, ?)
      ON CONFLICT (index_id, key) DO UPDATE SET document = excluded.document`);
    this.#remove = db.prepare('DELETE FROM index_entries WHERE index_id = ? AND key = ?');
  }

  /** Adds to `changes` the entries that a document has before a write and not after it, and the other way round. */
  note(changes: IndexChanges, at: DocumentPath, document: number, { before, after }: Change): void {
    const indexes = this.#indexes.get(at.collection);
    if (!indexes || before === after) return;
    const [was, is] = [before, after].map((text): unknown => text && JSON.parse(text));
    for (const { id, index } of indexes) {
      const keysOf = (data: unknown) =>
        data ? indexKeys(index, at, data).map((key) => key.toString('latin1')) : [];
      const own = changes.get(id) ?? new Map<string, number | null>();
      changes.set(id, own);
      const gone = new Set(keysOf(was));
      for (const key of keysOf(is)) if (!gone.delete(key)) own.set(key, document);
      for (const key of gone) own.set(key, null);
    }
  }

  /** In the order of the keys: neighbours stand on one page of the file. */
  write(changes: IndexChanges): void {
    for (const [index, own] of changes)
      for (const text of [...own.keys()].sort()) {
        const [key, document] = [Buffer.from(text, 'latin1'), own.get(text) ?? null];
        if (document === null) this.#remove.run(index, key);
        else this.#enter.run(index, key, document);
      }
  }
}
