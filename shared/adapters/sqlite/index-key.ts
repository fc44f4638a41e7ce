import type { CursorPosition, Json } from '../../store/cursor.ts';
import { fieldOf } from '../../store/field.ts';
import type { DocumentPath } from '../../store/path.ts';
import { type CheckedQuery, isExact, type WhereOp } from '../../store/query.ts';
import type { QueryShape } from '../../store/shapes.ts';
import { beyond, pathKey, reversed, sortKey, typeKey } from './sort-key.ts';

/**
 * Where a document stands in the index of a shape: parent (scope `collection` only), the exact values in the shape's
 * order, the order, the path. Once for each value of an array looked into; nowhere when it lacks one of the fields.
 */
export function indexKeys(shape: QueryShape, at: DocumentPath, data: unknown): readonly Buffer[] {
  let prefixes: Buffer[] = [shape.scope === 'collection' ? sortKey(at.parent) : Buffer.alloc(0)];
  for (const { field, op } of shape.where) {
    if (!isExact(op)) continue;
    const value = fieldOf(data, field);
    const each = op === 'array-contains' ? keysWithin(value) : value === undefined ? [] : [sortKey(value)];
    prefixes = prefixes.flatMap((prefix) => each.map((key) => Buffer.concat([prefix, key])));
  }
  const values = [];
  for (const { field } of shape.orderBy) {
    const value = fieldOf(data, field);
    if (value === undefined) return [];
    values.push(value);
  }
  const order = orderKey(shape, { values, path: at.path });
  return prefixes.map((prefix) => Buffer.concat([prefix, order]));
}

/** Each value of an array once; a value that is no array has none. */
function keysWithin(value: Json | undefined): readonly Buffer[] {
  if (!Array.isArray(value)) return [];
  return [...new Map(value.map((one) => [JSON.stringify(one), sortKey(one)])).values()];
}

/** The part of the index that answers a query: from `low` (inclusive) to `high` (exclusive). */
export function indexRange({ shape, where, parent, after: position }: CheckedQuery): {
  low: Buffer;
  high: Buffer;
} {
  const parts = shape.scope === 'collection' ? [sortKey(parent)] : [];
  for (const { op, value } of where) if (isExact(op)) parts.push(sortKey(value));
  const prefix: Buffer = Buffer.concat(parts);
  let low = prefix;
  let high = beyond(prefix);
  for (const { op, value } of where) {
    if (isExact(op)) continue;
    const descending = shape.orderBy[0]?.direction === 'desc';
    const turn = (key: Buffer) => Buffer.concat([prefix, descending ? reversed(key) : key]);
    const [type, exact] = [turn(typeKey(value)), turn(sortKey(value))];
    const bounds = rangeOf(descending ? MIRROR[op] : op, type, exact);
    low = bounds.low;
    high = bounds.high;
  }
  if (position) {
    // Keys never begin with one another, so one more byte is "just after this document".
    const start = Buffer.concat([prefix, orderKey(shape, position), Buffer.of(0)]);
    if (Buffer.compare(start, low) > 0) low = start;
  }
  // A group without conditions has an empty prefix; an empty buffer would reach SQLite as NULL, which finds nothing.
  return { low: low.length === 0 ? BELOW_ALL : low, high: high.length === 0 ? ABOVE_ALL : high };
}

const BELOW_ALL = Buffer.of(0);
const ABOVE_ALL = Buffer.of(0xff, 0xff, 0xff, 0xff);
const MIRROR = { '<': '>', '<=': '>=', '>': '<', '>=': '<=' } as const;

function rangeOf(
  op: Exclude<WhereOp, '==' | 'array-contains'>,
  type: Buffer,
  exact: Buffer,
): { low: Buffer; high: Buffer } {
  switch (op) {
    case '<':
      return { low: type, high: exact };
    case '<=':
      return { low: type, high: beyond(exact) };
    case '>':
      return { low: beyond(exact), high: beyond(type) };
    case '>=':
      return { low: exact, high: beyond(type) };
  }
}

function orderKey(shape: QueryShape, { values, path }: CursorPosition): Buffer {
  const parts = shape.orderBy.map(({ direction }, index) => {
    const key = sortKey(values[index] ?? null);
    return direction === 'desc' ? reversed(key) : key;
  });
  const last = shape.orderBy.at(-1)?.direction === 'desc';
  return Buffer.concat([...parts, last ? reversed(pathKey(path)) : pathKey(path)]);
}
