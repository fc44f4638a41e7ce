import { isExact } from './query.ts';
import type { QueryShape } from './shapes.ts';

type Order = 'ASCENDING' | 'DESCENDING';
type IndexedField = { readonly fieldPath: string } & (
  | { readonly order: Order }
  | { readonly arrayConfig: 'CONTAINS' }
);

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
  | { readonly order: Order }
  | { readonly arrayConfig: 'CONTAINS' }
);

/**
 * What firestore.indexes.json and Terraform must declare for these queries. A single field at collection scope is
 * indexed by Firestore itself; several fields need a composite index, and a single field over a group an override
 * (which replaces the automatic indexes of that field, so it repeats them).
 */
export function firestoreIndexes(shapes: readonly QueryShape[]): FirestoreIndexes {
  const indexes = new Map<string, FirestoreIndexes['indexes'][number]>();
  const overrides = new Map<string, { collectionGroup: string; fieldPath: string; orders: Set<Order> }>();
  for (const shape of shapes) {
    const fields = indexedFields(shape);
    const { collection: collectionGroup, scope } = shape;
    if (fields.length > 1) {
      const queryScope: IndexScope = scope === 'group' ? 'COLLECTION_GROUP' : 'COLLECTION';
      const index = { collectionGroup, queryScope, fields };
      indexes.set(JSON.stringify(index), index);
    } else if (scope === 'group' && fields[0]) {
      const [field] = fields;
      if (!('order' in field)) throw new Error('a single array over a group has no query yet');
      const { fieldPath, order } = field;
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
  const exact = where.filter(({ op }) => isExact(op));
  const fields: IndexedField[] = exact.map(({ field: fieldPath, op }) =>
    op === '==' ? { fieldPath, order: 'ASCENDING' } : { fieldPath, arrayConfig: 'CONTAINS' },
  );
  for (const { field, direction } of orderBy) {
    if (exact.some((one) => one.field === field)) continue;
    fields.push({ fieldPath: field, order: direction === 'asc' ? 'ASCENDING' : 'DESCENDING' });
  }
  return fields;
}
