import type { InboundMessage, Touched } from '../slack/index.ts';
import type { EscalationContext } from './context.ts';
import { receiveDirect } from './direct.ts';
import { hint } from './hint.ts';
import { openCall, requestOf } from './open-call.ts';
import { escalationPath, threadPath } from './records.ts';
import { answer, callFrom, nudge } from './reply.ts';
import { routeMessage } from './route.ts';

/** A message in a channel or to the app: a call, a nudge, an answer, or nothing of ours. Safe to repeat. */
export async function receiveMessage(
  ctx: EscalationContext,
  message: InboundMessage,
  signal: AbortSignal,
): Promise<Touched> {
  if (message.direct) return receiveDirect(ctx, message, signal);
  const routing = routeMessage(message, ctx.routes);
  if (routing.kind === 'ignore') return null;
  if (routing.kind === 'no-route') return hint(ctx, message, 'no-route');
  const { team, channel, threadTs, ts } = message;
  const beneath =
    threadTs === null || threadTs === ts ? null : await callFrom(ctx, threadPath(team, channel, threadTs));
  if (beneath && beneath.state.status !== 'done' && message.editedFrom === null) {
    const answered = await answer(ctx, beneath, message, signal);
    if (answered) return answered;
    const own = beneath.path === escalationPath(team, channel, ts);
    if (routing.kind === 'call' && !own) return nudge(ctx, beneath.path, message);
  }
  return routing.kind === 'call' ? openCall(ctx, routing.route, requestOf(message), signal) : null;
}
