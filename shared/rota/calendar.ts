import { Temporal } from 'temporal-polyfill';
import type { Rota, Span } from './model.ts';
import { previewRota } from './preview.ts';

/** What one cell of the calendar says: a stretch that begins on its day, or one that goes on over the whole of it. */
export interface CalendarPart {
  readonly span: Span;
  readonly names: readonly string[];
  /** The day brings nothing new: it began earlier. */
  readonly goesOn: boolean;
  /** The kept copy does not tell of this time: it is no gap. */
  readonly unknown: boolean;
}

export interface CalendarDay {
  /** `2026-11-23` */
  readonly date: string;
  readonly begins: number;
  /** ISO, 1 = Monday. */
  readonly weekday: number;
  readonly holiday: boolean;
  readonly today: boolean;
  readonly columns: Readonly<Record<string, readonly CalendarPart[]>>;
}

/** What the kept copy tells of; epoch ms. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/**
 * A month as the spreadsheet people know it: days down, duty columns across, each stretch in the row of the day on which
 * it begins. Pure. `month`: `2026-11`; null where that is none.
 */
export function calendarOf(
  rota: Rota,
  month: string,
  reach: Reach,
  now: number,
): readonly CalendarDay[] | null {
  const first = monthOf(month)?.toPlainDate({ day: 1 });
  if (!first) return null;
  const { zone } = rota;
  const days = Array.from({ length: first.daysInMonth }, (_one, index) => first.add({ days: index }));
  const begin = (day: Temporal.PlainDate) => day.toZonedDateTime(zone).epochMilliseconds;
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate().toString();
  const from = begin(first);
  const preview = previewRota(rota, from, first.daysInMonth + 1);
  return days.map((day): CalendarDay => {
    const [begins, ends] = [begin(day), begin(day.add({ days: 1 }))];
    const partsOf = (spans: readonly Span[], first: number): CalendarPart[] => {
      const here = spans.filter(({ start, end }) => start < ends && end > begins);
      const fresh = here.filter(({ start }) => start >= begins);
      return (fresh.length > 0 ? fresh : here).map((span) => ({
        span,
        names: span.people.map((user) => rota.people[user] ?? user),
        goesOn: span.start < begins,
        unknown:
          span.kind === 'gap' &&
          (span.start < reach.from || span.start >= reach.to || (span.end <= first && ends <= now)),
      }));
    };
    return {
      date: day.toString(),
      begins,
      weekday: day.dayOfWeek,
      holiday: rota.holidays.includes(day.toString()),
      today: day.toString() === today,
      columns: Object.fromEntries(
        Object.entries(preview.columns).map(([column, spans]) => [
          column,
          // A sheet begins some day: the past before that is no gap that anybody left.
          partsOf(spans, rota.columns[column]?.[0]?.start ?? Number.POSITIVE_INFINITY),
        ]),
      ),
    };
  });
}

function monthOf(text: string): Temporal.PlainYearMonth | null {
  if (!/^\d{4}-(0[1-9]|1[0-2])$/.test(text)) return null;
  return Temporal.PlainYearMonth.from(text);
}

/** `2026-11` of an instant, so many months later. */
export const monthAt = (at: number, zone: string, months = 0): string =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toPlainYearMonth()
    .add({ months })
    .toString();
