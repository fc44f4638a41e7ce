import { encodeCursor } from './cursor.ts';
import { positionOf } from './field.ts';
import type { Doc, Page } from './port.ts';
import type { QueryShape } from './shapes.ts';

/** Two documents as an index orders them: below 0 where the first stands ahead. */
export type Order<T> = (a: Doc<T>, b: Doc<T>) => number;

/** `docs`: in order. `end`: what was looked at reaches to here; undefined where it reaches to the end. */
export interface Merged<T> {
  readonly docs: readonly Doc<T>[];
  readonly end: Doc<T> | undefined;
}

/** Pages of several lists that share one order, as one. What lies beyond the nearer end of them is not known yet. */
export function mergePages<T>(pages: readonly Page<T>[], order: Order<T>): Merged<T> {
  const ends = pages.flatMap((page) => (page.cursor === null ? [] : page.docs.slice(-1)));
  const end = ends.toSorted(order)[0];
  const docs = pages.flatMap((page) => page.docs).filter((doc) => end === undefined || order(doc, end) <= 0);
  return { docs: docs.toSorted(order), end };
}

/** The document after which the next page begins, when `size` of these rows are shown; undefined where there is none. */
export const lastShown = <T>(
  rows: readonly Doc<T>[],
  end: Doc<T> | undefined,
  size: number,
): Doc<T> | undefined => (rows.length > size ? rows[size - 1] : end);

/** The cursor of the page that follows a document. */
export const cursorAfter = <T>(shape: QueryShape, doc: Doc<T>): string =>
  encodeCursor(positionOf(shape, doc.path, doc.data));

/** By one field, and of two alike by their path in the same direction, as an index does. */
export function orderBy<T>(value: (data: T) => number | string, direction: 1 | -1): Order<T> {
  const compare = <V>(a: V, b: V): number => (a === b ? 0 : a < b ? -1 : 1);
  return (a, b) => direction * (compare(value(a.data), value(b.data)) || compare(a.path, b.path));
}
