import type { Handlers, InboundCanary } from '../slack/index.ts';
import { apply, type CanaryContext } from './context.ts';
import { CANARY } from './model.ts';

/** The canary's message came back by Slack's events. A nonce that is not the present run's is nobody's. Safe to repeat. */
export function canaryHandlers(ctx: CanaryContext): Handlers {
  return {
    canary: async ({ nonce, channel, ts }: InboundCanary) => {
      if (channel !== ctx.config?.channel) return null;
      return (await apply(ctx, { type: 'hear', nonce, ts })) ? CANARY : null;
    },
  };
}
