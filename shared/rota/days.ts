import holidayJp from '@holiday-jp/holiday_jp';
import type { Tab } from '../ports/sheets.ts';
import { civilOf, dayFromIso, isoDay, weekdayOf } from './civil.ts';
import { readDateText } from './date-text.ts';
import { fold } from './fold.ts';

/** To which days a row or column is limited. `holidays`: as the weekday they fall on, always in, or never in. */
export interface Limit {
  /** Bit n stands for weekday n, Sunday = 0. */
  readonly mask: number;
  readonly holidays: 'as-weekday' | 'also' | 'never';
}

export type Holidays = (day: number) => boolean;

const WEEKEND = 0b1000001;
const WORKDAYS = 0b0111110;
const ALL = 0b1111111;
const KANJI = '日月火水木金土';
const ENGLISH = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const ENGLISH_DAY =
  /^(sun(?:day)?|mon(?:day)?|tues?(?:day)?|wed(?:s|nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?)s?\.?$/;

/** Beside a limit it says nothing more: `休日（終日）`. */
const WHOLE_DAY = /終日|全日|24 ?(?:時間|h(?:ours?)?)(?![a-z])|all[- ]?day/;

const LIMITS: readonly (readonly [RegExp, Limit])[] = [
  [/土日・?祝日?|土・日・祝日?|土・日・休日|土日休日|休祝日/, { mask: WEEKEND, holidays: 'also' }],
  [
    /weekends? ?(?:and|&|\+|\/|,) ?(?:public |bank |national )?holidays?/,
    { mask: WEEKEND, holidays: 'also' },
  ],
  [/平日|(?<![a-z])weekdays?(?![a-z])|(?<![a-z])business days?/, { mask: WORKDAYS, holidays: 'never' }],
  [/土日|土・日|週末|(?<![a-z])weekends?(?![a-z])/, { mask: WEEKEND, holidays: 'as-weekday' }],
  [/休日/, { mask: WEEKEND, holidays: 'also' }],
  [/祝日?|(?:(?:public|bank|national) )?(?<![a-z])holidays?(?![a-z])/, { mask: 0, holidays: 'also' }],
];

/** Takes 平日 / 土日 / 祝 / 休日 (weekdays, weekends, holidays) out of a header; `rest` is what else it says (folded). */
export function limitIn(text: string): { limit: Limit | null; rest: string } {
  const whole = fold(text);
  for (const [words, limit] of LIMITS) {
    const found = words.exec(whole);
    if (!found) continue;
    const rest = `${whole.slice(0, found.index)} ${whole.slice(found.index + found[0].length)}`.replace(
      WHOLE_DAY,
      ' ',
    );
    return {
      limit,
      rest: rest
        .replace(/[([{【][^\p{L}\p{N}]*[)\]}】]/gu, ' ')
        .replace(/ +/g, ' ')
        .trim(),
    };
  }
  return { limit: null, rest: whole };
}

/** A single day's name: `月`, `月曜日`, `(月)`, `Mon`, `Monday`; 0 = Sunday, null for anything else. */
export function weekdayIn(text: string): number | null {
  const word = fold(text).replace(/^[([]|[)\]]$/g, '');
  const kanji = /^([日月火水木金土])(?:曜日?)?$/.exec(word)?.[1];
  if (kanji) return KANJI.indexOf(kanji);
  const english = ENGLISH_DAY.exec(word)?.[1];
  return english ? ENGLISH.indexOf(english.slice(0, 3)) : null;
}

/** The label of a weekday row: `月`, `月・水・金`, `月〜金`, `Mon-Fri`, `平日`, `土日祝`, `毎日`. Null for no such label. */
export function dayLabel(text: string): Limit | null {
  const word = fold(text).replace(/^[([]|[)\]]$/g, '');
  if (word === '') return null;
  if (/^(毎日|全日|every ?day|daily|all days?)$/.test(word)) return { mask: ALL, holidays: 'as-weekday' };
  const single = weekdayIn(word);
  if (single !== null) return { mask: 1 << single, holidays: 'as-weekday' };
  const limited = limitIn(word);
  if (limited.limit && limited.rest === '') return limited.limit;
  const range = /^(.+?) ?(?:[-–—~〜]|から|to) ?(.+)$/.exec(word);
  const [from, to] = [weekdayIn(range?.[1] ?? ''), weekdayIn(range?.[2] ?? '')];
  if (from !== null && to !== null) return { mask: maskBetween(from, to), holidays: 'as-weekday' };
  const parts = /^[日月火水木金土祝]{2,}$/.test(word)
    ? [...word]
    : word.split(/[・、,/&と ]+/).filter(Boolean);
  const days = parts.filter((part) => !/^祝日?$/.test(part)).map(weekdayIn);
  if (parts.length < 2 || days.some((day) => day === null)) return null;
  const mask = days.reduce<number>((bits, day) => bits | (1 << (day ?? 0)), 0);
  return { mask, holidays: days.length < parts.length ? 'also' : 'as-weekday' };
}

function maskBetween(from: number, to: number): number {
  let mask = 1 << from;
  for (let day = from; day !== to; ) {
    day = (day + 1) % 7;
    mask |= 1 << day;
  }
  return mask;
}

export function applies(limit: Limit, day: number, isHoliday: Holidays): boolean {
  if (limit.holidays !== 'as-weekday' && isHoliday(day)) return limit.holidays === 'also';
  return (limit.mask & (1 << weekdayOf(day))) !== 0;
}

/** Of two rows for one day the narrower counts: 祝 before 月 before 平日 before 毎日. */
export function narrowness(limit: Limit | null, day: number, isHoliday: Holidays): number {
  if (limit === null) return 0;
  if (limit.holidays === 'also' && isHoliday(day)) return limit.mask === 0 ? 4 : 3;
  if (limit.mask === ALL) return 0;
  return (limit.mask & (limit.mask - 1)) === 0 ? 2 : 1;
}

export const isHolidayTab = (title: string): boolean =>
  /^(休日|祝日|休業日|会社休日|休日マスタ|祝日マスタ|休日一覧|祝日一覧|holidays?|public holidays?|bank holidays?)$/.test(
    fold(title),
  );

/** Japan's public holidays, and each date that stands in a 休日 tab of the sheet. */
export function holidaysOf(tabs: readonly Tab[], thisYear: number): Holidays {
  const own = new Set<number>();
  for (const tab of tabs.filter((candidate) => isHolidayTab(candidate.title))) {
    for (const row of tab.rows)
      for (const cell of row) for (const day of datesIn(cell, thisYear)) own.add(day);
  }
  const known = new Map<number, boolean>();
  return (day) => {
    const hit = known.get(day);
    if (hit !== undefined) return hit;
    const is = own.has(day) || Object.hasOwn(holidayJp.holidays, isoDay(day));
    known.set(day, is);
    return is;
  };
}

function datesIn(cell: Tab['rows'][number][number], thisYear: number): number[] {
  if (cell?.kind === 'date') return [dayFromIso(cell.date)].filter((day) => day !== null);
  if (cell?.kind === 'datetime') return [dayFromIso(cell.local.slice(0, 10))].filter((day) => day !== null);
  if (cell?.kind !== 'text') return [];
  const read = readDateText(cell.text);
  if (read === null || read.to) return [];
  // Without a year it is a day off every year.
  const years = [thisYear - 1, thisYear, thisYear + 1, thisYear + 2];
  return read.from.options
    .flatMap((option) => (option.year === null ? years.map(option.inYear) : [option.day]))
    .filter((day) => day !== null);
}

/** The year in which `day` lies. */
export const yearOf = (day: number): number => civilOf(day).year;
