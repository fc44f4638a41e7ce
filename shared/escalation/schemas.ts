import { z } from 'zod';
import { duration } from '../platform/duration.ts';

const person = z.string().regex(/^[UW][A-Z0-9]{2,}$/);
const id = (letters: string, what: string) =>
  z
    .string()
    .regex(
      new RegExp(`^[${letters}][A-Z0-9]{2,}$`),
      `must be the ID of ${what}, such as ${letters[0]}0123ABCD`,
    );

/** Whom a step calls: a duty column of the sheet (`primary`, `secondary`, …), `fallback`, or a person's Slack ID. */
const LadderStep = z.strictObject({
  to: z.union([person, z.string().min(1)]),
  after: duration.default(0),
});
export type LadderStep = z.infer<typeof LadderStep>;

const Ladder = z
  .array(LadderStep)
  .min(1, 'must have at least one step')
  .refine((steps) => steps.every((step, i) => i === 0 || step.after > (steps[i - 1]?.after ?? 0)), {
    message: 'must have its steps in order: each `after` later than the one before',
  });

const Triggers = z.strictObject({
  mention: z.boolean().default(true),
  userGroups: z.array(id('S', 'a user group')).default([]),
  keywords: z.array(z.string().trim().min(1)).default([]),
  bots: z.array(id('BAU', 'a bot or an app')).default([]),
});

/** One entry of `routes:` in toban.yaml. The first that fits a message decides, in the file's order. */
export const RouteConfig = z.strictObject({
  channel: id('CG', 'a channel'),
  rota: z.string().min(1),
  triggers: Triggers.prefault({}),
  ladder: Ladder.default([
    { to: 'primary', after: 0 },
    { to: 'fallback', after: 5 * 60_000 },
  ]),
  whenFree: z.enum(['fallback', 'tell']).default('fallback'),
});
export type RouteConfig = z.infer<typeof RouteConfig>;
