import { Temporal } from 'temporal-polyfill';
import type { Period } from '../load/index.ts';

/** The ISO week of an instant in a zone: `2026-W47`. */
export function weekOf(at: number, zone: string): string {
  return nameOf(Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate());
}

const nameOf = (day: Temporal.PlainDate): string =>
  `${day.yearOfWeek ?? day.year}-W${String(day.weekOfYear ?? 1).padStart(2, '0')}`;

/** Monday to Sunday; null for what is no week, such as `2026-W54`. */
export function weekPeriod(week: string, zone: string): Period | null {
  const monday = mondayOf(week);
  return monday && daysFrom(monday, monday.add({ days: 7 }), zone);
}

/** So many weeks later, or earlier. `week` must be one. */
export function weeksFrom(week: string, by: number): string {
  const monday = mondayOf(week);
  if (!monday) throw new RangeError(`${week} is no week`);
  return nameOf(monday.add({ weeks: by }));
}

function mondayOf(week: string): Temporal.PlainDate | null {
  const [, year, number] = /^(\d{4})-W(\d{2})$/.exec(week) ?? [];
  if (!year || !number || year < '2000' || year > '2199') return null;
  // The week that holds the 4th of January is the first (ISO 8601).
  const fourth = Temporal.PlainDate.from({ year: Number(year), month: 1, day: 4 });
  const first = fourth.subtract({ days: fourth.dayOfWeek - 1 });
  const monday = first.add({ weeks: Number(number) - 1 });
  return nameOf(monday) === week ? monday : null;
}

/** Whole days, `to` not among them. */
export function daysFrom(first: Temporal.PlainDate, to: Temporal.PlainDate, zone: string): Period {
  const at = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  return { from: at(first), to: at(to), first: first.toString(), last: to.subtract({ days: 1 }).toString() };
}

/** The calendar months that a period touches, each cut to it. */
export function monthsOf(
  { first, last }: Period,
  zone: string,
): { readonly name: string; readonly period: Period }[] {
  const end = Temporal.PlainDate.from(last).add({ days: 1 });
  const months = [];
  for (let day = Temporal.PlainDate.from(first); Temporal.PlainDate.compare(day, end) < 0; ) {
    const next = day.with({ day: 1 }).add({ months: 1 });
    const to = Temporal.PlainDate.compare(next, end) < 0 ? next : end;
    months.push({ name: day.toString().slice(0, 7), period: daysFrom(day, to, zone) });
    day = to;
  }
  return months;
}
