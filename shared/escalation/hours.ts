import { Temporal } from 'temporal-polyfill';
import { isHoliday } from '../work-days/index.ts';
import type { Hours } from './schemas.ts';

/** A day without opening for longer than this is not waited for. */
const LOOK_AHEAD_DAYS = 21;

export interface Calendar {
  readonly zone: string;
  /** Of the sheet; Japan's public holidays count without it. */
  readonly holidays: readonly string[];
}

/** Whether an instant (epoch ms) lies in one of the windows. Half-open: at `to` it is over. Pure. */
export function isOpen(hours: readonly Hours[], now: number, calendar: Calendar): boolean {
  return [0, -1].some((days) =>
    windowsOf(hours, dayAt(now, calendar).add({ days }), calendar).some(
      ({ start, end }) => start <= now && now < end,
    ),
  );
}

/** When the next window begins, epoch ms; null where none does within three weeks. Pure. */
export function opensNext(hours: readonly Hours[], now: number, calendar: Calendar): number | null {
  const today = dayAt(now, calendar);
  for (let days = 0; days <= LOOK_AHEAD_DAYS; days += 1) {
    const starts = windowsOf(hours, today.add({ days }), calendar).map(({ start }) => start);
    const later = starts.filter((start) => start > now);
    if (later.length > 0) return Math.min(...later);
  }
  return null;
}

const dayAt = (now: number, { zone }: Calendar): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();

/** The windows that begin on a day. One whose end is not after its beginning ends on the next day. */
function windowsOf(hours: readonly Hours[], day: Temporal.PlainDate, { zone, holidays }: Calendar) {
  const iso = day.toString();
  const holiday = isHoliday(iso, holidays);
  const weekday = DAY_NAMES[day.dayOfWeek % 7];
  return hours
    .filter((one) => one.days.some((name) => name === weekday) && !(holiday && one.holidays === 'closed'))
    .map(({ from, to }) => ({
      start: instant(day, from, zone),
      end: to > from ? instant(day, to, zone) : instant(day.add({ days: 1 }), to, zone),
    }));
}

const DAY_NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

/** Minutes since midnight as the clocks on the wall show them. */
function instant(day: Temporal.PlainDate, minutes: number, zone: string): number {
  const on = day.add({ days: Math.floor(minutes / 1_440) });
  const within = minutes % 1_440;
  const plainTime = new Temporal.PlainTime(Math.floor(within / 60), within % 60);
  return on.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
}
