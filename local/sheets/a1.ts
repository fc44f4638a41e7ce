/** Zero-based, as the API counts. */
export interface Position {
  readonly row: number;
  readonly column: number;
}

/** Half-open; `null` is open to the end of the tab. */
export interface Area {
  readonly startRow: number;
  readonly endRow: number | null;
  readonly startColumn: number;
  readonly endColumn: number | null;
}

/** `C` → 2, `AA` → 26. */
export function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

export function columnLetters(index: number): string {
  const rest = Math.floor(index / 26);
  return (rest > 0 ? columnLetters(rest - 1) : '') + String.fromCharCode(65 + (index % 26));
}

/** `B2` → row 1, column 1; null when that is no cell. */
export function parseCell(address: string): Position | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?([1-9]\d*)$/i.exec(address.trim()) ?? [];
  if (letters === undefined || row === undefined) return null;
  return { row: Number(row) - 1, column: columnIndex(letters.toUpperCase()) };
}

/** `当番表!C14` or `'it''s'!C14` → tab and position; null when that is no such address. */
export function parseAddress(address: string): (Position & { readonly tab: string }) | null {
  const [, tab, cell] = /^(.+)!([^!]+)$/s.exec(address) ?? [];
  const position = cell === undefined ? null : parseCell(cell);
  return position && tab !== undefined ? { ...position, tab: unquote(tab) } : null;
}

/** A range as the API takes it: a tab, `tab!A1:C5`, `tab!A:C`, `tab!2:4`, `A1:B2` (first tab). Null: cannot be parsed. */
export function parseRange(range: string, titles: readonly string[]): { tab: string; area: Area } | null {
  const whole: Area = { startRow: 0, endRow: null, startColumn: 0, endColumn: null };
  const named = [range, unquote(range)].find((title) => titles.includes(title));
  if (named !== undefined) return { tab: named, area: whole };
  const cut = range.lastIndexOf('!');
  const tab = cut < 0 ? titles[0] : unquote(range.slice(0, cut));
  const area = parseArea(range.slice(cut + 1));
  return area && tab !== undefined && titles.includes(tab) ? { tab, area } : null;
}

function parseArea(text: string): Area | null {
  const [from = '', to = from, ...more] = text.split(':');
  const [a, b] = [parseCorner(from), parseCorner(to)];
  if (!a || !b || more.length > 0 || (to === from && (a.row === null || a.column === null))) return null;
  return {
    startRow: a.row ?? 0,
    endRow: b.row === null ? null : b.row + 1,
    startColumn: a.column ?? 0,
    endColumn: b.column === null ? null : b.column + 1,
  };
}

function parseCorner(text: string): { row: number | null; column: number | null } | null {
  const [, letters = '', row = ''] = /^\$?([A-Z]{0,3})\$?([1-9]\d*)?$/i.exec(text) ?? [];
  if (letters === '' && row === '') return null;
  return {
    row: row === '' ? null : Number(row) - 1,
    column: letters === '' ? null : columnIndex(letters.toUpperCase()),
  };
}

const unquote = (title: string): string =>
  /^'.*'$/s.test(title) ? title.slice(1, -1).replaceAll("''", "'") : title;
