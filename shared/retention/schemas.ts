import { z } from 'zod';

/** What a rule can be given for. What belongs to a record goes with it. */
export const KINDS = [
  'calls',
  'incidents',
  'actionItems',
  'alerts',
  'covers',
  'rotaReadings',
  'undelivered',
  'audit',
] as const;
export type Kind = (typeof KINDS)[number];
export const isKind = (text: string | undefined): text is Kind =>
  (KINDS as readonly (string | undefined)[]).includes(text);

export const DAY_MS = 86_400_000;
/** A slip of the finger must not wipe what people still need. */
export const LEAST_DAYS = 30;
const MOST_DAYS = 36_500;

/** `365d` → ms; null for what is no number of days within bounds. */
export function readDays(text: string): number | null {
  const days = Number(/^(\d{1,5})d$/.exec(text)?.[1] ?? Number.NaN);
  return days >= LEAST_DAYS && days <= MOST_DAYS ? days * DAY_MS : null;
}

const TOO_SHORT = `must be ${LEAST_DAYS}d to ${MOST_DAYS}d: what is younger than ${LEAST_DAYS} days is still needed, and deleted is deleted`;

/** Of any value, so that a bare number, too, is told what to write. `forever`: whether that may be said. */
const days = <Forever extends null | never>(forever: boolean) =>
  z.unknown().transform((value, ctx): number | Forever => {
    if (forever && (value === 'forever' || value === null)) return null as Forever;
    const text = typeof value === 'string' ? value : '';
    const ms = readDays(text);
    if (ms !== null) return ms;
    const form = `must be a number of days such as 365d${forever ? ', or forever' : ''}`;
    ctx.addIssue({ code: 'custom', message: /^\d+d$/.test(text) ? TOO_SHORT : form });
    return z.NEVER;
  });

/** Ms; null: for ever. */
const rule = days<null>(true).prefault('forever');

/** `retention:` in toban.yaml. Without a rule everything is kept for ever. */
export const RetentionConfig = z.strictObject({
  ...(Object.fromEntries(KINDS.map((kind) => [kind, rule])) as Record<Kind, typeof rule>),
  webhookDeliveries: days<never>(false).prefault('30d'),
});
export type RetentionConfig = z.infer<typeof RetentionConfig>;

/** How long what is kept after its end, ms; null: for ever. */
export type Rules = Readonly<Record<Kind, number | null>>;
