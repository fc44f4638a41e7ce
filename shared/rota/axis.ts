import type { Cell } from '../ports/sheets.ts';
import {
  addMonths,
  civilOf,
  DAY,
  dayFromIso,
  dayOf,
  isoDay,
  minutesFromIso,
  validDay,
  weekdayOf,
} from './civil.ts';
import { readDateText } from './date-text.ts';
import { errorOf, excerpt, fold, isEmpty, textOf } from './fold.ts';
import type { ProblemCode } from './model.ts';
import type { MonthHint, Raw } from './raw-dates.ts';

export type { MonthHint } from './raw-dates.ts';

import { inferYears } from './years.ts';

/** One cell that says when, with what stands beside it. */
export interface AxisCell {
  readonly cell: Cell;
  /** Weekday in the row's 曜日 column, 0 = Sunday. */
  readonly weekday: number | null;
  /** Month that day numbers belong to, from a title or a month column. */
  readonly month: MonthHint | null;
}

export interface Remark {
  readonly code: ProblemCode;
  readonly detail: Readonly<Record<string, string>>;
}

/** `date`: understood; `bad`: something stands there that is no date; `none`: empty. */
export type AxisEntry =
  | {
      readonly kind: 'date';
      readonly day: number;
      /** Minutes since midnight where a time is written too. */
      readonly minutes: number | null;
      /** The last day, inclusive, for `11/16〜11/22`. */
      readonly lastDay: number | null;
      /** The time at which that day's duty ends, where it is written. */
      readonly lastMinutes: number | null;
      readonly remarks: readonly Remark[];
    }
  | { readonly kind: 'bad'; readonly remark: Remark }
  | { readonly kind: 'none' };

/**
 * Turns a column of dates into days. A text date without a year takes the year nearest its dated neighbours; day
 * numbers run on from their month's title; a date that contradicts its weekday is reported and wins.
 */
export function resolveAxis(cells: readonly AxisCell[], hint: MonthHint, today: number): AxisEntry[] {
  const numbered = placeDayNumbers(cells, today);
  const raws = cells.map(({ cell }, index) => rawOf(cell, numbered[index] ?? null));
  const days = inferYears(
    raws,
    hint,
    today,
    cells.map((cell) => cell.weekday),
  );
  let before: number | null = null;
  return cells.map((axis, index): AxisEntry => {
    const raw = raws[index];
    const day = days[index] ?? null;
    if (isEmpty(axis.cell)) return { kind: 'none' };
    if (!raw || day === null) return { kind: 'bad', remark: badRemark(axis.cell) };
    const remarks = remarksOf(axis, raw, day, before);
    before = day;
    return {
      kind: 'date',
      day,
      minutes: raw.minutes,
      lastDay: lastDayOf(raw, day),
      lastMinutes: raw.lastText?.minutes ?? null,
      remarks,
    };
  });
}

const NONE: Raw = { day: null, minutes: null, text: null, lastText: null, typed: false };

function rawOf(cell: Cell, numbered: number | null): Raw | null {
  if (cell === null) return null;
  if (numbered !== null) return { ...NONE, day: numbered };
  if (cell.kind === 'date') {
    const day = dayFromIso(cell.date);
    return day === null ? null : { ...NONE, day, typed: true };
  }
  if (cell.kind === 'datetime') {
    const local = minutesFromIso(cell.local);
    return local === null
      ? null
      : { ...NONE, day: Math.floor(local / DAY), minutes: local % DAY, typed: true };
  }
  if (cell.kind === 'number') return serialOf(cell.value, cell.text);
  if (cell.kind !== 'text') return null;
  const read = readDateText(cell.text);
  if (read === null) return null;
  const only = read.from.options.length === 1 ? (read.from.options[0]?.day ?? null) : null;
  return { day: only, minutes: read.from.minutes, text: read.from, lastText: read.to, typed: only !== null };
}

