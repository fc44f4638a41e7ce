import { z } from 'zod';
import { duration } from '../platform/duration.ts';

const channel = z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'must be the ID of a channel, such as C0123ABCD');

/** `canary:` in toban.yaml. Without it there is none. */
export const CanaryConfig = z
  .strictObject({
    /** A channel of its own, in which nobody needs to listen. */
    channel,
    /** Where its failing is told. */
    owners: channel,
    every: duration.default(3_600_000),
    /** How long the way round may take before it counts as failed. */
    late: duration.default(120_000),
  })
  .refine(({ channel: own, owners }) => own !== owners, {
    message: 'must be another channel than `channel`, where nobody looks',
    path: ['owners'],
  })
  .refine(({ every, late }) => every >= 60_000 && late < every, {
    message: 'must be shorter than `every`, and `every` at least 1m',
    path: ['late'],
  });
export type CanaryConfig = z.infer<typeof CanaryConfig>;
