import { z } from 'zod';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const;
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'must be a day such as 2026-12-29');

/** `actions:` in toban.yaml. */
export const ActionItemConfig = z.strictObject({
  /** The weekly reminder of what is due; null sends none. */
  remind: z
    .strictObject({
      /** On a holiday it comes on the next working day of that week. */
      on: z.enum(WEEKDAYS).default('mon'),
      at: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as "10:00"')
        .default('10:00'),
      /** Where the sum for the lead goes; null: nowhere. */
      channel: z
        .string()
        .regex(/^[CG][A-Z0-9]{2,}$/, 'must be the ID of a channel, such as C0123ABCD')
        .nullable()
        .default(null),
      /** Days off besides Japan's public holidays. */
      holidays: z.array(day).default([]),
    })
    .nullable()
    .prefault({}),
});
export type ActionItemConfig = z.infer<typeof ActionItemConfig>;
