import type { Area } from './model.ts';
import type { Table } from './table.ts';

/** More blocks and columns than any rota has; it bounds what is kept. */
const MOST = 300;

/**
 * Where in the tab a table was read: its columns of time, people, stand-ins and status, and no other. What lies outside
 * (notes, telephone numbers) is never kept.
 */
export function areasOf({ view, axis, duties, substitutes, status, columns }: Table, own: number[]): Area[] {
  const { kind: _kind, ...times } = axis;
  const indexes = [
    ...Object.values(times),
    ...own,
    ...duties.map(({ index }) => index),
    ...substitutes.map(({ index }) => index),
    status,
    ...columns.filter(({ header }) => header.role === 'duty').map(({ index }) => index),
  ];
  return [...new Set(indexes)]
    .filter((index) => index >= 0 && index < view.width)
    .slice(0, MOST)
    .map((index) => {
      const [from, to] = [view.place(0, index), view.place(view.height - 1, index)];
      return { tab: view.tab, top: from.row, left: from.column, bottom: to.row + 1, right: to.column + 1 };
    });
}

export const someAreas = (areas: readonly Area[]): readonly Area[] => areas.slice(0, MOST);
