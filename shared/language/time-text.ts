import type { Locale } from './locale.ts';

const formats = new Map<string, Intl.DateTimeFormat>();

/** Making a format costs far more than using it, so each is made once. */
function format(locale: Locale, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, zone, options]);
  let made = formats.get(key);
  if (!made) {
    made = new Intl.DateTimeFormat(locale === 'ja' ? 'ja-JP' : 'en-US', { timeZone: zone, ...options });
    formats.set(key, made);
  }
  return made;
}

/** `12:06`; with seconds `12:01:07`. h23, because "24:06" has called the wrong people elsewhere. */
export function clockTime(at: number, zone: string, seconds = false): string {
  const options: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  if (seconds) options.second = '2-digit';
  return format('ja', zone, options).format(at);
}

/** `11/23(月)` or `Mon 11/23`. */
export function dayText(at: number, zone: string, locale: Locale): string {
  const day = format('en', zone, { month: 'numeric', day: 'numeric' }).format(at);
  const weekday = format(locale, zone, { weekday: 'short' }).format(at);
  return locale === 'ja' ? `${day}(${weekday})` : `${weekday} ${day}`;
}

/** So far away, a day without its year may be taken for that of another. */
const HALF_A_YEAR_MS = 183 * 86_400_000;

/** The clock time, with its day in front when that is another day than `now`'s, and its year where it is far away. */
export function moment(at: number, now: number, zone: string, locale: Locale): string {
  if (dayStamp(at, zone) === dayStamp(now, zone)) return clockTime(at, zone);
  const day = dayText(at, zone, locale);
  if (Math.abs(at - now) < HALF_A_YEAR_MS) return `${day} ${clockTime(at, zone)}`;
  const year = dayStamp(at, zone).slice(0, 4);
  return `${locale === 'ja' ? `${year}/${day}` : `${day}/${year}`} ${clockTime(at, zone)}`;
}

/** `JST`, `GMT+1` …: named where a time could be doubted. */
export function zoneName(at: number, zone: string): string {
  if (zone === 'Asia/Tokyo') return 'JST';
  const parts = format('en', zone, { timeZoneName: 'short' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** A moment with its zone named, as somebody reads it now. */
export const momentIn = (
  at: number,
  { now, zone, locale }: { readonly now: number; readonly zone: string; readonly locale: Locale },
): string => `${moment(at, now, zone, locale)} ${zoneName(at, zone)}`;

/** `40秒`, `2分`, `1時間5分`, `3日4時間` / `40 s`, `2 min`, `1 h 5 min`, `3 d 4 h`; days from two on. */
export function durationText(ms: number, locale: Locale): string {
  const seconds = Math.max(0, Math.round(ms / 1_000));
  if (seconds < 60) return locale === 'ja' ? `${seconds}秒` : `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return locale === 'ja' ? `${minutes}分` : `${minutes} min`;
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  if (hours >= 48) {
    const [days, left] = [Math.floor(hours / 24), hours % 24];
    if (locale === 'ja') return left === 0 ? `${days}日` : `${days}日${left}時間`;
    return left === 0 ? `${days} d` : `${days} d ${left} h`;
  }
  if (locale === 'ja') return rest === 0 ? `${hours}時間` : `${hours}時間${rest}分`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** The whole minutes of a duration that goes on, so that a page that shows it stays the same for a minute; null below one. */
export function minutesText(ms: number, locale: Locale): string | null {
  const minutes = Math.floor(ms / 60_000);
  return minutes < 1 ? null : durationText(minutes * 60_000, locale);
}

/** `20261124`: a day in names of files and channels. */
export function dayStamp(at: number, zone: string): string {
  const parts = format('en', zone, { year: 'numeric', month: '2-digit', day: '2-digit' }).formatToParts(at);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}${part('month')}${part('day')}`;
}
