import type { Cell, Tab } from '../ports/sheets.ts';
import { isEmpty } from './fold.ts';

/**
 * A tab as people see it: merged values fill their range. A view may be turned (dates across become dates down) or cut
 * (one month's block) and still knows the true address of each cell.
 */
export interface View {
  readonly tab: string;
  /** gid of the tab. */
  readonly gid: number;
  readonly height: number;
  readonly width: number;
  at(row: number, column: number): Cell;
  /** `当番表!C14`: where the value stands; within a merge that is its first cell. */
  address(row: number, column: number): string;
  /** Row and column of the tab, from 0, whatever was turned or cut. */
  place(row: number, column: number): { readonly row: number; readonly column: number };
  /** Equal numbers mean the same cell of the sheet; -1 where the sheet has none. */
  anchor(row: number, column: number): number;
  isMerged(row: number, column: number): boolean;
  /** Whether the row of the sheet in which the cell stands was hidden by hand. */
  isHidden(row: number, column: number): boolean;
  /** Row number as people count it, from 1; in a turned view the column's letter. */
  line(row: number): string;
}

export function columnName(index: number): string {
  let name = '';
  for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** No merge of a rota is larger; it bounds what a hostile sheet may cost. */
const MOST_MERGED = 200_000;

/** `hidden` hears of a value that a merge covers: nobody sees it, and it is not read. */
export function viewOf(tab: Tab, hidden: (address: string, under: string) => void): View {
  const { rows } = tab;
  const height = rows.length;
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const address = (row: number, column: number) => `${tab.title}!${columnName(column)}${row + 1}`;
  const hiddenRows = new Set(tab.hiddenRows);
  const anchors = new Map<number, number>();
  for (const merge of tab.merges) {
    const [top, left] = [Math.max(0, merge.startRow), Math.max(0, merge.startColumn)];
    for (let row = top; row < Math.min(merge.endRow, height); row++) {
      for (let column = left; column < Math.min(merge.endColumn, width); column++) {
        if (anchors.size >= MOST_MERGED) break;
        anchors.set(row * width + column, top * width + left);
        if ((row !== top || column !== left) && !isEmpty(rows[row]?.[column]))
          hidden(address(row, column), address(top, left));
      }
    }
  }
  const anchor = (row: number, column: number): number => {
    if (row < 0 || column < 0 || row >= height || column >= width) return -1;
    const index = row * width + column;
    return anchors.size === 0 ? index : (anchors.get(index) ?? index);
  };
  return {
    tab: tab.title,
    gid: tab.id,
    height,
    width,
    anchor,
    at(row, column) {
      if (anchors.size === 0) return rows[row]?.[column] ?? null;
      const index = anchor(row, column);
      return index < 0 ? null : (rows[Math.floor(index / width)]?.[index % width] ?? null);
    },
    address(row, column) {
      const index = anchor(row, column);
      return index < 0 ? address(row, column) : address(Math.floor(index / width), index % width);
    },
    place: (row, column) => ({ row, column }),
    isMerged: (row, column) => anchors.has(row * width + column),
    isHidden: (row) => hiddenRows.has(row),
    line: (row) => String(row + 1),
  };
}

/** Rows and columns change places. */
export function turned(view: View): View {
  return {
    tab: view.tab,
    gid: view.gid,
    height: view.width,
    width: view.height,
    at: (row, column) => view.at(column, row),
    address: (row, column) => view.address(column, row),
    place: (row, column) => view.place(column, row),
    anchor: (row, column) => view.anchor(column, row),
    isMerged: (row, column) => view.isMerged(column, row),
    isHidden: (row, column) => view.isHidden(column, row),
    line: (row) => columnName(row),
  };
}

/** The columns [from, to) alone. */
export function cutAcross(view: View, from: number, to: number): View {
  const part = cut(turned(view), from, to);
  return { ...turned(part), line: view.line };
}

/** The rows [from, to) alone. */
export function cut(view: View, from: number, to: number): View {
  return {
    ...view,
    height: to - from,
    at: (row, column) => (row < 0 || row >= to - from ? null : view.at(row + from, column)),
    address: (row, column) => view.address(row + from, column),
    place: (row, column) => view.place(row + from, column),
    anchor: (row, column) => (row < 0 || row >= to - from ? -1 : view.anchor(row + from, column)),
    isMerged: (row, column) => view.isMerged(row + from, column),
    isHidden: (row, column) => view.isHidden(row + from, column),
    line: (row) => view.line(row + from),
  };
}
