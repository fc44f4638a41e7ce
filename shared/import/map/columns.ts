import { JOINED, type Mapping, type Target, TIMED } from '../mapping/model.ts';
import type { ListEntry, SourceRow } from '../read/row.ts';

/** A cell that says something. */
export interface Cell {
  readonly column: string;
  readonly value: string;
  /** Where it is a list of records: these. */
  readonly list?: readonly ListEntry[];
}

/** Finds the cells of a row by what the mapping takes them for, in the order of the columns. */
export function cellsOf({ values, lists }: SourceRow, mapping: Mapping): (target: Target) => readonly Cell[] {
  const found = new Map<Target, Cell[]>();
  for (const [column, raw] of Object.entries(values)) {
    const value = raw.replace(/\r\n?/g, '\n').trim();
    if (value === '') continue;
    // A column that came later than the mapping is kept as the others that nobody spoke of.
    const target = Object.hasOwn(mapping.columns, column) ? (mapping.columns[column] ?? 'note') : 'note';
    const cells = found.get(target);
    const list = lists?.[column];
    const cell = list ? { column, value, list } : { column, value };
    if (cells === undefined) found.set(target, [cell]);
    else if (JOINED.has(target) || TIMED.has(target)) cells.push(cell);
  }
  return (target) => found.get(target) ?? [];
}
