import { type Hours, isOpen, opensNext } from '../escalation/index.ts';

/** When people of a workspace work; public holidays are known. */
export interface WorkingHours {
  readonly hours: readonly Hours[];
  readonly zone: string;
}

const DAY_MS = 86_400_000;
/** Reminders come further apart, up to this. */
const MOST_DAYS = 7;

/** This instant where people work then, else when they next do. Epoch ms. Pure. */
export function inHours(at: number, { hours, zone }: WorkingHours): number {
  const calendar = { zone, holidays: [] };
  return isOpen(hours, at, calendar) ? at : (opensNext(hours, at, calendar) ?? at);
}

/** When a reminder follows on the `round`th (0: the first): a day later, two, three … and then each week. Pure. */
export const nextReminder = (sentAt: number, round: number, hours: WorkingHours): number =>
  inHours(sentAt + Math.min(MOST_DAYS, round + 1) * DAY_MS, hours);
