import { Temporal } from 'temporal-polyfill';
import type { Period } from './model.ts';

/** Longer ones would say little and cost much. */
const MOST_DAYS = 366;

export type PeriodRefusal = 'not-a-date' | 'backwards' | 'too-long' | 'out-of-range';

export type PeriodAsked =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly why: PeriodRefusal };

/** From two days as the address has them, `2026-11-01` and `2026-11-30`; both belong to the period. Pure. */
export function periodBetween(first: string, last: string, zone: string): PeriodAsked {
  const [from, to] = [dateOf(first), dateOf(last)];
  if (!from || !to) return { ok: false, why: 'not-a-date' };
  if ([from, to].some(({ year }) => year < 2000 || year > 2199)) return { ok: false, why: 'out-of-range' };
  if (Temporal.PlainDate.compare(to, from) < 0) return { ok: false, why: 'backwards' };
  if (from.until(to).days >= MOST_DAYS) return { ok: false, why: 'too-long' };
  return { ok: true, period: periodOf(from, to, zone) };
}

function dateOf(text: string): Temporal.PlainDate | null {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return null;
  try {
    return Temporal.PlainDate.from(text, { overflow: 'reject' });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

function periodOf(first: Temporal.PlainDate, last: Temporal.PlainDate, zone: string): Period {
  const at = (date: Temporal.PlainDate) => date.toZonedDateTime(zone).epochMilliseconds;
  return {
    from: at(first),
    to: at(last.add({ days: 1 })),
    first: first.toString(),
    last: last.toString(),
  };
}

/** `months` whole months that hold an instant (1: its month, 3: its quarter), moved by `by` such stretches. Pure. */
export function monthsAround(at: number, zone: string, months: 1 | 3, by = 0): Period {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
  const begins = day.with({ month: day.month - ((day.month - 1) % months), day: 1 });
  const first = begins.add({ months: months * by });
  return periodOf(first, first.add({ months }).subtract({ days: 1 }), zone);
}

/** 1 or 3 where a period is a whole month or quarter, null for any other. */
export function monthsIn({ first, last }: Period): 1 | 3 | null {
  const [from, to] = [Temporal.PlainDate.from(first), Temporal.PlainDate.from(last).add({ days: 1 })];
  if (from.day !== 1 || to.day !== 1) return null;
  const { months } = from.until(to, { largestUnit: 'months' });
  if (months === 1) return 1;
  return months === 3 && from.month % 3 === 1 ? 3 : null;
}
