import type { Query as FirestoreQuery, QueryDocumentSnapshot } from '@google-cloud/firestore';
import type { CheckedQuery } from '../../store/query.ts';
import type { FirestoreClient } from './client.ts';

/** The documents of a checked query, `count` at most, in the port's order. */
export async function readPage(
  { db, nameField }: FirestoreClient,
  { shape, where, parent, after }: CheckedQuery,
  count: number,
): Promise<readonly QueryDocumentSnapshot[]> {
  let query: FirestoreQuery = collectionOf();
  for (const { field, op, value } of where) query = query.where(field, op, value);
  for (const { field, direction } of shape.orderBy) query = query.orderBy(field, direction);
  // Said aloud, because a cursor of values needs it; in the last field's direction the same index serves.
  query = query.orderBy(nameField as string, shape.orderBy.at(-1)?.direction ?? 'asc');
  if (after) query = query.startAfter(...after.values, db.doc(after.path));
  return (await query.limit(count).get()).docs;

  function collectionOf(): FirestoreQuery {
    if (shape.scope === 'group') return db.collectionGroup(shape.collection);
    return db.collection(parent === '' ? shape.collection : `${parent}/${shape.collection}`);
  }
}
