import type { CursorPosition } from '../../store/cursor.ts';
import { fieldOf } from '../../store/field.ts';
import type { DocumentPath } from '../../store/path.ts';
import type { CheckedQuery, WhereOp } from '../../store/query.ts';
import type { QueryShape } from '../../store/shapes.ts';
import { beyond, pathKey, reversed, sortKey, typeKey } from './sort-key.ts';

/**
 * Where a document stands in the index of a shape: parent (scope `collection` only), the fields compared with `==`,
 * the order, the path. Null when it lacks one of the fields and so is never found.
 */
export function indexKey(shape: QueryShape, at: DocumentPath, data: unknown): Buffer | null {
  const parts: Buffer[] = shape.scope === 'collection' ? [sortKey(at.parent)] : [];
  for (const field of equalFields(shape)) {
    const value = fieldOf(data, field);
    if (value === undefined) return null;
    parts.push(sortKey(value));
  }
  const values = [];
  for (const { field } of shape.orderBy) {
    const value = fieldOf(data, field);
    if (value === undefined) return null;
    values.push(value);
  }
  return Buffer.concat([...parts, orderKey(shape, { values, path: at.path })]);
}

/** The part of the index that answers a query: from `low` (inclusive) to `high` (exclusive). */
export function indexRange({ shape, where, parent, after: position }: CheckedQuery): {
  low: Buffer;
  high: Buffer;
} {
  const parts = shape.scope === 'collection' ? [sortKey(parent)] : [];
  for (const { op, value } of where) if (op === '==') parts.push(sortKey(value));
  const prefix: Buffer = Buffer.concat(parts);
  let low = prefix;
  let high = beyond(prefix);
  for (const { op, value } of where) {
    if (op === '==') continue;
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

function rangeOf(op: Exclude<WhereOp, '=='>, type: Buffer, exact: Buffer): { low: Buffer; high: Buffer } {
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

const equalFields = (shape: QueryShape): readonly string[] =>
  shape.where.filter(({ op }) => op === '==').map(({ field }) => field);

function orderKey(shape: QueryShape, { values, path }: CursorPosition): Buffer {
  const parts = shape.orderBy.map(({ direction }, index) => {
    const key = sortKey(values[index] ?? null);
    return direction === 'desc' ? reversed(key) : key;
  });
  const last = shape.orderBy.at(-1)?.direction === 'desc';
  return Buffer.concat([...parts, last ? reversed(pathKey(path)) : pathKey(path)]);
}
