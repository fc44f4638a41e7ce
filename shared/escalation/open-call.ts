import { isTobanError, TobanError } from '../platform/errors.ts';
import type { InboundMessage, Touched } from '../slack/index.ts';
import { commit } from '../tasks/index.ts';
import type { EscalationContext } from './context.ts';
import { decide, isRefusal } from './decide.ts';
import type { Escalation, Followed } from './model.ts';
import { causePath, escalationPath, type Pointer, threadPath } from './records.ts';
import { type Resolution, resolveLadder } from './resolve.ts';
import type { RouteConfig } from './schemas.ts';
import { fold } from './summary.ts';

const WORDS_KEPT = 3_000;

/** A call for help as it reaches us: by which message, in which thread, of whom. */
export interface Request {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly asker: string | null;
  readonly text: string;
  readonly clientMsgId: string | null;
}

export const requestOf = ({ user, bot, threadTs, ...message }: InboundMessage): Request => ({
  team: message.team,
  channel: message.channel,
  ts: message.ts,
  threadTs: threadTs ?? message.ts,
  asker: bot.length > 0 ? null : user,
  text: message.text,
  clientMsgId: message.clientMsgId,
});

/** Opens the call that a message makes, once. */
export async function openCall(
  ctx: EscalationContext,
  route: RouteConfig,
  request: Request,
  signal: AbortSignal,
): Promise<Touched> {
  const path = escalationPath(request.team, request.channel, request.ts);
  // Most repeats (the twin event, Slack's retries) end here, without asking the sheet again.
  if (await ctx.store.get(path)) return path;
  const resolution = await resolveLadder(ctx, route, ctx.clock.now(), signal);
  try {
    return await create(ctx, path, route, request, resolution);
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
  request: Request,
  { rungs, told, rota }: Resolution,
): Promise<Touched> {
  const { team, channel, ts, threadTs, asker, clientMsgId } = request;
  const thread = threadPath(team, channel, threadTs);
  return ctx.store.transaction(async (tx) => {
    const existing = await tx.get<Escalation>(path);
    const cause = clientMsgId ? await tx.get<Pointer>(causePath(team, clientMsgId)) : null;
    if (existing || cause) return cause?.data.record ?? path;
    const standing = (await tx.get<Pointer>(thread))?.data.record;
    const open = (standing ? (await tx.get<Escalation>(standing))?.data : null) ?? null;
    // Somebody called in this thread a moment before: that call stands, and this message belongs to it.
    if (standing && open && open.status !== 'done') return standing;
    const words = wordsOf(request.text);
    const base = {
      team,
      channel,
      ts,
      threadTs,
      asker,
      words,
      rota,
      route: route.id,
      checkAfter: route.checkAfter,
      follows: standing && open ? followed(standing, open) : null,
    };
    const now = ctx.clock.now();
    const decision = decide({ type: 'open', ...base, rungs, told }, null, now);
    if (isRefusal(decision)) throw new TobanError('bug', `opening a call was refused: ${decision.refused}`);
    await commit(tx, path, null, decision, fold, now);
    tx.put(thread, { record: path });
    if (clientMsgId) tx.create(causePath(team, clientMsgId), { record: path });
    return path;
  });
}

/** What is kept of a message, without the leading mention that called: `@Toban 返却できない` is `返却できない`. */
export const wordsOf = (text: string): string =>
  text.replace(/^\s*<(?:@[UW][A-Z0-9]+|!subteam\^S[^>]*)>[\s、,:：]*/, '').slice(0, WORDS_KEPT);

const followed = (record: string, { doneBy, holder }: Escalation): Followed | null =>
  doneBy && { record, name: holder?.name ?? doneBy.name, doneAt: doneBy.at };
