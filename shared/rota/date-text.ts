import { DAY, validDay } from './civil.ts';
import { fold } from './fold.ts';
import { clockMinutes } from './hours.ts';

/** One way to read a date; `day` is null when the year is not written. */
export interface DateOption {
  readonly year: number | null;
  readonly day: number | null;
  inYear(year: number): number | null;
}

export interface DateText {
  /** Several when `03/04/2026` could be two days; never empty. */
  readonly options: readonly DateOption[];
  /** Minutes since midnight where a time is written beside it. */
  readonly minutes: number | null;
  /** 0 = Sunday, where a weekday is written beside it. */
  readonly weekday: number | null;
}

export interface DateRead {
  readonly from: DateText;
  /** The last day, for `11/16〜11/22`. */
  readonly to: DateText | null;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  '(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, r: 2018, 平成: 1988, h: 1988 };
const WEEKDAY =
  /(?:[([（]\s*)?(?:(?<![\p{L}\p{N}])(sun|mon|tue|wed|thu|fri|sat)(?:s|r|rs|day|sday|nesday|rsday|urday)?(?![a-z])\.?|((?<!\d)[日月]|[火水木金土])(?:曜日?)?(?=[)\]）]|[・/]祝|$| ))(?:[・/]?祝)?(?:\s*[)\]）])?,?/u;

const known = new Map<string, DateRead | null>();
const KEEP_MOST = 20_000;

/** Reads a date written as text, in the ways people of Japan, America and Europe write them; null when it is none. */
export function readDateText(text: string): DateRead | null {
  if (text.length > 60 || !/\p{N}/u.test(text)) return null;
  const hit = known.get(text);
  if (hit !== undefined) return hit;
  if (known.size >= KEEP_MOST) known.clear();
  const read = readFolded(fold(text).replaceAll('\n', ' '));
  known.set(text, read);
  return read;
}

/** `11/16週`, `11/23の週`, `week of Nov 16`, `11/30〜`: the day on which something begins. */
const beginning = (text: string): string =>
  text
    .replace(/^(?:week (?:of|commencing|beginning|starting)|w\/c|wc) ?:? ?/, '')
    .replace(/(?<=[\d)日]) ?(?:の?週|week|[~〜]|から|-)$/, '')
    .trim();

function readFolded(text: string): DateRead | null {
  const one = readOne(beginning(text));
  if (one) return { from: one, to: null };
  for (const between of [/ ?[~〜→] ?/, / [-–—] | to | から |から/, /(?<=\d[)日]?|[)）]) ?[-–—] ?(?=\d|翌)/]) {
    const at = between.exec(text);
    if (!at) continue;
    const from = readOne(text.slice(0, at.index).trim());
    const rest = text
      .slice(at.index + at[0].length)
      .trim()
      .replace(/まで$/, '');
    const to = from
      ? (readOne(rest) ?? sameDay(from, rest) ?? sameMonth(text.slice(0, at.index), rest))
      : null;
    if (from && to) return { from, to };
  }
  return null;
}

/** `11/24 9:00〜18:00`; an end not after the start lies on the next day. */
function sameDay(from: DateText, rest: string): DateText | null {
  const next = /^翌(?:日|朝)? ?(.+)$/.exec(rest);
  const minutes = clockMinutes(next?.[1] ?? rest);
  if (minutes === null || from.minutes === null) return null;
  return { ...from, minutes: next || minutes <= from.minutes ? minutes + DAY : minutes };
}

/** `11/16〜22`: the end repeats the month of its start. */
function sameMonth(from: string, rest: string): DateText | null {
  const day = /^(\d{1,2})日?(\D*)$/.exec(rest);
  const parts = /^(.*\D)?(\d{1,2})(日?)(\D*)$/.exec(from.trim());
  return day && parts?.[1] && day[1] ? readOne(`${parts[1]}${day[1]}${parts[3]}${day[2]}`) : null;
}

/** `(月祝)`, `(祝・月)`, `(祝)`: that it is a holiday says nothing of the date. */
const HOLIDAY = /(?<=[([日月火水木金土曜])[・/ ]?(?:祝日?|振休|振替休日?|休)[・/ ]?(?=[)\]日月火水木金土])/;

function readOne(written: string): DateText | null {
  const text = written.replace(HOLIDAY, '').replace('()', '').trim();
  const named = WEEKDAY.exec(text);
  const withoutDay = named
    ? `${text.slice(0, named.index)} ${text.slice(named.index + named[0].length)}`.replace(/ +/g, ' ').trim()
    : text;
  const timed = /^(.*?\d(?:日|st|nd|rd|th)?)(?:t| )(?=\S*[:時]|\d+ ?[ap]m)(.+)$/.exec(withoutDay) ?? [
    withoutDay,
    withoutDay,
    '',
  ];
  const minutes = timed[2] ? clockMinutes(timed[2]) : null;
  if (timed[2] && (minutes === null || minutes > 2 * DAY)) return null;
  const options = dayOptions((timed[1] ?? '').trim().replace(/,$/, ''));
  if (options.length === 0) return null;
  const weekday = named
    ? named[1]
      ? ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'].indexOf(named[1])
      : '日月火水木金土'.indexOf(named[2] ?? '')
    : null;
  return { options, minutes, weekday };
}

