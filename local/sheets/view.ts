import { createHash } from 'node:crypto';
import { parseCell } from './a1.ts';
import { shownText } from './cell-data.ts';
import type { Document } from './documents.ts';
import type { Fault } from './faults.ts';
import { type FileCell, tabId } from './model.ts';
import { editText } from './typed.ts';

/** What the page draws: per cell its kind, what it shows and what its editor starts with. */
export function pageView(
  document: Document,
  today: string,
  faults: readonly Fault[],
  all: readonly string[],
): object {
  const { file, id, problem } = document;
  const year = Number(today.slice(0, 4));
  return {
    id,
    title: file.title ?? id,
    timeZone: file.timeZone,
    problem,
    today,
    documents: all,
    fault: faults[0]?.kind ?? null,
    tabs: Object.entries(file.tabs).map(([title, rows]) => ({
      title,
      id: tabId(file, title),
      rows: rows.map((row) => row.map((cell) => cellView(cell, year))),
      merges: (file.merges ?? []).filter((merge) => merge.tab === title).flatMap(mergeView),
    })),
  };
}

/** Changes with everything the page shows. */
export function viewTag(document: Document, today: string, faults: readonly Fault[]): string {
  const all = JSON.stringify([document.id, document.revision, today, faults]);
  return `"${createHash('sha256').update(all).digest('hex').slice(0, 24)}"`;
}

function cellView(cell: FileCell, year: number): object | null {
  if (cell === null || cell === '') return null;
  return {
    kind: kindOf(cell),
    shown: shownText(cell),
    typed: editText(cell, year),
    ...(isDate(cell) ? { date: cell.d } : {}),
  };
}

const isDate = (cell: FileCell): cell is { d: string } =>
  typeof cell === 'object' && cell !== null && 'd' in cell;

function kindOf(cell: Exclude<FileCell, null>): string {
  if (typeof cell !== 'object') return typeof cell === 'string' ? 'text' : typeof cell;
  return 'err' in cell ? 'error' : 'date';
}

function mergeView({ from, to }: { from: string; to: string }): object[] {
  const [a, b] = [parseCell(from), parseCell(to)];
  if (!a || !b) return [];
  return [{ row: a.row, column: a.column, rows: b.row - a.row + 1, columns: b.column - a.column + 1 }];
}
