import { type Area, columnLetters, parseCell, parseRange } from './a1.ts';
import { cellData, serialOf, shownText } from './cell-data.ts';
import type { Document } from './documents.ts';
import { applyMask, BadMask, type Mask, parseMask, wants } from './field-mask.ts';
import { type Answer, googleError } from './google-error.ts';
import { type FileCell, tabId } from './model.ts';

interface Wanted {
  readonly tab: string;
  readonly areas: readonly Area[];
}

/** `GET /v4/spreadsheets/{id}`: with ranges only their tabs are answered, as Google does. */
export function getSpreadsheet(document: Document, query: URLSearchParams): Answer {
  const { file, id } = document;
  const titles = Object.keys(file.tabs);
  const ranges = query.getAll('ranges');
  const wanted = new Map<string, Area[]>();
  for (const range of ranges) {
    const parsed = parseRange(range, titles);
    if (!parsed) return googleError(400, `Unable to parse range: ${range}`);
    wanted.set(parsed.tab, [...(wanted.get(parsed.tab) ?? []), parsed.area]);
  }
  const mask = maskOf(query);
  if (mask instanceof BadMask)
    return googleError(400, `Request contains an invalid argument. ${mask.message}`);
  const withCells = mask ? wants(mask, 'sheets', 'data') : query.get('includeGridData') === 'true';
  const body = {
    spreadsheetId: id,
    spreadsheetUrl: `https://docs.google.com/spreadsheets/d/${id}/edit`,
    properties: { title: file.title ?? id, locale: 'ja_JP', timeZone: file.timeZone },
    sheets: titles
      .filter((tab) => ranges.length === 0 || wanted.has(tab))
      .map((tab) => sheet(document, { tab, areas: wanted.get(tab) ?? [WHOLE] }, withCells)),
  };
  return { status: 200, body: mask ? applyMask(body, mask) : body };
}

/** `GET /v4/spreadsheets/{id}/values/{range}`: shown texts, or bare values with `UNFORMATTED_VALUE`. */
export function getValues(document: Document, range: string, query: URLSearchParams): Answer {
  const parsed = parseRange(range, Object.keys(document.file.tabs));
  if (!parsed) return googleError(400, `Unable to parse range: ${range}`);
  const bare = query.get('valueRenderOption') === 'UNFORMATTED_VALUE';
  const rows = cut(document.file.tabs[parsed.tab] ?? [], parsed.area);
  const values = rows.map((row) => row.map((cell) => (bare ? bareValue(cell) : shownText(cell))));
  const width = Math.max(1, ...rows.map((row) => row.length));
  const { startRow, startColumn } = parsed.area;
  const corner = `${columnLetters(startColumn)}${startRow + 1}:${columnLetters(startColumn + width - 1)}${startRow + Math.max(1, rows.length)}`;
  return {
    status: 200,
    body: { range: `'${parsed.tab.replaceAll("'", "''")}'!${corner}`, majorDimension: 'ROWS', values },
  };
}

const WHOLE: Area = { startRow: 0, endRow: null, startColumn: 0, endColumn: null };

function maskOf(query: URLSearchParams): Mask | BadMask | null {
  const fields = query.get('fields');
  if (!fields) return null;
  try {
    return parseMask(fields);
  } catch (error) {
    if (error instanceof BadMask) return error;
    throw error;
  }
}

function sheet({ file }: Document, { tab, areas }: Wanted, withCells: boolean): object {
  const rows = file.tabs[tab] ?? [];
  const sheetId = tabId(file, tab);
  const merges = (file.merges ?? [])
    .filter((merge) => merge.tab === tab)
    .flatMap(({ from, to }) => gridRange(sheetId, from, to));
  return {
    properties: {
      sheetId,
      title: tab,
      index: Object.keys(file.tabs).indexOf(tab),
      sheetType: 'GRID',
      gridProperties: {
        rowCount: Math.max(1_000, rows.length),
        columnCount: Math.max(26, ...rows.map((row) => row.length)),
      },
    },
    ...(merges.length > 0 ? { merges } : {}),
    ...(withCells ? { data: areas.map((area) => gridData(rows, area, hiddenIn(file, tab))) } : {}),
  };
}

/** Google leaves out a start of 0. */
function gridData(rows: FileCell[][], area: Area, hidden: ReadonlySet<number>): object {
  const shown = cut(rows, area);
  return {
    ...(area.startRow > 0 ? { startRow: area.startRow } : {}),
    ...(area.startColumn > 0 ? { startColumn: area.startColumn } : {}),
    rowData: shown.map((row) => (row.length === 0 ? {} : { values: row.map(cellData) })),
    rowMetadata: shown.map((_row, i) => ({
      pixelSize: 21,
      ...(hidden.has(area.startRow + i + 1) && { hiddenByUser: true }),
    })),
  };
}

const hiddenIn = ({ hiddenRows }: Document['file'], tab: string): ReadonlySet<number> =>
  new Set((hiddenRows ?? []).filter((hidden) => hidden.tab === tab).map(({ row }) => row));

const cut = (rows: FileCell[][], { startRow, endRow, startColumn, endColumn }: Area): FileCell[][] =>
  rows.slice(startRow, endRow ?? undefined).map((row) => row.slice(startColumn, endColumn ?? undefined));

function gridRange(sheetId: number, from: string, to: string): object[] {
  const [a, b] = [parseCell(from), parseCell(to)];
  if (!a || !b) return [];
  return [
    {
      sheetId,
      startRowIndex: a.row,
      endRowIndex: b.row + 1,
      startColumnIndex: a.column,
      endColumnIndex: b.column + 1,
    },
  ];
}

function bareValue(cell: FileCell): string | number | boolean {
  if (cell === null) return '';
  if (typeof cell !== 'object') return cell;
  return 'err' in cell ? cell.err : serialOf(cell);
}
