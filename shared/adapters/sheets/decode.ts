import type { sheets_v4 } from 'googleapis/build/src/apis/sheets/index.js';
import { TobanError } from '../../platform/errors.ts';
import type { Cell, Merge, Spreadsheet, Tab } from '../../ports/sheets.ts';
import { cellOf } from './cell.ts';

type Answer = sheets_v4.Schema$Spreadsheet;

/** Rejects what is not a spreadsheet at all (a proxy's page, a truncated answer); missing fields are forgiven. */
export function checkAnswer(data: unknown): Answer {
  if (typeof data === 'object' && data !== null && 'sheets' in data && Array.isArray(data.sheets))
    return data as Answer;
  throw new TobanError('bad-input', 'the answer of the Sheets API is not a spreadsheet', {
    reason: 'not-a-spreadsheet',
  });
}

/** Titles of tabs that hold cells: a chart on a tab of its own has none. */
export function titlesOf(answer: Answer): string[] {
  return (answer.sheets ?? []).flatMap(({ properties }) =>
    properties?.title && (properties.sheetType ?? 'GRID') === 'GRID' ? [properties.title] : [],
  );
}

/** A server that ignores `ranges` sends every tab; only the wanted ones are decoded. */
export function decodeSpreadsheet(
  id: string,
  answer: Answer,
  wanted: readonly string[],
  allTitles: readonly string[],
): Spreadsheet {
  const tabs = (answer.sheets ?? []).filter(
    (sheet) => wanted.includes(sheet.properties?.title ?? '') && sheet.data,
  );
  return {
    id,
    title: answer.properties?.title ?? '',
    timeZone: answer.properties?.timeZone ?? 'Etc/GMT',
    tabTitles: [...new Set([...allTitles, ...titlesOf(answer)])],
    tabs: tabs.map(decodeTab),
  };
}

function decodeTab(sheet: sheets_v4.Schema$Sheet): Tab {
  const rows: Cell[][] = [];
  const hiddenRows: number[] = [];
  for (const part of sheet.data ?? []) {
    const [top, left] = [part.startRow ?? 0, part.startColumn ?? 0];
    (part.rowMetadata ?? []).forEach(({ hiddenByUser }, i) => {
      if (hiddenByUser) hiddenRows.push(top + i);
    });
    (part.rowData ?? []).forEach((rowData, i) => {
      (rowData?.values ?? []).forEach((value, j) => {
        const cell = cellOf(value);
        if (cell !== null) place(rows, top + i, left + j, cell);
      });
    });
  }
  return {
    title: sheet.properties?.title ?? '',
    id: sheet.properties?.sheetId ?? 0,
    rows,
    merges: (sheet.merges ?? []).flatMap(decodeMerge),
    ...(hiddenRows.length > 0 && { hiddenRows }),
  };
}

/** Fills up to the cell with empty rows and cells, so that nothing trails behind the last value. */
function place(rows: Cell[][], row: number, column: number, cell: Cell): void {
  while (rows.length <= row) rows.push([]);
  const cells = rows[row] ?? [];
  while (cells.length < column) cells.push(null);
  cells[column] = cell;
}

function decodeMerge(range: sheets_v4.Schema$GridRange): Merge[] {
  const { startRowIndex, endRowIndex, startColumnIndex, endColumnIndex } = range;
  if (endRowIndex == null || endColumnIndex == null) return [];
  return [
    {
      startRow: startRowIndex ?? 0,
      endRow: endRowIndex,
      startColumn: startColumnIndex ?? 0,
      endColumn: endColumnIndex,
    },
  ];
}
