import {
  type EscalationContext,
  receiveAction,
  receiveMessage,
  receiveReaction,
  type Touched,
} from '../../shared/escalation/index.ts';
import { never } from '../../shared/platform/errors.ts';
import type { Inbound } from '../../shared/slack/index.ts';

/** Hands what Slack said to the verb it is for. */
export function dispatch(ctx: EscalationContext, inbound: Inbound, signal: AbortSignal): Promise<Touched> {
  switch (inbound.type) {
    case 'message':
      return receiveMessage(ctx, inbound, signal);
    case 'reaction':
      return receiveReaction(ctx, inbound);
    case 'action':
      return receiveAction(ctx, inbound, signal);
    default:
      return never(inbound);
  }
}
