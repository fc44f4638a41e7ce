import { recordId } from '../platform/ids.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Waits between tries, as Standard Webhooks advises: eight tries in about a day and a half. */
export const WAITS = [5 * SECOND, 5 * MINUTE, 30 * MINUTE, 2 * HOUR, 5 * HOUR, 10 * HOUR, 14 * HOUR] as const;
/** Each wait may be longer by so much of itself: what failed at one moment does not all come back at one moment. */
export const SPREAD = 0.2;
/** No receiver puts us off for longer than this. */
export const LONGEST_WAIT = 24 * HOUR;

/**
 * How long to wait after so many tries of a delivery, ms; null: it is given up. Never sooner than the receiver's
 * `Retry-After` (`asked`, ms) where it is one that can be lived with. Pure: chance is drawn from the delivery's id.
 */
export function waitAfter(id: string, tries: number, asked: number | null): number | null {
  const wait = WAITS[tries];
  if (wait === undefined) return null;
  const chance = Number.parseInt(recordId('wait', id, String(tries)).slice(-8), 16) / 2 ** 32;
  const own = Math.round(wait * (1 + SPREAD * chance));
  return Math.max(own, Math.min(asked ?? 0, LONGEST_WAIT));
}
