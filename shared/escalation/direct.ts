import type { InboundMessage, Touched } from '../slack/index.ts';
import { ask } from './choice.ts';
import type { EscalationContext } from './context.ts';
import { hint } from './hint.ts';
import { openCall, requestOf } from './open-call.ts';
import { dmPath, escalationPath, postPath, threadPath } from './records.ts';
import { answer, callFrom, nudge } from './reply.ts';
import { directRoutes } from './route.ts';

/** Thanks and the like, and nothing else: said to what the app wrote before rather than to call. */
const COURTESY =
  /^(?:(?:はい|了解|りょうかい|承知|わかりました|分かりました|ありがとう|助かりました|お疲れさま|お疲れ様|ok|okay|thanks|thank you|thx|got it|sure|yes|no)(?:です|しました|いたしました|致しました|ございます|ございました)?[\s、。.!！👍🙏]*)+$/iu;

/**
 * A direct message to the app. It calls; an answer to a call told there stays an answer, and where it could be either
 * the person is asked. Safe to repeat.
 */
export async function receiveDirect(
  ctx: EscalationContext,
  message: InboundMessage,
  signal: AbortSignal,
): Promise<Touched> {
  const { user, bot, editedFrom, team, channel, ts, threadTs, text } = message;
  if (user === null || bot.length > 0 || editedFrom !== null) return null;
  const routes = directRoutes(ctx.routes);
  if (threadTs !== null && threadTs !== ts) return receiveReply(ctx, message, threadTs, signal);
  const own = escalationPath(team, channel, ts);
  if (await ctx.store.get(own)) return own;
  const told = await callFrom(ctx, dmPath(team, channel));
  const open = told && told.state.status !== 'done' ? told : null;
  if (open?.state.heard.includes(ts)) return open.path;
  const answered = open && (await answer(ctx, open, message, signal));
  // Whoever has the call may be telling how it goes, or need help with something else.
  if (answered && open?.state.holder?.user !== user) return answered;
  const [only] = routes;
  if (!only) return answered ?? hint(ctx, message, 'direct');
  if (open || routes.length > 1 || COURTESY.test(text.trim()))
    return ask(ctx, message, !open && routes.length > 1);
  return openCall(ctx, only, requestOf(message), signal);
}

/** In a thread: beneath a copy of a call, beneath a call made here, or beneath anything else that the app wrote. */
async function receiveReply(
  ctx: EscalationContext,
  message: InboundMessage,
  threadTs: string,
  signal: AbortSignal,
): Promise<Touched> {
  const { team, channel, ts } = message;
  const copy = await callFrom(ctx, postPath(team, channel, threadTs));
  if (copy)
    return copy.state.status === 'done' ? hint(ctx, message, 'thread') : answer(ctx, copy, message, signal);
  const made = await callFrom(ctx, threadPath(team, channel, threadTs));
  if (!made) return hint(ctx, message, 'thread');
  if (made.state.status === 'done') return ask(ctx, message, false);
  if (made.path === escalationPath(team, channel, ts)) return made.path;
  return (await answer(ctx, made, message, signal)) ?? nudge(ctx, made.path, message);
}
