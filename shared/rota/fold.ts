import type { Cell } from '../ports/sheets.ts';

/** What nobody sees: zero-width, direction marks, variation selectors. */
const INVISIBLE = /\p{Cf}|\p{Variation_Selector}/gu;

/** One form for every width: NFKC, without invisible signs, spaces joined, trimmed. Keeps case and line breaks. */
export function plain(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .normalize('NFKC')
    .replace(INVISIBLE, '')
    .replace(/[^\S\n]+/g, ' ')
    .trim();
}

/** As `plain`, and without case: the form in which headers, marks and names are compared. */
export function fold(text: string): string {
  return plain(text).toLowerCase();
}

/** What people see in a cell; empty for an empty one. */
export function textOf(cell: Cell): string {
  if (cell === null) return '';
  if (cell.kind === 'error') return cell.code;
  if (cell.text !== '') return cell.text;
  switch (cell.kind) {
    case 'text':
      return '';
    case 'number':
    case 'bool':
      return String(cell.value);
    case 'date':
      return cell.date;
    case 'datetime':
      return cell.local;
    case 'time':
      return `${Math.floor(cell.minutes / 60)}:${String(cell.minutes % 60).padStart(2, '0')}`;
  }
}

export function isEmpty(cell: Cell | undefined): boolean {
  return cell === null || cell === undefined || (cell.kind === 'text' && cell.text.trim() === '');
}

const ERROR_TEXT = /^#(REF!|N\/A|VALUE!|NAME\?|DIV\/0!|NUM!|NULL!|ERROR!|SPILL!|CALC!)$/i;

/** The error a formula left, also where it was pasted as text; null for any other cell. */
export function errorOf(cell: Cell): string | null {
  if (cell?.kind === 'error') return cell.code;
  if (cell?.kind === 'text' && cell.text.startsWith('#') && ERROR_TEXT.test(cell.text.trim()))
    return cell.text.trim();
  return null;
}

/** What a duty shows of a cell: trimmed, in one line, at most 80 characters. */
export function excerpt(text: string): string {
  const line = plain(text).replaceAll('\n', ' ');
  const signs = [...line.slice(0, 200)];
  return signs.length <= 80 ? line.slice(0, 200) : `${signs.slice(0, 79).join('')}…`;
}
