import { z } from 'zod';

const channel = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'must be the ID of a channel, such as C0123ABCD');
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "09:30", in quotes');
export const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** `digest:` in toban.yaml. Without it there is none; the page of each week is there all the same. */
export const DigestConfig = z.strictObject({
  channel,
  weekly: z.strictObject({ day: z.enum(DAYS).default('mon'), at: time.default('09:30') }).prefault({}),
  /** Every working day, about the day before. */
  daily: time.optional(),
  /** `shift`: on a public holiday the week is told on the next working day. `post`: told all the same. */
  holidays: z.enum(['shift', 'post']).default('shift'),
});
export type DigestConfig = z.infer<typeof DigestConfig>;
