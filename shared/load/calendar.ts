import { Temporal } from 'temporal-polyfill';

export type DayKind = 'weekday' | 'weekend' | 'holiday';

/** A piece of time within one local day that is wholly night or wholly not. Half-open, epoch ms. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly day: string;
  readonly kind: DayKind;
  /** The evening's date of the night it belongs to; null by day. */
  readonly night: string | null;
}

/** Late night, 22:00 to 05:00. */
const NIGHT = { ends: 5, begins: 22 };

/**
 * A stretch of time cut at midnights and at the bounds of the night, in one zone: what a sum by kind of hour is made
 * of. Pieces lie end to end, so that a day of 23 or 25 hours counts as it is. `holidays`: `2026-11-23`.
 */
export function piecesOf(from: number, to: number, zone: string, holidays: ReadonlySet<string>): Piece[] {
  const pieces: Piece[] = [];
  let date = Temporal.Instant.fromEpochMilliseconds(from).toZonedDateTimeISO(zone).toPlainDate();
  for (let start = from; start < to; date = date.add({ days: 1 })) {
    const day = date.toString();
    const kind = holidays.has(day) ? 'holiday' : date.dayOfWeek >= 6 ? 'weekend' : 'weekday';
    const at = (hour: number) =>
      date.toZonedDateTime({ timeZone: zone, plainTime: { hour } }).epochMilliseconds;
    const midnight = date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds;
    const parts = [
      { end: at(NIGHT.ends), night: date.subtract({ days: 1 }).toString() },
      { end: at(NIGHT.begins), night: null },
      { end: midnight, night: day },
    ];
    for (const { end, night } of parts) {
      const until = Math.min(end, to);
      if (until > start) pieces.push({ start, end: until, day, kind, night });
      start = Math.max(start, until);
    }
  }
  return pieces;
}

/** Whether an instant lies in the late night. */
export function isNight(at: number, zone: string): boolean {
  const { hour } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return hour < NIGHT.ends || hour >= NIGHT.begins;
}
