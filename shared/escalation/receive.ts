import { isTobanError, TobanError } from '../platform/errors.ts';
import type { InboundMessage, Touched } from '../slack/index.ts';
import { commit } from '../tasks/index.ts';
import { apply, replyTo } from './apply.ts';
import type { EscalationContext } from './context.ts';
import { decide, isRefusal } from './decide.ts';
import { evolve } from './evolve.ts';
import { handedTo, handOn } from './hand-on.ts';
import { hint } from './hint.ts';
import type { Escalation } from './model.ts';
import { causePath, dmPath, escalationPath, type Pointer, postPath, threadPath } from './records.ts';
import { type Resolution, resolveLadder } from './resolve.ts';
import { routeMessage } from './route.ts';
import { rungsOf } from './rungs.ts';
import type { RouteConfig } from './schemas.ts';

const WORDS_KEPT = 3_000;

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
  return openCall(ctx, routing.route, message, signal);
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

async function openCall(
  ctx: EscalationContext,
  route: RouteConfig,
  message: InboundMessage,
  signal: AbortSignal,
): Promise<Touched> {
  const path = ownPath(message);
  // Most repeats (the twin event, Slack's retries) end here, without asking the sheet again.
  if (await ctx.store.get(path)) return path;
  const resolution = await resolveLadder(ctx, route, ctx.clock.now(), signal);
  try {
    return await create(ctx, path, route, message, resolution);
  } catch (error) {
    if (isTobanError(error, 'exists')) return path;
    throw error;
  }
}

/** Record, pointers, events and tasks in one transaction: there is no moment at which a call is half there. */
function create(
  ctx: EscalationContext,
  path: string,
  route: RouteConfig,
  message: InboundMessage,
  { rungs, told, rota }: Resolution,
): Promise<Touched> {
  const { team, channel, ts, user, clientMsgId } = message;
  const threadTs = message.threadTs ?? ts;
  const thread = threadPath(team, channel, threadTs);
  return ctx.store.transaction(async (tx) => {
    const existing = await tx.get<Escalation>(path);
    const cause = clientMsgId ? await tx.get<Pointer>(causePath(team, clientMsgId)) : null;
    if (existing || cause) return cause?.data.record ?? path;
    const standing = (await tx.get<Pointer>(thread))?.data.record;
    const open = (standing ? (await tx.get<Escalation>(standing))?.data : null) ?? null;
    // Somebody called in this thread a moment before: that call stands, and this message belongs to it.
    if (standing && open && open.status !== 'done') return standing;
    const words = withoutAddress(message.text).slice(0, WORDS_KEPT);
    const asker = message.bot.length > 0 ? null : user;
    const base = {
      team,
      channel,
      ts,
      threadTs,
      asker,
      words,
      rota,
      route: ctx.routes.indexOf(route),
      checkAfter: route.checkAfter,
      follows: followed(open),
    };
    const now = ctx.clock.now();
    const decision = decide({ type: 'open', ...base, rungs, told }, null, now);
    if (isRefusal(decision)) throw new TobanError('bug', `opening a call was refused: ${decision.refused}`);
    await commit(tx, path, null, decision, evolve, now);
    tx.put(thread, { record: path });
    if (clientMsgId) tx.create(causePath(team, clientMsgId), { record: path });
    return path;
  });
}

/** The request without the leading mention that called: `@Toban 返却できない` is quoted as `返却できない`. */
const withoutAddress = (text: string): string =>
  text.replace(/^\s*<(?:@[UW][A-Z0-9]+|!subteam\^S[^>]*)>[\s、,:：]*/, '');

const followed = (before: Escalation | null) =>
  before?.doneBy ? { name: before.holder?.name ?? before.doneBy.name, doneAt: before.doneBy.at } : null;
