import { zoneName } from '../language/index.ts';
import { clockOf, DAY, dayFromIso, isoDay, minutesFromIso } from './civil.ts';
import { zoneOf } from './zone.ts';

/** The instant at which a day (`2026-11-26`, plus `days`) begins in a zone, epoch ms; null for what is no date. */
export function dayBegins(text: string, zone: string, days = 0): number | null {
  const day = dayFromIso(text);
  return day === null ? null : zoneOf(zone).toEpoch((day + days) * DAY);
}

/** With an offset of its own, as programs write it. */
const ABSOLUTE = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/;

/**
 * The instant of a local time as a form's time field writes it (`2026-11-26T21:00`), or of one that says its offset
 * (`2026-11-26T12:00:00Z`), epoch ms; null for what is none.
 */
export function instantOf(text: string, zone: string): number | null {
  if (ABSOLUTE.test(text)) {
    const at = Date.parse(text);
    return Number.isNaN(at) || dayFromIso(text.slice(0, 10)) === null ? null : at;
  }
  const minutes = minutesFromIso(text);
  return minutes === null ? null : zoneOf(zone).toEpoch(minutes);
}

/** The instant of a local time given in minutes since 1970-01-01 00:00 on the wall of a zone, epoch ms. */
export const atLocal = (minutes: number, zone: string): number => zoneOf(zone).toEpoch(minutes);

/** An instant as a form's time field writes it: `2026-11-26T21:00`. */
export function localTime(at: number, zone: string): string {
  const minutes = zoneOf(zone).toLocal(at);
  return `${isoDay(Math.floor(minutes / DAY))}T${clockOf(minutes)}`;
}

/** An instant for what is read at any other time, a file or paper: `2026-11-26 21:00 JST`. */
export const writtenTime = (at: number, zone: string): string =>
  `${localTime(at, zone).replace('T', ' ')} ${zoneName(at, zone)}`;
