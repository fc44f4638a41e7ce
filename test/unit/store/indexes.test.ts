import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { firestoreIndexes } from '../../../shared/store/indexes.ts';
import { type QueryShape, queryShapes } from '../../../shared/store/shapes.ts';

const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8');

const shape = (changes: Partial<QueryShape>): QueryShape => ({
  collection: 'things',
  scope: 'collection',
  where: [],
  orderBy: [{ field: 'at', direction: 'desc' }],
  ...changes,
});

describe('indexes of Firestore', () => {
  it('firestore.indexes.json holds what the declared queries need, and no more', () => {
    expect(JSON.parse(read('firestore.indexes.json'))).toEqual(firestoreIndexes(queryShapes));
  });

  it('firebase.json names the rules and the indexes, and the rules let nobody in', () => {
    const { firestore, emulators } = JSON.parse(read('firebase.json'));
    expect(firestore).toEqual({ rules: 'firestore.rules', indexes: 'firestore.indexes.json' });
    expect([emulators.firestore.host, emulators.pubsub.host]).toEqual(['127.0.0.1', '127.0.0.1']);
    expect(read('firestore.rules').match(/allow .*/g)).toEqual(['allow read, write: if false;']);
  });

  it('one field beneath a document needs none: Firestore has it', () => {
    expect(firestoreIndexes([shape({})])).toEqual({ indexes: [], fieldOverrides: [] });
  });

  it('several fields need a composite index, equalities first', () => {
    const where = [{ field: 'kind', op: '==' } as const, { field: 'at', op: '>=' } as const];
    expect(firestoreIndexes([shape({ where })]).indexes).toEqual([
      {
        collectionGroup: 'things',
        queryScope: 'COLLECTION',
        fields: [
          { fieldPath: 'kind', order: 'ASCENDING' },
          { fieldPath: 'at', order: 'DESCENDING' },
        ],
      },
    ]);
  });

  it('an array looked into is said to be one', () => {
    const where = [{ field: 'kind', op: '==' } as const, { field: 'tags', op: 'array-contains' } as const];
    expect(firestoreIndexes([shape({ where })]).indexes[0]?.fields).toEqual([
      { fieldPath: 'kind', order: 'ASCENDING' },
      { fieldPath: 'tags', arrayConfig: 'CONTAINS' },
      { fieldPath: 'at', order: 'DESCENDING' },
    ]);
  });

  it('one field over a group needs an override, which keeps what Firestore has by itself', () => {
    const { indexes, fieldOverrides } = firestoreIndexes([shape({ scope: 'group' })]);
    expect(indexes).toEqual([]);
    expect(fieldOverrides).toEqual([
      {
        collectionGroup: 'things',
        fieldPath: 'at',
        indexes: [
          { queryScope: 'COLLECTION', order: 'ASCENDING' },
          { queryScope: 'COLLECTION', order: 'DESCENDING' },
          { queryScope: 'COLLECTION', arrayConfig: 'CONTAINS' },
          { queryScope: 'COLLECTION_GROUP', order: 'DESCENDING' },
        ],
      },
    ]);
  });

  it('two queries that one index serves make one index', () => {
    const twice = [shape({ scope: 'group' }), shape({ scope: 'group', where: [{ field: 'at', op: '<' }] })];
    expect(firestoreIndexes(twice).fieldOverrides).toHaveLength(1);
  });
});
