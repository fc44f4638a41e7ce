import { setTimeout as pause } from 'node:timers/promises';
import { TobanError } from '../../platform/errors.ts';
import { encodeCursor } from '../../store/cursor.ts';
import { positionOf } from '../../store/field.ts';
import { parsePath } from '../../store/path.ts';
import type { Doc, Page, Query, Store, Transaction } from '../../store/port.ts';
import { checkQuery, checkShapes } from '../../store/query.ts';
import { type QueryShape, queryShapes } from '../../store/shapes.ts';
import { WriteSet } from '../../store/write-set.ts';
import { openDatabase } from './database.ts';
import { Documents } from './documents.ts';
import { prepareSchema } from './schema.ts';

const MAX_ATTEMPTS = 30;
const MAX_PAUSE_MS = 50;

/**
 * The store on one SQLite file, which several processes may share; `:memory:` for a store that nobody keeps.
 * Transactions are optimistic: what was read is checked again when they commit, and the body runs anew if it changed.
 */
export function openSqliteStore(options: { file: string; shapes?: readonly QueryShape[] }): Store {
  const { file, shapes = queryShapes } = options;
  checkShapes(shapes);
  const db = openDatabase(file);
  const documents = new Documents(db, prepareSchema(db, shapes));

  async function get<T>(path: string): Promise<Doc<T> | null> {
    return documents.read<T>(parsePath(path).path);
  }

  async function put(path: string, data: object, expect?: 'absent' | { version: string }): Promise<void> {
    const writes = new WriteSet();
    if (expect === 'absent') writes.create(path, data);
    else writes.put(path, data);
    const seen = typeof expect === 'object' ? new Map([[path, expect.version]]) : new Map<string, string>();
    if (!documents.commit(seen, writes.end()))
      throw new TobanError('conflict', `${path} has changed since it was read`);
  }

  async function page<T>(query: Query): Promise<Page<T>> {
    const checked = checkQuery(query, shapes);
    const { docs, more } = documents.page<T>(checked);
    const last = more ? docs.at(-1) : undefined;
    return { docs, cursor: last ? encodeCursor(positionOf(checked.shape, last.path, last.data)) : null };
  }

  async function transaction<R>(body: (tx: Transaction) => Promise<R>): Promise<R> {
    for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
      const run = await runOnce(documents, body);
      if (run) return run.result;
      await pause(Math.random() * Math.min(MAX_PAUSE_MS, 2 ** attempt));
    }
    throw new TobanError('conflict', `others wrote first, ${MAX_ATTEMPTS} times`);
  }

  return { get, put, page, transaction, close: async () => documents.close() };
}

/** Null when what the body read has changed under it: its result, or its error, then stands on sand. */
async function runOnce<R>(
  documents: Documents,
  body: (tx: Transaction) => Promise<R>,
): Promise<{ result: R } | null> {
  const seen = new Map<string, string | null>();
  const writes = new WriteSet();
  const tx: Transaction = {
    async get<T>(path: string) {
      parsePath(path);
      writes.checkRead(path);
      const doc = documents.read<T>(path);
      // The first sight counts: if a second differs, the check at the end fails.
      if (!seen.has(path)) seen.set(path, doc?.version ?? null);
      return doc;
    },
    create: (path, data) => writes.create(path, data),
    put: (path, data) => writes.put(path, data),
    delete: (path) => writes.delete(path),
  };
  let result: R;
  try {
    result = await body(tx);
  } catch (error) {
    if (documents.unchanged(seen)) throw error;
    return null;
  } finally {
    writes.end();
  }
  return documents.commit(seen, writes.end()) ? { result } : null;
}
