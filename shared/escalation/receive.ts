import type { InboundMessage, Touched } from '../slack/index.ts';
import { apply, replyTo } from './apply.ts';
import type { EscalationContext } from './context.ts';
import { handedTo, handOn } from './hand-on.ts';
import { hint } from './hint.ts';
import type { Escalation } from './model.ts';
import { openCall, requestOf } from './open-call.ts';
import { dmPath, escalationPath, type Pointer, postPath, threadPath } from './records.ts';
import { routeMessage } from './route.ts';
import { rungsOf } from './rungs.ts';

/** A message in a channel or to the app: a call, a nudge, an answer, or nothing of ours. Safe to repeat. */
export async function receiveMessage(
  ctx: EscalationContext,
  message: InboundMessage,
  signal: AbortSignal,
): Promise<Touched> {
  const routing = routeMessage(message, ctx.routes);
  if (routing.kind === 'ignore') return null;
  if (routing.kind === 'no-route') return hint(ctx, message, 'no-route');
  const open = await openCallHere(ctx, message);
  if (open && message.editedFrom === null) {
    const answered = await answer(ctx, open.path, open.state, message, signal);
    if (answered) return answered;
    if (routing.kind === 'call' && open.path !== ownPath(message)) return nudge(ctx, open.path, message);
  }
  if (routing.kind !== 'call')
    return message.direct && message.editedFrom === null && !open ? hint(ctx, message, 'direct') : null;
  return openCall(ctx, routing.route, requestOf(message), signal);
}

const ownPath = (message: InboundMessage): string =>
  escalationPath(message.team, message.channel, message.ts);

/** The call that this thread, or this direct-message channel, is about, unless it has ended. */
async function openCallHere(
  ctx: EscalationContext,
  message: InboundMessage,
): Promise<{ path: string; state: Escalation } | null> {
  const { team, channel, threadTs, ts, direct } = message;
  const inThread = threadTs !== null && threadTs !== ts;
  if (!inThread && !direct) return null;
  const pointers = [
    ...(inThread && direct ? [postPath(team, channel, threadTs)] : []),
    ...(inThread && !direct ? [threadPath(team, channel, threadTs)] : []),
    ...(direct && !inThread ? [dmPath(team, channel)] : []),
  ];
  for (const pointer of pointers) {
    const path = (await ctx.store.get<Pointer>(pointer))?.data.record;
    const state = path ? (await ctx.store.get<Escalation>(path))?.data : null;
    if (path && state && state.status !== 'done') return { path, state };
  }
  return null;
}

/** "I cannot", said rather than pressed. Anchored, so that longer talk stays talk. */
const CANNOT =
  /^\s*(?:(?:すみません|ごめんなさい|sorry)[、,。.]?\s*)?(?:今(?:は|、)?\s*)?(?:対応(?:が|は)?)?\s*(?:できません|できない|出られません|無理|i can(?:'|’)?t|i cannot|can(?:'|’)?t|cannot)/i;

/**
 * What a reply means to the call it stands beneath; null where it is only talk. Of somebody who was called it
 * acknowledges or declines; of whoever has it, it is a sign of life. The asker never acknowledges by talking on.
 */
async function answer(
  ctx: EscalationContext,
  path: string,
  state: Escalation,
  message: InboundMessage,
  signal: AbortSignal,
): Promise<Touched> {
  const { user, ts: cause, channel, threadTs } = message;
  if (user === null) return null;
  const to = handedTo(message);
  if (to !== null) return handOn(ctx, path, { user, to, cause, channel, threadTs }, signal);
  if (state.holder?.user === user) {
    await apply(ctx, path, async () => ({ type: 'alive', user, cause }));
    return path;
  }
  const called = state.called.find((call) => call.user === user);
  if (!called || user === state.asker || state.status !== 'open' || state.declined.includes(user))
    return null;
  const by = { user, name: called.name, cause };
  const rungs = CANNOT.test(message.text) ? await rungsOf(ctx, state, signal) : null;
  await apply(ctx, path, async () =>
    rungs ? { type: 'decline', rungs, ...by } : { type: 'acknowledge', how: 'reply', ...by },
  );
  return path;
}

async function nudge(ctx: EscalationContext, path: string, message: InboundMessage): Promise<Touched> {
  const { user, channel, threadTs, ts } = message;
  const answer = await apply(ctx, path, async () => ({ type: 'nudge', user, cause: ts }));
  if (answer && user) await replyTo(ctx, path, answer, { user, channel, threadTs, cause: ts });
  return path;
}
