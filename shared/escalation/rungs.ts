import type { EscalationContext } from './context.ts';
import type { Escalation, Rungs } from './model.ts';
import { type Laddered, resolveLadder } from './resolve.ts';
import { routeById } from './route-id.ts';
import { callText } from './text.ts';

/**
 * The ladder of a call as things stand now. Where its route is gone from toban.yaml, the fallback of its rota comes
 * next, and each card says so; where the rota is gone too, nobody is left to call, which the thread says.
 */
export async function rungsOf(
  ctx: EscalationContext,
  state: Escalation,
  signal: AbortSignal,
): Promise<Rungs> {
  const now = ctx.clock.now();
  const route = routeById(ctx.routes, state.route);
  if (route) return (await resolveLadder(ctx, route, now, signal)).rungs;
  ctx.log.warn('route-gone', { route: state.route, rota: state.rota });
  if (!ctx.rotaConfigs.some((rota) => rota.id === state.rota)) return [];
  const instead: Laddered = {
    rota: state.rota,
    ladder: [{ to: 'fallback', after: 0 }],
    outside: 'tell',
    whenFree: 'fallback',
  };
  const { rungs } = await resolveLadder(ctx, instead, now, signal);
  const gone = callText(ctx.locale).routeGone;
  const said = rungs.map(
    (rung) => rung && { ...rung, reason: { ...rung.reason, trouble: [gone, ...rung.reason.trouble] } },
  );
  // Rungs keep their index: those of the old ladder have had their turn, whoever they were.
  const past = Math.max(state.next?.rung ?? 0, (state.called.at(-1)?.rung ?? -1) + 1);
  return [...Array.from({ length: past }, () => null), ...said];
}
