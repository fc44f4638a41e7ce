import type { Cell } from '../ports/sheets.ts';
import { DAY } from './civil.ts';
import { fold } from './fold.ts';

/** Minutes after the day's midnight; `end` is beyond 1,440 for a night, which belongs to the day it starts. */
export interface Hours {
  readonly start: number;
  readonly end: number;
}

/** What the hours in a header say. `point`: from then on; `none`: no hours at all; `bad`: meant as hours, not readable. */
export type HoursText =
  | { readonly kind: 'range'; readonly hours: Hours; readonly rest: string }
  | { readonly kind: 'point'; readonly start: number; readonly rest: string }
  | { readonly kind: 'none'; readonly rest: string }
  | { readonly kind: 'bad'; readonly rest: string };

const NEXT_DAY = `(翌々?(?:日|朝)?の?|next day )?`;
const CLOCK = String.raw`(\d{1,2})(?::(\d{2})(?::\d{2})?|時(?:(\d{1,2})分|半)?)? ?(am|pm|a\.m\.|p\.m\.)?`;
const TIME = `${NEXT_DAY} ?${CLOCK}`;
const BETWEEN = ` ?(?:[-‐‑–—―−~〜→ー]|から|to|until) ?`;
const RANGE = new RegExp(`${TIME}${BETWEEN}${TIME}(?:まで)?`);
const POINT = new RegExp(`^(?:from )?${TIME} ?(?:[-–—~〜]|から)?$`);
const SHIFT_WORD =
  /日勤|夜勤|早番|遅番|準夜|深夜|シフト|日中|夜間|時間|hours?|day|night|shift|duty|on-?call|担当|当番/;

/** Minutes since midnight of one clock time: `9:00`, `29:00`, `翌7:00`, `9時半`, `9:30 pm`. Null when it is none. */
export function clockMinutes(text: string): number | null {
  const found = new RegExp(`^${TIME}$`).exec(fold(text));
  if (!found) return null;
  const marked = [found[3], found[4], found[5]].some((part) => part !== undefined) || /時/.test(text);
  return marked ? minutesOf(found, 1, text) : null;
}

/** The clock time of a cell: typed as a time or as text. */
export function cellMinutes(cell: Cell): number | null {
  if (cell?.kind === 'time') return cell.minutes >= 0 && cell.minutes <= 2 * DAY ? cell.minutes : null;
  return cell?.kind === 'text' ? clockMinutes(cell.text) : null;
}

/** Takes the hours out of a header or label; `rest` is what else it says (folded). */
export function hoursIn(text: string): HoursText {
  const whole = fold(text);
  const point = POINT.exec(whole);
  if (point && (point[3] !== undefined || point[5] !== undefined || whole.includes('時'))) {
    const start = minutesOf(point, 1, whole);
    return start === null ? { kind: 'bad', rest: '' } : { kind: 'point', start, rest: '' };
  }
  const range = RANGE.exec(whole);
  if (!range) return { kind: looksBroken(whole) ? 'bad' : 'none', rest: whole };
  const rest = tidy(`${whole.slice(0, range.index)} ${whole.slice(range.index + range[0].length)}`);
  const marked = [3, 5, 8, 10].some((part) => range[part] !== undefined) || range[0].includes('時');
  // `9-18` alone may be anything; beside a shift's name it is hours.
  if (!marked && (!SHIFT_WORD.test(rest) || /[\d/月.]/.test(rest))) return { kind: 'none', rest: whole };
  const start = minutesOf(range, 1, range[0]);
  const end = minutesOf(range, 6, range[0]);
  const hours = start === null || end === null ? null : hoursBetween(start, end);
  return hours ? { kind: 'range', hours, rest } : { kind: 'bad', rest };
}

/** Null when the two make no span of up to two days. An end not after its start lies on the next day. */
export function hoursBetween(start: number, end: number): Hours | null {
  const until = end <= start ? end + DAY : end;
  return start >= 0 && start < 2 * DAY && until > start && until - start <= 2 * DAY
    ? { start, end: until }
    : null;
}

function minutesOf(found: RegExpExecArray, at: number, text: string): number | null {
  const [next, hour, minute, kanjiMinute, half] = [0, 1, 2, 3, 4].map((offset) => found[at + offset]);
  let hours = Number(hour);
  const minutes = minute ?? kanjiMinute ?? (new RegExp(`${hour}時半`).test(text) ? '30' : '0');
  if (half !== undefined) {
    if (hours > 12) return null;
    hours = (hours % 12) + (half.startsWith('p') ? 12 : 0);
  }
  if (Number(minutes) > 59 || hours > 48) return null;
  const shift = next === undefined || hours >= 24 ? 0 : next.startsWith('翌々') ? 2 * DAY : DAY;
  return hours * 60 + Number(minutes) + shift;
}

/** Two clock-like things with something between, and yet no range: `25:99-6:00`, `9:00-`. */
const looksBroken = (text: string): boolean => /\d{1,2}:\d/.test(text) && !/\d{4}[-/年]|\d\/\d/.test(text);

const tidy = (text: string): string =>
  text
    .replace(/[([{【「〈<] *[)\]}】」〉>]/g, ' ')
    .replace(/ +/g, ' ')
    .trim();
