import { randomNonce } from '../platform/ids.ts';
import type { Job } from '../tasks/index.ts';
import { apply, type CanaryContext } from './context.ts';

/** Sends the canary on its way at each turn. It runs on the tick, which needs neither Slack's events nor the bus. */
export function canaryJob(ctx: CanaryContext): Job {
  const { config } = ctx;
  return {
    name: 'canary',
    lane: 'work',
    schedule: config && { every: config.every },
    async run({ period }) {
      if (config) await apply(ctx, { type: 'start', nonce: randomNonce(), period, late: config.late });
    },
  };
}
