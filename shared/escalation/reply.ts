import type { InboundMessage, Touched } from '../slack/index.ts';
import { apply, replyTo } from './apply.ts';
import type { EscalationContext } from './context.ts';
import { handedTo, handOn } from './hand-on.ts';
import type { Escalation } from './model.ts';
import { wordsOf } from './open-call.ts';
import type { Pointer } from './records.ts';
import { rungsOf } from './rungs.ts';

export interface Standing {
  readonly path: string;
  readonly state: Escalation;
}

/** The call that a pointer leads to; null where there is none. */
export async function callFrom(ctx: EscalationContext, pointer: string): Promise<Standing | null> {
  const path = (await ctx.store.get<Pointer>(pointer))?.data.record;
  const state = path ? (await ctx.store.get<Escalation>(path))?.data : null;
  return path && state ? { path, state } : null;
}

/** "I cannot", said rather than pressed. Anchored, so that longer talk stays talk. */
const CANNOT =
  /^\s*(?:(?:すみません|ごめんなさい|sorry)[、,。.]?\s*)?(?:今(?:は|、)?\s*)?(?:対応(?:が|は)?)?\s*(?:できません|できない|出られません|無理|i can(?:'|’)?t|i cannot|can(?:'|’)?t|cannot)/i;

/**
 * What a reply means to the call it stands beneath; null where it is only talk. Of somebody who was called it
 * acknowledges or declines; of whoever has it, it is a sign of life. The asker never acknowledges by talking on.
 */
export async function answer(
  ctx: EscalationContext,
  { path, state }: Standing,
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

/** Calls once more in the thread of an open call. */
export async function nudge(ctx: EscalationContext, path: string, message: InboundMessage): Promise<Touched> {
  const { user, channel, threadTs, ts } = message;
  const words = wordsOf(message.text);
  const answer = await apply(ctx, path, async () => ({ type: 'nudge', user, cause: ts, words }));
  if (answer && user) await replyTo(ctx, path, answer, { user, channel, threadTs, cause: ts });
  return path;
}
