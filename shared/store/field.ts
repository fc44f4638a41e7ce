import { TobanError } from '../platform/errors.ts';
import type { CursorPosition, Json } from './cursor.ts';
import type { QueryShape } from './shapes.ts';

/** The value at `a.b` of a document; undefined where it is absent. */
export function fieldOf(data: unknown, field: string): Json | undefined {
  let value = data;
  for (const name of field.split('.')) {
    if (typeof value !== 'object' || value === null || Array.isArray(value) || !Object.hasOwn(value, name)) {
      return undefined;
    }
    value = (value as Record<string, unknown>)[name];
  }
  return value as Json;
}

/** Where the next page begins when this document was the last one of its page. */
export function positionOf(shape: QueryShape, path: string, data: unknown): CursorPosition {
  const values = shape.orderBy.map(({ field }) => {
    const value = fieldOf(data, field);
    if (value === undefined)
      throw new TobanError('bug', `${path} was found by ${field}, which it does not have`);
    return value;
  });
  return { values, path };
}
