import type { Locale } from '../language/index.ts';
import type { RotaLoad } from './read-load.ts';
import { loadText } from './text.ts';

/** A spreadsheet runs what begins like this as a formula. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

/** One field: text that a spreadsheet would run gets an apostrophe in front, which it does not show. */
function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A field as it was before `csvLine` kept spreadsheets from running it. */
export const plainField = (field: string): string =>
  field.startsWith("'") && FORMULA.test(field.slice(1)) ? field.slice(1) : field;

/** One line of a file. */
export const csvLine = (cells: readonly (string | number)[]): string =>
  `${cells.map(csvField).join(',')}\r\n`;

/** A whole file, with a mark in front that lets Excel read it as UTF-8. */
export const csvFile = (rows: readonly (readonly (string | number)[])[]): string =>
  `\uFEFF${rows.map(csvLine).join('')}`;

const hours = (ms: number): number => Math.round(ms / 36_000) / 100;

/** The table as a file: hours with two decimals. */
export function loadCsv({ people }: RotaLoad, locale: Locale): string {
  const { csv } = loadText(locale);
  const rows = people.map((one) => [
    one.name,
    one.user,
    hours(one.total),
    hours(one.night),
    one.nights,
    hours(one.weekend),
    one.weekendDays,
    hours(one.holiday),
    one.holidays,
    one.calls,
    one.nightCalls,
  ]);
  return csvFile([csv, ...rows]);
}
