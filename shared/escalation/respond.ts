import { never } from '../platform/errors.ts';
import { callPress, type InboundAction, type InboundReaction, type Touched } from '../slack/index.ts';
import { apply, replyTo } from './apply.ts';
import type { Command } from './commands.ts';
import type { EscalationContext } from './context.ts';
import { showHandModal } from './hand-on.ts';
import type { Escalation } from './model.ts';
import { nameOf } from './name-of.ts';
import { callPath, escalationPath, type Pointer, postPath } from './records.ts';
import { rungsOf } from './rungs.ts';

/** ✅ and its sisters. */
const CHECKS = new Set(['white_check_mark', 'heavy_check_mark', 'ballot_box_with_check']);
/** What "need 30 min" asks for. */
const EXTEND_MS = 30 * 60_000;

type MakeCommand = (state: Escalation) => Promise<Command>;

/** A button or menu entry of a call's card was pressed, in a message or in the app's home. Safe to repeat. */
export async function receiveAction(
  ctx: EscalationContext,
  action: InboundAction,
  signal: AbortSignal,
): Promise<Touched> {
  const press = callPress(action.actionId, action.value);
  if (!press) return null;
  const path = callPath(press.record);
  const state = (await ctx.store.get<Escalation>(path))?.data;
  if (!state || state.team !== action.team) return null;
  if (press.action === 'hand') return showHandModal(ctx, action, path, state, signal);
  const command = await commandOf(ctx, press.action, action, state, signal);
  const refusal = await apply(ctx, path, command);
  const { user, channel, threadTs, cause } = action;
  if (refusal) await replyTo(ctx, path, refusal, { user, channel, threadTs, cause });
  return path;
}

/** The sheet is asked before the transaction: a transaction does nothing but read and write documents. */
async function commandOf(
  ctx: EscalationContext,
  verb: 'acknowledge' | 'take' | 'decline' | 'extend' | 'done',
  { user, cause }: InboundAction,
  state: Escalation,
  signal: AbortSignal,
): Promise<MakeCommand> {
  const name = await nameOf(ctx, state, user, signal);
  const by = { user, name, cause };
  switch (verb) {
    case 'acknowledge':
      return async () => ({ type: 'acknowledge', how: 'button', ...by });
    case 'take':
      return async (now) => ({ type: 'acknowledge', how: takenBy(now, user), ...by });
    case 'extend':
      return async () => ({ type: 'extend', ms: EXTEND_MS, ...by });
    case 'decline': {
      const rungs = await rungsOf(ctx, state, signal);
      return async () => ({ type: 'decline', rungs, ...by });
    }
    case 'done':
      return async () => ({ type: 'finish', ...by });
    default:
      return never(verb);
  }
}

/** Who was called and takes it has simply acknowledged, unless somebody else has it already. */
const takenBy = (state: Escalation, user: string): 'taken' | 'button' =>
  state.status === 'open' && state.called.some((call) => call.user === user) ? 'button' : 'taken';

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
