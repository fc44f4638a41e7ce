import { isExact } from '../../store/query.ts';
import type { QueryShape } from '../../store/shapes.ts';

/** Entries in one order. It answers every shape that names the same values and has this order, from either end. */
export interface Index {
  /** The same for the same index, and under which a file keeps it. */
  readonly name: string;
  readonly collection: string;
  readonly scope: QueryShape['scope'];
  readonly exact: readonly { readonly field: string; readonly op: '==' | 'array-contains' }[];
  /** The first is always from low to high. */
  readonly orderBy: QueryShape['orderBy'];
}

/** An index and its number in a file. */
export interface KeptIndex {
  readonly id: number;
  readonly index: Index;
}

/** Belongs to every name: whoever changes how keys are written raises it, and files are indexed anew. */
const FORMAT = 2;

/** Whether a shape reads its index from the end. */
export const isBackwards = ({ orderBy }: QueryShape): boolean => orderBy[0]?.direction === 'desc';

export function indexOf(shape: QueryShape): Index {
  const known = indexes.get(shape);
  if (known) return known;
  const { collection, scope, where } = shape;
  const exact = where.flatMap(({ field, op }) => (isExact(op) ? [{ field, op }] : []));
  const orderBy = isBackwards(shape) ? shape.orderBy.map(turned) : shape.orderBy;
  const name = JSON.stringify([
    FORMAT,
    collection,
    scope,
    exact.map(({ field, op }) => [field, op]),
    orderBy.map(({ field, direction }) => [field, direction]),
  ]);
  const index = { name, collection, scope, exact, orderBy };
  indexes.set(shape, index);
  return index;
}

/** Shapes are few and never change. */
const indexes = new WeakMap<QueryShape, Index>();

const turned = ({ field, direction }: QueryShape['orderBy'][number]): QueryShape['orderBy'][number] => ({
  field,
  direction: direction === 'asc' ? 'desc' : 'asc',
});
