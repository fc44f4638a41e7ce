import { Temporal } from 'temporal-polyfill';
import { TobanError } from '../platform/errors.ts';

/** When a recurring job has its turns. */
export type Schedule =
  /** Every so many milliseconds, counted from the epoch: `every: 3_600_000` is each full hour UTC. */
  | { readonly every: number }
  /** At a wall-clock time of a zone. A time that a clock change skips comes as much later; one it repeats comes once. */
  | {
      /** `HH:MM`. */
      readonly at: string;
      /** IANA name. */
      readonly zone: string;
      /** ISO weekdays, 1 = Monday; absent: each day. */
      readonly days?: readonly number[];
      /** Further say over a day (`YYYY-MM-DD`), such as no holidays. */
      readonly on?: (date: string) => boolean;
    };

/** A job that finds no day in this many is never due; that is a mistake in its schedule. */
const MOST_DAYS = 800;

/** The first turn strictly after an instant (epoch ms). Throws `misconfigured` where there is none. */
export function nextTurn(schedule: Schedule, after: number): number {
  if ('every' in schedule) return (Math.floor(after / schedule.every) + 1) * schedule.every;
  const time = Temporal.PlainTime.from(schedule.at);
  let day = dayIn(schedule.zone, after);
  for (let tried = 0; tried < MOST_DAYS; tried += 1, day = day.add({ days: 1 })) {
    if (schedule.days && !schedule.days.includes(day.dayOfWeek)) continue;
    if (schedule.on && !schedule.on(day.toString())) continue;
    const turn = day.toZonedDateTime({ timeZone: schedule.zone, plainTime: time }).epochMilliseconds;
    if (turn > after) return turn;
  }
  throw new TobanError('misconfigured', `the schedule ${scheduleKey(schedule)} names no day`);
}

/** The last turn up to `now` among `turn` and those that follow it: of many missed ones only that is made up for. */
export function lastTurn(schedule: Schedule, turn: number, now: number): number {
  if ('every' in schedule) return Math.max(turn, Math.floor(now / schedule.every) * schedule.every);
  let last = turn;
  for (let next = nextTurn(schedule, last); next <= now; next = nextTurn(schedule, last)) last = next;
  return last;
}

/** The day of a turn, `2026-11-30`, where the schedule says it; null where it counts hours, not days. */
export const dayOfTurn = (schedule: Schedule, turn: number): string | null =>
  'every' in schedule ? null : dayIn(schedule.zone, turn).toString();

const dayIn = (zone: string, at: number): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();

/** No two zones are further apart: a turn that is later than this is owed for another reason, and given up. */
const GIVEN_UP_MS = 26 * 3_600_000;

/**
 * The first turn of a schedule that took the place of another, such as one in another zone. `served`: the last day that
 * had its turn; that day has none again, and the one after it is made up for where its time is past already.
 */
export function turnAfterChange(schedule: Schedule, served: string | null, now: number): number {
  if (served === null || 'every' in schedule) return nextTurn(schedule, now);
  const next = Temporal.PlainDate.from(served).add({ days: 1 }).toZonedDateTime(schedule.zone);
  const turn = nextTurn(schedule, next.epochMilliseconds - 1);
  return turn < now - GIVEN_UP_MS ? nextTurn(schedule, now) : turn;
}

/** Tells one schedule from another; `on` has no part in it. */
export const scheduleKey = (schedule: Schedule): string => JSON.stringify(schedule);