function dayOptions(text: string): DateOption[] {
  const numbers = (found: RegExpExecArray, ...at: number[]) => at.map((index) => Number(found[index]));
  let found = /^(\d{4})[-/.年] ?(\d{1,2})[-/.月] ?(\d{1,2})日?$/.exec(text);
  if (found) return written(...(numbers(found, 1, 2, 3) as [number, number, number]));
  found = /^(令和|平成|r|h)\.? ?(\d{1,2}|元)[./年-] ?(\d{1,2})[./月-] ?(\d{1,2})日?$/.exec(text);
  if (found)
    return written(
      (ERAS[found[1] ?? ''] ?? 0) + (found[2] === '元' ? 1 : Number(found[2])),
      Number(found[3]),
      Number(found[4]),
    );
  found = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (found) {
    const [a = 0, b = 0, year = 0] = numbers(found, 1, 2, 3);
    return [...written(year, a, b), ...(a === b ? [] : written(year, b, a))];
  }
  found = /^(20\d{2})(\d{2})(\d{2})$/.exec(text);
  if (found) return written(...(numbers(found, 1, 2, 3) as [number, number, number]));
  found = /^'?(\d{2})[/.-](\d{1,2})[/.-](\d{2})$|^(\d{1,2})[/.](\d{1,2})[/.](\d{2})$/.exec(text);
  if (found) return shortYears(text.split(/\D+/).filter(Boolean).map(Number));
  found = /^(\d{1,2})(?:\/|月 ?)(\d{1,2})日?$/.exec(text);
  if (found) {
    const [a = 0, b = 0] = numbers(found, 1, 2);
    return a > 12 && !text.includes('月') ? yearless(b, a) : yearless(a, b);
  }
  return englishDay(text);
}

/** `11/22/26`, `22/11/26`, `26/11/22`: each way that makes a day of these decades. */
function shortYears([a = 0, b = 0, c = 0]: readonly number[]): DateOption[] {
  const ways = [
    [c, a, b],
    [c, b, a],
    [a, b, c],
  ].filter(([year = 0]) => year >= 20 && year < 60);
  const options = ways.flatMap(([year = 0, month = 0, day = 0]) => written(2000 + year, month, day));
  return options.filter(({ day }, index) => options.findIndex((other) => other.day === day) === index);
}

function englishDay(text: string): DateOption[] {
  const dayFirst = new RegExp(
    `^(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?${MONTH}(?:[ ,-]+(\\d{4}|'?\\d{2}))?$`,
  ).exec(text);
  const monthFirst = dayFirst
    ? null
    : new RegExp(`^${MONTH}[ -](\\d{1,2})(?:st|nd|rd|th)?(?:[ ,]+(\\d{4}|'\\d{2}))?$`).exec(text);
  const [name, date, year] = dayFirst
    ? [dayFirst[2], dayFirst[1], dayFirst[3]]
    : [monthFirst?.[1], monthFirst?.[2], monthFirst?.[3]];
  if (!name || !date) return [];
  const month = MONTHS.indexOf(name.slice(0, 3)) + 1;
  const full = Number(year?.replace("'", '')) + (year && year.length < 4 ? 2000 : 0);
  return year ? written(full, month, Number(date)) : yearless(month, Number(date));
}

function written(year: number, month: number, date: number): DateOption[] {
  const day = validDay(year, month, date);
  return day === null ? [] : [{ year, day, inYear: () => day }];
}

function yearless(month: number, date: number): DateOption[] {
  // A leap year, so that February 29 counts as a date.
  if (validDay(2024, month, date) === null) return [];
  return [{ year: null, day: null, inYear: (year) => validDay(year, month, date) }];
}

const monthPatterns = (start: string, end: string, word: string, stop: string) => ({
  kanji: new RegExp(`${start}(?:(\\d{4})年(?:度)? ?)?(\\d{1,2})月(?! ?\\d)${end}`),
  english: new RegExp(
    `${word}(?:(\\d{4})[ ,/-]+)?${MONTH}(?![a-z])(?:[ ,/'-]+(\\d{4})(?!\\d))?(?! ?\\d)${stop}`,
  ),
  digits: new RegExp(`${start}(\\d{4})[-/.](\\d{1,2})(?![-/.\\d])${end}`),
});
const WHOLE_TITLE = monthPatterns('^[\\[【<(]?', '(?:分|度)?[\\]】>)]?$', '^', '$');
const TITLE_WITHIN = monthPatterns('(?<![\\d/])', '', '(?<![a-z\\d])', '');

/** A month's title: `2026年12月`, `December 2026`, `12月`, `2026/12`. `whole`: the text says nothing else. */
export function monthTitle(text: string, whole: boolean): { year: number | null; month: number } | null {
  const word = fold(text);
  const { kanji, english, digits } = whole ? WHOLE_TITLE : TITLE_WITHIN;
  const inKanji = kanji.exec(word);
  if (inKanji) return checked(inKanji[1], Number(inKanji[2]));
  const inEnglish = english.exec(word);
  if (inEnglish?.[2] && (whole || inEnglish[1] || inEnglish[3])) {
    return checked(inEnglish[1] ?? inEnglish[3], MONTHS.indexOf(inEnglish[2].slice(0, 3)) + 1);
  }
  const inDigits = digits.exec(word);
  return inDigits ? checked(inDigits[1], Number(inDigits[2])) : null;
}

function checked(year: string | undefined, month: number): { year: number | null; month: number } | null {
  if (month < 1 || month > 12) return null;
  return { year: year === undefined ? null : Number(year), month };
}
