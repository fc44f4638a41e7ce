import { TobanError } from '../platform/errors.ts';
import { type CursorPosition, decodeCursor } from './cursor.ts';
import { parsePath } from './path.ts';
import type { Query } from './port.ts';
import type { QueryShape } from './shapes.ts';

const MAX_LIMIT = 1000;
const COLLECTION = /^[A-Za-z][A-Za-z0-9_-]*$/;
const FIELD = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/;

/** A query that has been found to be declared and complete; both stores run nothing else. */
export interface CheckedQuery {
  readonly shape: QueryShape;
  readonly where: readonly {
    readonly field: string;
    readonly op: WhereOp;
    readonly value: string | number | boolean;
  }[];
  /** Path of the document above, for scope `collection`; empty for a root collection and for scope `group`. */
  readonly parent: string;
  readonly limit: number;
  readonly after: CursorPosition | null;
}

export type WhereOp = QueryShape['where'][number]['op'];

/** Whether a condition names one value, and so stands before the order in an index. */
export const isExact = (op: WhereOp): op is '==' | 'array-contains' => op === '==' || op === 'array-contains';

/** Two shapes are the same when they say the same; also the key under which a store keeps a shape. */
export function shapeKey(shape: QueryShape): string {
  const known = keys.get(shape);
  if (known !== undefined) return known;
  const { collection, scope, where, orderBy } = shape;
  const filters = where.map(({ field, op }) => [field, op]);
  const order = orderBy.map(({ field, direction }) => [field, direction]);
  const key = JSON.stringify([collection, scope, filters, order]);
  keys.set(shape, key);
  return key;
}

/** Shapes are few and never change, and every query is held against all of them. */
const keys = new WeakMap<QueryShape, string>();

/** `tasks (group) where lane == and dueAt <= by dueAt asc` */
export function describeShape({ collection, scope, where, orderBy }: QueryShape): string {
  const filters = where.map(({ field, op }) => `${field} ${op}`).join(' and ');
  const order = orderBy.map(({ field, direction }) => `${field} ${direction}`).join(', ');
  return `${collection} (${scope})${filters && ` where ${filters}`}${order && ` by ${order}`}`;
}

/** Checks the list once, when a store opens. Errors: `bug` for a shape that Firestore could not run in this form. */
export function checkShapes(shapes: readonly QueryShape[]): void {
  for (const shape of shapes) {
    const fault = shapeFault(shape);
    if (fault) throw new TobanError('bug', `query shape ${describeShape(shape)}: ${fault}`);
  }
}

function shapeFault({ collection, where, orderBy }: QueryShape): string | null {
  if (!COLLECTION.test(collection)) return 'that is not the name of a collection';
  const odd = [...where, ...orderBy].find(({ field }) => !FIELD.test(field));
  if (odd) return `${odd.field} is not the name of a field`;
  const ranges = where.filter(({ op }) => !isExact(op));
  const strange = ranges.find(({ field }) => field !== orderBy[0]?.field);
  if (strange) return `${strange.field} is compared, so it must be the first to order by`;
  const twice = where.find(({ field, op }, index) =>
    where.some((w, i) => i < index && w.field === field && w.op === op),
  );
  if (twice) return `${twice.field} ${twice.op} is there twice`;
  if (where.filter(({ op }) => op === 'array-contains').length > 1)
    return 'only one array can be looked into';
  if (ranges.length > 1) return 'only one comparison: a query has one value for each field';
  return null;
}

/** Errors: `bad-input` when the shape is not in `shapes`, or when values, parent, limit or cursor do not fit it. */
export function checkQuery(query: Query, shapes: readonly QueryShape[]): CheckedQuery {
  const key = shapeKey(query.shape);
  const shape = shapes.find((declared) => shapeKey(declared) === key);
  const refuse = (why: string): never => {
    throw new TobanError('bad-input', `query ${describeShape(query.shape)}: ${why}`);
  };
  if (!shape) return refuse('it is not declared in shared/store/shapes.ts');
  const { limit, parent = '', values } = query;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT) refuse(`limit must be 1 to ${MAX_LIMIT}`);
  if (parent !== '' && shape.scope === 'group') refuse('a query over a group has no parent');
  if (parent !== '') parsePath(parent);
  const fields = new Set(shape.where.map(({ field }) => field));
  if (Object.keys(values).some((field) => !fields.has(field)))
    refuse('it has a value that the shape does not ask for');
  const where = shape.where.map(({ field, op }) => {
    const value = values[field];
    const usable = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    return value !== undefined && usable ? { field, op, value } : refuse(`it needs a value for ${field}`);
  });
  const after = query.cursor == null ? null : decodeCursor(query.cursor);
  if (after && !cursorFits(after, shape, parent)) refuse('the cursor belongs to another query');
  return { shape, where, parent, limit, after };
}

function cursorFits(after: CursorPosition, shape: QueryShape, parent: string): boolean {
  const at = parsePath(after.path);
  if (at.collection !== shape.collection || after.values.length !== shape.orderBy.length) return false;
  return shape.scope === 'group' || at.parent === parent;
}
