import { never } from '../platform/errors.ts';
import type { CallAction, InboundAction, InboundReaction, Touched } from '../slack/index.ts';
import { apply, replyTo } from './apply.ts';
import type { EscalationContext } from './context.ts';
import type { Command, Escalation } from './model.ts';
import { escalationPath, type Pointer, postPath } from './records.ts';
import { resolveLadder } from './resolve.ts';

/** ✅ and its sisters. */
const CHECKS = new Set(['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check']);

/** A button of a call's card was pressed. Safe to repeat. */
export async function receiveAction(
  ctx: EscalationContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const path = `escalations/${action.value}`;
  const state = /^esc_[0-9a-f]{32}$/.test(action.value)
    ? (await ctx.store.get<Escalation>(path))?.data
    : null;
  if (!state || state.team !== action.team) return null;
  const command = await commandOf(ctx, action, state, signal);
  const refusal = await apply(ctx, path, command);
  const { user, channel, threadTs, cause } = action;
  if (refusal && channel) await replyTo(ctx, path, refusal, { user, channel, threadTs, cause });
  return path;
}

/** The sheet is asked before the transaction: a transaction does nothing but read and write documents. */
async function commandOf(
  ctx: EscalationContext,
  action: InboundAction,
  state: Escalation,
  signal: AbortSignal,
): Promise<(state: Escalation) => Promise<Command>> {
  const { user, cause } = action;
  const verb = action.actionId as CallAction;
  switch (verb) {
    case 'call_acknowledge':
    case 'call_take': {
      const name = (await ctx.people.find(user, signal))?.name ?? user;
      return async (now) => {
        const known = now.called.find((call) => call.user === user);
        const how = verb === 'call_take' && !known ? 'taken' : 'button';
        return { type: 'acknowledge', user, name: known?.name ?? name, how, cause };
      };
    }
    case 'call_decline': {
      const rungs = await rungsOf(ctx, state, signal);
      return async () => ({ type: 'decline', user, rungs, cause });
    }
    case 'call_done':
      return async () => ({ type: 'finish', user, cause });
    default:
      return never(verb);
  }
}

/** The ladder of a call's route as things stand now; empty when the route is gone from the configuration. */
export async function rungsOf(ctx: EscalationContext, state: Escalation, signal: AbortSignal) {
  const route =
    ctx.routes[state.route] ?? ctx.routes.find((candidate) => candidate.channel === state.channel);
  const rota = ctx.rotaConfigs.find((config) => config.id === (route?.rota ?? state.rota));
  if (!route || !rota) return [];
  return (await resolveLadder(ctx, route, rota, ctx.clock.now(), signal)).rungs;
}

/** ✅ by somebody called, on the call, on its card or on the direct message, acknowledges. Anybody else's says nothing. */
export async function receiveReaction(ctx: EscalationContext, reaction: InboundReaction): Promise<Touched> {
  if (reaction.removed || !CHECKS.has(reaction.name.split('::')[0] ?? '')) return null;
  const { team, channel, ts, user } = reaction;
  const own = escalationPath(team, channel, ts);
  const direct = (await ctx.store.get<Escalation>(own))?.data;
  const path = direct ? own : (await ctx.store.get<Pointer>(postPath(team, channel, ts)))?.data.record;
  if (!path) return null;
  await apply(ctx, path, async (state) => {
    const name = state.called.find((call) => call.user === user)?.name ?? user;
    return { type: 'acknowledge', user, name, how: 'reaction', cause: `reaction ${user} ${ts}` };
  });
  return path;
}
