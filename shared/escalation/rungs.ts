import type { EscalationContext } from './context.ts';
import type { Escalation, Rungs } from './model.ts';
import { resolveLadder } from './resolve.ts';

/** The ladder of a call's route as things stand now; empty when the route is gone from the configuration. */
export async function rungsOf(
  ctx: EscalationContext,
  state: Escalation,
  signal: AbortSignal,
): Promise<Rungs> {
  const route =
    ctx.routes[state.route] ?? ctx.routes.find((candidate) => candidate.channel === state.channel);
  return route ? (await resolveLadder(ctx, route, ctx.clock.now(), signal)).rungs : [];
}
