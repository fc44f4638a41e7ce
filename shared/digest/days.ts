import holidayJp from '@holiday-jp/holiday_jp';
import { Temporal } from 'temporal-polyfill';
import { weekOf } from '../insights/index.ts';
import { DAYS, type DigestConfig } from './schemas.ts';

const DAY_MS = 86_400_000;

const isWorkday = (day: Temporal.PlainDate): boolean =>
  day.dayOfWeek <= 5 && !Object.hasOwn(holidayJp.holidays, day.toString());

/**
 * Whether a week is told on a day (`2026-11-24`): on its weekday, or, where that is a holiday, on the first working day
 * after it. A run of holidays that lasts until the weekday comes again moves nothing: no week is left out. Pure.
 */
export function isWeeklyDay(
  date: string,
  { weekly, holidays }: Pick<DigestConfig, 'weekly' | 'holidays'>,
): boolean {
  const day = Temporal.PlainDate.from(date);
  const since = (day.dayOfWeek - 1 - DAYS.indexOf(weekly.day) + 7) % 7;
  const usual = day.subtract({ days: since });
  if (holidays === 'post' || !Object.hasOwn(holidayJp.holidays, usual.toString())) return since === 0;
  const later = Array.from({ length: 6 }, (_, i) => usual.add({ days: i + 1 }));
  return (later.find(isWorkday) ?? usual).equals(day);
}

/** Whether the day before is told on a day. Pure. */
export const isDailyDay = (date: string, { holidays }: Pick<DigestConfig, 'holidays'>): boolean =>
  holidays === 'post' || isWorkday(Temporal.PlainDate.from(date));

/** The week that a turn tells of: the one of which most is over. From Friday on that is the week itself. Pure. */
export const weekTold = (turn: number, zone: string): string => weekOf(turn - 4 * DAY_MS, zone);

/** The day before a turn, `2026-11-23`. Pure. */
export const dayTold = (turn: number, zone: string): string =>
  Temporal.Instant.fromEpochMilliseconds(turn)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 1 })
    .toString();
