import type { CursorPosition, Json } from '../../store/cursor.ts';
import { fieldOf } from '../../store/field.ts';
import { type DocumentPath, parsePath } from '../../store/path.ts';
import { type CheckedQuery, isExact, type WhereOp } from '../../store/query.ts';
import { type Index, indexOf, isBackwards } from './index-shape.ts';
import { beyond, pathKey, reversed, sortKey, typeKey } from './sort-key.ts';

/**
 * Where a document stands in an index: parent (scope `collection` only), the exact values, the order, and what tells it
 * from others. Once for each value of an array looked into; nowhere when it lacks one of the fields.
 */
export function indexKeys(index: Index, at: DocumentPath, data: unknown): readonly Buffer[] {
  const values = [];
  for (const { field } of index.orderBy) {
    const value = fieldOf(data, field);
    if (value === undefined) return [];
    values.push(value);
  }
  let prefixes: Buffer[][] = [index.scope === 'collection' ? [sortKey(at.parent)] : []];
  for (const { field, op } of index.exact) {
    const value = fieldOf(data, field);
    const each = op === 'array-contains' ? keysWithin(value) : value === undefined ? [] : [sortKey(value)];
    prefixes = prefixes.flatMap((prefix) => each.map((key) => [...prefix, key]));
  }
  const order = orderKey(index, values, at);
  return prefixes.map((prefix) => Buffer.concat([...prefix, ...order]));
}

/** Each value of an array once; a value that is no array has none. */
function keysWithin(value: Json | undefined): readonly Buffer[] {
  if (!Array.isArray(value)) return [];
  return [...new Map(value.map((one) => [JSON.stringify(one), one])).values()].map(sortKey);
}

/** The part of the index that answers a query: from `low` (inclusive) to `high` (exclusive). */
export function indexRange({ shape, where, parent, after }: CheckedQuery): { low: Buffer; high: Buffer } {
  const index = indexOf(shape);
  const parts = index.scope === 'collection' ? [sortKey(parent)] : [];
  for (const { op, value } of where) if (isExact(op)) parts.push(sortKey(value));
  const prefix = Buffer.concat(parts);
  // An empty buffer would reach SQLite as NULL, which finds nothing.
  let [low, high]: [Buffer, Buffer] = prefix.length === 0 ? [BELOW_ALL, ABOVE_ALL] : [prefix, beyond(prefix)];
  for (const { op, value } of where) {
    if (isExact(op)) continue;
    [low, high] = rangeOf(
      op,
      Buffer.concat([prefix, typeKey(value)]),
      Buffer.concat([prefix, sortKey(value)]),
    );
  }
  if (after) {
    const seen = Buffer.concat([prefix, ...orderKey(index, after.values, parsePath(after.path))]);
    if (isBackwards(shape)) high = least(high, seen);
    // Keys never begin with one another, so one more byte is "just after this document".
    else low = greatest(low, Buffer.concat([seen, Buffer.of(0)]));
  }
  return { low, high };
}

const BELOW_ALL = Buffer.of(0);
const ABOVE_ALL = Buffer.of(0xff, 0xff, 0xff, 0xff);
const least = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) <= 0 ? a : b);
const greatest = (a: Buffer, b: Buffer): Buffer => (Buffer.compare(a, b) >= 0 ? a : b);

function rangeOf(
  op: Exclude<WhereOp, '==' | 'array-contains'>,
  type: Buffer,
  exact: Buffer,
): [low: Buffer, high: Buffer] {
  switch (op) {
    case '<':
      return [type, exact];
    case '<=':
      return [type, beyond(exact)];
    case '>':
      return [beyond(exact), beyond(type)];
    case '>=':
      return [exact, beyond(type)];
  }
}

/** The values by which an index orders, and what tells two alike apart: within one collection the id is enough. */
function orderKey(
  { orderBy, scope }: Index,
  values: CursorPosition['values'],
  at: DocumentPath,
): readonly Buffer[] {
  const parts = orderBy.map(({ direction }, i) => {
    const key = sortKey(values[i] ?? null);
    return direction === 'desc' ? reversed(key) : key;
  });
  const own = scope === 'collection' ? sortKey(at.id) : pathKey(at.path);
  return [...parts, orderBy.at(-1)?.direction === 'desc' ? reversed(own) : own];
}
