import type {
  DocumentReference,
  DocumentSnapshot,
  Firestore,
  Transaction as FirestoreTransaction,
} from '@google-cloud/firestore';
import { TobanError } from '../../platform/errors.ts';
import { encodeCursor } from '../../store/cursor.ts';
import { positionOf } from '../../store/field.ts';
import { parsePath } from '../../store/path.ts';
import type { Doc, Page, Query, Store, Transaction } from '../../store/port.ts';
import { checkQuery, checkShapes } from '../../store/query.ts';
import { type QueryShape, queryShapes } from '../../store/shapes.ts';
import { type Write, WriteSet } from '../../store/write-set.ts';
import { type FirestorePlace, lazyClient } from './client.ts';
import { withFirestoreErrors } from './errors.ts';
import { readPage } from './page.ts';

const MAX_ATTEMPTS = 10;

/**
 * The store on Firestore. What is written is checked by the same rules as on a laptop before it is sent, so the
 * client's leniency (`ignoreUndefinedProperties`) is never needed. Connects at the first use.
 */
export function openFirestoreStore(options: FirestorePlace & { shapes?: readonly QueryShape[] }): Store {
  const { shapes = queryShapes, ...place } = options;
  checkShapes(shapes);
  const { connect, close } = lazyClient(place);

  function get<T>(path: string): Promise<Doc<T> | null> {
    return withFirestoreErrors(async () => {
      const { db } = await connect();
      return docOf<T>(await db.doc(parsePath(path).path).get());
    });
  }

  async function put(path: string, data: object, expect?: 'absent' | { version: string }): Promise<void> {
    if (typeof expect === 'object') {
      await transaction(async (tx) => {
        const found = await tx.get(path);
        if (found?.version !== expect.version) {
          throw new TobanError('conflict', `${path} has changed since it was read`);
        }
        tx.put(path, data);
      });
      return;
    }
    const writes = new WriteSet();
    if (expect === 'absent') writes.create(path, data);
    else writes.put(path, data);
    await withFirestoreErrors(async () => {
      const { db } = await connect();
      const batch = db.batch();
      for (const write of writes.end()) apply(db, batch, write);
      await batch.commit();
    });
  }

  function page<T>(query: Query): Promise<Page<T>> {
    return withFirestoreErrors(async () => {
      const checked = checkQuery(query, shapes);
      const found = await readPage(await connect(), checked, checked.limit + 1);
      const docs = found
        .slice(0, checked.limit)
        .map((snapshot) => docOf<T>(snapshot))
        .filter((doc) => doc !== null);
      const last = found.length > docs.length ? docs.at(-1) : undefined;
      return { docs, cursor: last ? encodeCursor(positionOf(checked.shape, last.path, last.data)) : null };
    });
  }

  function transaction<R>(body: (tx: Transaction) => Promise<R>): Promise<R> {
    return withFirestoreErrors(async () => {
      const { db } = await connect();
      return db.runTransaction((native) => runOnce(db, native, body), { maxAttempts: MAX_ATTEMPTS });
    });
  }

  return { get, put, page, transaction, close };
}

/**
 * One run of the body. The client's own errors go through it untouched: by their code the client knows that it should
 * run the body again.
 */
async function runOnce<R>(
  db: Firestore,
  native: FirestoreTransaction,
  body: (tx: Transaction) => Promise<R>,
): Promise<R> {
  const writes = new WriteSet();
  const tx: Transaction = {
    async get<T>(path: string) {
      writes.checkRead(path);
      return docOf<T>(await native.get(db.doc(parsePath(path).path)));
    },
    create: (path, data) => writes.create(path, data),
    put: (path, data) => writes.put(path, data),
    delete: (path) => writes.delete(path),
  };
  try {
    const result = await body(tx);
    for (const write of writes.end()) apply(db, native, write);
    return result;
  } finally {
    writes.end();
  }
}

/** What a batch and a transaction have in common. */
interface Writer {
  create(ref: DocumentReference, data: object): unknown;
  set(ref: DocumentReference, data: object): unknown;
  delete(ref: DocumentReference): unknown;
}

function apply(db: Firestore, writer: Writer, write: Write): void {
  const ref = db.doc(write.at.path);
  if (write.kind === 'delete') writer.delete(ref);
  else if (write.kind === 'create') writer.create(ref, JSON.parse(write.text));
  else writer.set(ref, JSON.parse(write.text));
}

function docOf<T>(snapshot: DocumentSnapshot): Doc<T> | null {
  if (!snapshot.exists || snapshot.updateTime === undefined) return null;
  const { seconds, nanoseconds } = snapshot.updateTime;
  const version = `${seconds}.${String(nanoseconds).padStart(9, '0')}`;
  return { path: snapshot.ref.path, id: snapshot.id, data: snapshot.data() as T, version };
}
