import { clockTime, dayStamp, dayText, type Locale, zoneName } from '../../language/index.ts';

/** `2026/11/24(火)` or `Tue 11/24/2026`: a postmortem is read years later. */
export function fullDay(at: number, zone: string, locale: Locale): string {
  const year = dayStamp(at, zone).slice(0, 4);
  const day = dayText(at, zone, locale);
  return locale === 'ja' ? `${year}/${day}` : `${day}/${year}`;
}

/** With the clock time and the zone's name. */
export const fullTime = (at: number, zone: string, locale: Locale): string =>
  `${fullDay(at, zone, locale)} ${clockTime(at, zone)} ${zoneName(at, zone)}`;
