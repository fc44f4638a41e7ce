import { shownText } from './cell-data.ts';
import type { FileCell } from './model.ts';

/**
 * What a spreadsheet makes of typed text: dates, times and numbers become such, an apostrophe in front forces text.
 * `year` completes a date without one, as Sheets takes the current year. Formulas are not computed: the few whose
 * result is an error give that error, so that broken cells can be tried.
 */
export function typedCell(text: string, year: number): FileCell {
  if (text === '') return null;
  if (text.startsWith("'")) return text.slice(1);
  if (text.startsWith('=') && text.length > 1) return formula(text.slice(1));
  const trimmed = text.trim();
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase() === 'true';
  if (/^[+-]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?$/.test(trimmed)) return Number(trimmed.replaceAll(',', ''));
  return typedMoment(trimmed, year) ?? text;
}

/** What stands in the cell while it is edited: typing it unchanged gives the same cell again. */
export function editText(cell: FileCell, year: number): string {
  const shown = shownText(cell);
  if (cell !== null && typeof cell === 'object' && 'err' in cell) return `=${cell.err}`;
  if (typeof cell !== 'string') return shown;
  const again = typedCell(shown, year);
  return again === cell ? shown : `'${shown}`;
}

const DATE =
  /^(?:(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})|(\d{1,2})\/(\d{1,2})|(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日)$/;
const TIME = /^(\d{1,3}):([0-5]\d)(?::[0-5]\d)?$/;

function typedMoment(text: string, year: number): FileCell | undefined {
  const time = typedTime(text);
  if (time !== undefined) return { t: time };
  const [first = '', second, ...more] = text.split(/\s+/);
  const date = typedDate(first, year);
  if (date === undefined || more.length > 0) return undefined;
  if (second === undefined) return { d: date };
  const clock = typedTime(second);
  return clock === undefined || Number(clock.split(':')[0]) > 23
    ? undefined
    : { dt: `${date}T${clock.padStart(5, '0')}` };
}

function typedTime(text: string): string | undefined {
  const [, hours, minutes] = TIME.exec(text) ?? [];
  return hours === undefined ? undefined : `${hours.padStart(2, '0')}:${minutes}`;
}

function typedDate(text: string, year: number): string | undefined {
  const parts = DATE.exec(text);
  if (!parts) return undefined;
  const numbers = (...candidates: (string | undefined)[]) =>
    Number(candidates.find((part) => part !== undefined) ?? year);
  const [y, m, d] = [
    numbers(parts[1], parts[6]),
    numbers(parts[2], parts[4], parts[7]),
    numbers(parts[3], parts[5], parts[8]),
  ];
  const instant = new Date(Date.UTC(y, m - 1, d));
  // 2/30 rolls over to March: Sheets leaves such a thing as text.
  return instant.getUTCMonth() === m - 1 && instant.getUTCDate() === d
    ? instant.toISOString().slice(0, 10)
    : undefined;
}

function formula(body: string): FileCell {
  const [error] = /^#[A-Z/0]+[!?]?|^#N\/A/i.exec(body.trim()) ?? [];
  if (error !== undefined) return { err: error.toUpperCase() };
  if (/^na\(\)$/i.test(body.trim())) return { err: '#N/A' };
  return { err: /\/\s*0$/.test(body) ? '#DIV/0!' : '#NAME?' };
}
