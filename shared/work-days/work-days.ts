import holidayJp from '@holiday-jp/holiday_jp';
import { Temporal } from 'temporal-polyfill';

/** Whether a day (`2026-11-23`) is a public holiday of Japan, or one of the team's own days off. */
export const isHoliday = (day: string, own: readonly string[] = []): boolean =>
  own.includes(day) || Object.hasOwn(holidayJp.holidays, day);

/** Monday to Friday, and no holiday. */
export const isWorkDay = (day: string, own: readonly string[] = []): boolean =>
  Temporal.PlainDate.from(day).dayOfWeek <= 5 && !isHoliday(day, own);

/** The longest that nobody works. */
const LOOK_BACK_DAYS = 21;

/**
 * Whether what comes each week on a weekday (1 = Monday) comes on this day: that day, or the first working day after it
 * where it is none. Pure.
 */
export function movedToWorkDay(day: string, weekday: number, own: readonly string[] = []): boolean {
  if (!isWorkDay(day, own)) return false;
  let date = Temporal.PlainDate.from(day);
  for (let back = 0; back <= LOOK_BACK_DAYS; back += 1) {
    if (date.dayOfWeek === weekday) return true;
    date = date.subtract({ days: 1 });
    if (isWorkDay(date.toString(), own)) return false;
  }
  return false;
}
