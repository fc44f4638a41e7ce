import type { QueryShape } from './shapes.ts';

interface IndexedField {
  readonly fieldPath: string;
  readonly order: 'ASCENDING' | 'DESCENDING';
}

type IndexScope = 'COLLECTION' | 'COLLECTION_GROUP';

export interface FirestoreIndexes {
  readonly indexes: readonly {
    readonly collectionGroup: string;
    readonly queryScope: IndexScope;
    readonly fields: readonly IndexedField[];
  }[];
  readonly fieldOverrides: readonly {
    readonly collectionGroup: string;
    readonly fieldPath: string;
    readonly indexes: readonly FieldIndex[];
  }[];
}

type FieldIndex = { readonly queryScope: IndexScope } & (
  | { readonly order: 'ASCENDING' | 'DESCENDING' }
  | { readonly arrayConfig: 'CONTAINS' }
);

/**
 * What firestore.indexes.json and Terraform must declare for these queries. A single field at collection scope is
 * indexed by Firestore itself; several fields need a composite index, and a single field over a group an override
 * (which replaces the automatic indexes of that field, so it repeats them).
 */
export function firestoreIndexes(shapes: readonly QueryShape[]): FirestoreIndexes {
  const indexes = new Map<string, FirestoreIndexes['indexes'][number]>();
  const overrides = new Map<
    string,
    { collectionGroup: string; fieldPath: string; orders: Set<IndexedField['order']> }
  >();
  for (const shape of shapes) {
    const fields = indexedFields(shape);
    const { collection: collectionGroup, scope } = shape;
    if (fields.length > 1) {
      const queryScope: IndexScope = scope === 'group' ? 'COLLECTION_GROUP' : 'COLLECTION';
      const index = { collectionGroup, queryScope, fields };
      indexes.set(JSON.stringify(index), index);
    } else if (scope === 'group' && fields[0]) {
      const { fieldPath, order } = fields[0];
      const key = `${collectionGroup} ${fieldPath}`;
      const override = overrides.get(key) ?? { collectionGroup, fieldPath, orders: new Set() };
      override.orders.add(order);
      overrides.set(key, override);
    }
  }
  const fieldOverrides = [...overrides.values()].map(({ collectionGroup, fieldPath, orders }) => {
    const overGroup = [...orders].map((order): FieldIndex => ({ queryScope: 'COLLECTION_GROUP', order }));
    return { collectionGroup, fieldPath, indexes: [...automatic, ...overGroup] };
  });
  return { indexes: [...indexes.values()], fieldOverrides };
}

const automatic: readonly FieldIndex[] = [
  { queryScope: 'COLLECTION', order: 'ASCENDING' },
  { queryScope: 'COLLECTION', order: 'DESCENDING' },
  { queryScope: 'COLLECTION', arrayConfig: 'CONTAINS' },
];

/** Equalities first, then the order: the form in which one index answers the whole query. */
function indexedFields({ where, orderBy }: QueryShape): readonly IndexedField[] {
  const equal = where.filter(({ op }) => op === '==').map(({ field }) => field);
  const fields: IndexedField[] = equal.map((fieldPath) => ({ fieldPath, order: 'ASCENDING' }));
  for (const { field, direction } of orderBy) {
    if (equal.includes(field)) continue;
    fields.push({ fieldPath: field, order: direction === 'asc' ? 'ASCENDING' : 'DESCENDING' });
  }
  return fields;
}
