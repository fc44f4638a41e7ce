import { z } from 'zod';
import { duration } from '../platform/duration.ts';

/** `*` stands for anything. */
const pattern = z.string().min(1).max(300);

const Match = z.strictObject({
  source: pattern.optional(),
  /** Of the alert's title or of its kind (a policy's name). */
  title: pattern.optional(),
  service: pattern.optional(),
  labels: z.record(z.string(), pattern).default({}),
});

const AlertRule = z.strictObject({
  match: Match.prefault({}),
  /** Id of a service; what the alert itself names otherwise. */
  service: z.string().optional(),
  /** For a source that cannot say it: the burn rate at which this alert fires. */
  burnRate: z.number().positive().optional(),
  /** Declares by itself, after the alert has gone on this long; nobody has to press. */
  declare: z.union([z.literal('never').transform(() => null), duration]).default(null),
  /** Neither shown nor kept. */
  drop: z.boolean().default(false),
});
export type AlertRule = z.infer<typeof AlertRule>;

/** `alerts:` in toban.yaml. */
export const AlertConfig = z.strictObject({
  /** Where the cards stand. */
  channel: z.string().regex(/^[CG][A-Z0-9]{2,}$/, 'must be the ID of a channel, such as C0123ABCD'),
  /** The first that fits decides; without any, every alert is shown and a person decides. */
  rules: z.array(AlertRule).default([]),
});
export type AlertConfig = z.infer<typeof AlertConfig>;