/** A date whose cell lost its format shows as days since 1899-12-30. */
function serialOf(value: number, text: string): Raw | null {
  if (value < 36_526 || value >= 109_575) return null;
  const day = Math.floor(value) - 25_569;
  const minutes = Math.round((value - Math.floor(value)) * DAY);
  const option = { year: civilOf(day).year, day, inYear: () => day };
  return {
    ...NONE,
    day,
    minutes: minutes === 0 ? null : minutes,
    typed: true,
    text: { options: [option], minutes: null, weekday: null },
    ...(text && {}),
  };
}

/** `20`, `20日`, `20(金)`; null for anything else. */
export function dayNumber(cell: Cell): number | null {
  if (cell?.kind === 'number')
    return Number.isInteger(cell.value) && cell.value >= 1 && cell.value <= 31 ? cell.value : null;
  if (cell?.kind !== 'text' || cell.text.length > 20) return null;
  const found =
    /^(\d{1,2})(?!月)(?:日|st|nd|rd|th)?(?: ?[([]?[日月火水木金土](?:曜日?)?[・/]?祝?[)\]]?| ?\(?(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*\)?)?$/.exec(
      fold(cell.text),
    );
  const day = Number(found?.[1]);
  return found && day >= 1 && day <= 31 ? day : null;
}

/** Days of the cells that are mere numbers, by their month; a number that falls back starts the next month. */
function placeDayNumbers(cells: readonly AxisCell[], today: number): (number | null)[] {
  let hinted = '';
  let months = 0;
  let last = 0;
  return cells.map(({ cell, month: hint }) => {
    const number = dayNumber(cell);
    if (number === null || hint === null || hint.month === null) return null;
    const key = `${hint.year}-${hint.month}`;
    if (key !== hinted) months = 0;
    else if (last - number > 15) months++;
    hinted = key;
    last = number;
    const start = addMonths(hint.year ?? nearestYear(hint.month, today), hint.month, months);
    return validDay(start.year, start.month, number);
  });
}

/** The year in which a month lies nearest to today. */
export function nearestYear(month: number, today: number): number {
  const { year } = civilOf(today);
  const away = (candidate: number) => Math.abs(dayOf(candidate, month, 15) - today);
  return [year - 1, year + 1].reduce(
    (best, candidate) => (away(candidate) < away(best) ? candidate : best),
    year,
  );
}

function lastDayOf(raw: Raw, day: number): number | null {
  if (!raw.lastText) return null;
  const { year } = civilOf(day);
  const ends = raw.lastText.options.flatMap((option) => [option.inYear(year), option.inYear(year + 1)]);
  return ends.find((end) => end !== null && end >= day) ?? null;
}

/** What is wrong with a cell that should hold a date. */
export function badRemark(cell: Cell): Remark {
  const code = errorOf(cell);
  if (code !== null) return { code: 'formula-error', detail: { error: code } };
  return { code: 'bad-date', detail: { text: excerpt(textOf(cell)) } };
}

function remarksOf(axis: AxisCell, raw: Raw, day: number, before: number | null): Remark[] {
  const remarks: Remark[] = [];
  if (raw.text)
    remarks.push({
      code: 'text-date',
      detail: { text: excerpt(textOf(axis.cell)), understood: isoDay(day) },
    });
  const said = raw.text?.weekday ?? axis.weekday;
  if (said !== null && said !== weekdayOf(day)) {
    remarks.push({
      code: 'weekday-mismatch',
      detail: { date: isoDay(day), says: String(said), is: String(weekdayOf(day)) },
    });
  }
  const { year, month, day: date } = civilOf(day);
  const nextYear = validDay(year + 1, month, date);
  // December followed by a January of the same year: somebody forgot to count the year up.
  if (
    raw.typed &&
    before !== null &&
    nextYear !== null &&
    day < before - 180 &&
    nextYear >= before - 3 &&
    nextYear <= before + 45
  ) {
    remarks.push({ code: 'year-rollover', detail: { date: isoDay(day), expected: isoDay(nextYear) } });
  }
  return remarks;
}
