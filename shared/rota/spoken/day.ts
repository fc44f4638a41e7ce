import { weekdayOf } from '../civil.ts';
import { readDateText } from '../date-text.ts';
import { weekdayIn } from '../days.ts';

/** What a phrase says of the day. `rest` is what it says beside it. */
export interface SpokenDay {
  /** Local day number; null where no day is named. */
  readonly day: number | null;
  /** 今夜, tonight: hours without am or pm are those of the night. */
  readonly night: boolean;
  /** 翌: the day after the one spoken of before. */
  readonly following: boolean;
  /** A weekday alone: today's counts until its time is over. */
  readonly weekly: boolean;
  readonly rest: string;
}

export type DayRefusal = 'two-days' | 'no-such-day';

const NONE: SpokenDay = { day: null, night: false, following: false, weekly: false, rest: '' };

const NAMED: readonly (readonly [RegExp, number, boolean])[] = [
  [/明後日|あさって|(?:the )?day after tomorrow/, 2, false],
  [/明晩|明日の?[夜晩]|tomorrow (?:night|evening)/, 1, true],
  [/明日|あした|あす|tomorrow|tmrw/, 1, false],
  [/昨夜|昨晩|昨日の?[夜晩]|last night|yesterday (?:night|evening)/, -1, true],
  [/昨日|きのう|yesterday/, -1, false],
  [/今夜|今晩|今日の?[夜晩]|tonight|this evening/, 0, true],
  [/今日|きょう|本日|today/, 0, false],
];

const WEEKDAY_WORD = String.raw`([日月火水木金土](?:曜日?)(?![一-龠])|(?<![a-z])(?:sun|mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?)(?:day)?(?![a-z])\.?)`;
const WEEKDAY = new RegExp(`(再来週の?|来週の?|今週の?|次の|今度の|next |this |on )?${WEEKDAY_WORD}`);

/** Takes the day out of a folded phrase. `ahead`: a date without a year lies in the future, else nearest to today. */
export function takeDay(phrase: string, today: number, ahead: boolean): SpokenDay | DayRefusal {
  if (/翌/.test(phrase))
    return { ...NONE, following: true, rest: phrase.replace(/翌々?(?:日|朝)?の?/, '').trim() };
  const following = /(?:the )?next (?:day|morning)/.exec(phrase);
  if (following) return { ...NONE, following: true, rest: without(phrase, following) };
  for (const [words, away, night] of NAMED) {
    const found = words.exec(phrase);
    if (found) return { ...NONE, day: today + away, night, rest: without(phrase, found) };
  }
  const dated = takeDate(phrase, today, ahead);
  if (dated) return dated;
  const found = WEEKDAY.exec(phrase);
  const weekday = found ? weekdayIn((found[2] ?? '').replace(/nes|ur(?=day)/, (part) => part)) : null;
  if (!found || weekday === null) return { ...NONE, rest: phrase };
  return weekdayFrom(weekday, (found[1] ?? '').trim(), today, without(phrase, found));
}

/** Weeks begin on Monday: 来週の金曜 and next Friday are the Friday of the week after this one. */
function weekdayFrom(weekday: number, word: string, today: number, rest: string): SpokenDay {
  const monday = today - ((weekdayOf(today) + 6) % 7);
  const within = (weekday + 6) % 7;
  const weeks = word.startsWith('再来週') ? 2 : word.startsWith('来週') || word === 'next' ? 1 : null;
  if (weeks !== null) return { ...NONE, day: monday + weeks * 7 + within, rest };
  if (word.startsWith('今週')) return { ...NONE, day: monday + within, rest };
  const away = (weekday - weekdayOf(today) + 7) % 7;
  return { ...NONE, day: today + away, weekly: away === 0, rest };
}

const DATE = new RegExp(
  [
    String.raw`(?:令和|平成|r|h)\.? ?(?:\d{1,2}|元)[./年] ?\d{1,2}[./月] ?\d{1,2}日?`,
    String.raw`\d{4}[-/.年] ?\d{1,2}[-/.月] ?\d{1,2}日?`,
    String.raw`\d{1,2}[/.]\d{1,2}[/.]\d{4}`,
    String.raw`\d{1,2}/\d{1,2}|\d{1,2}月 ?\d{1,2}日?`,
    String.raw`\d{1,2}(?:st|nd|rd|th)? (?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?(?:,? \d{4})?`,
    String.raw`(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?!\d|:)(?:,? \d{4})?`,
  ].join('|'),
);

function takeDate(phrase: string, today: number, ahead: boolean): SpokenDay | DayRefusal | null {
  const found = DATE.exec(phrase);
  if (!found) return null;
  const read = readDateText(found[0]);
  if (!read || read.to) return 'no-such-day';
  const [option, ...others] = read.from.options;
  if (!option) return 'no-such-day';
  if (others.length > 0) return 'two-days';
  const rest = without(phrase, found).replace(
    /[([]?(?:[日月火水木金土](?:曜日?)?)(?:・?祝)?[)\]]|^(?:sun|mon|tue|wed|thu|fri|sat)[a-z]*,? /,
    '',
  );
  if (option.day !== null) return { ...NONE, day: option.day, rest: rest.trim() };
  const year = new Date(today * 86_400_000).getUTCFullYear();
  const days = [year - 1, year, year + 1].map(option.inYear).filter((day) => day !== null);
  const fitting = ahead ? days.filter((day) => day >= today) : days;
  const day = fitting.toSorted((a, b) => Math.abs(a - today) - Math.abs(b - today))[0];
  return day === undefined ? 'no-such-day' : { ...NONE, day, rest: rest.trim() };
}

const without = (phrase: string, found: RegExpExecArray): string =>
  `${phrase.slice(0, found.index)} ${phrase.slice(found.index + found[0].length)}`.replace(/ +/g, ' ').trim();
