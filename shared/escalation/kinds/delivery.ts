import type { Posted } from '../../ports/slack.ts';
import { type Attempt, findPost, type PostedOnce, type Task } from '../../tasks/index.ts';
import type { EscalationDecision } from '../commands.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, Post } from '../model.ts';
import { showTask } from '../plan.ts';
import { dmPath, escalationPath, postPath } from '../records.ts';
import { messageKey } from './post.ts';

/** `view`: what the message shows, as `viewOf` counts it; null where an earlier attempt posted it. */
export type Delivery = Posted & { readonly view: number | null };

/** Counts all that changes a call, but not where it is told: a message posted at another count shows an older state. */
const viewOf = (state: Escalation): number => state.version - state.posts.length;

export const asDelivery = ({ channel, ts, found }: PostedOnce, state: Escalation): Delivery => ({
  channel,
  ts,
  view: found ? null : viewOf(state),
});

export const inThread = (state: Escalation, task: Task) => ({
  channel: state.channel,
  threadTs: state.threadTs,
  key: messageKey(state, task.id),
  causeTs: state.ts,
});

export async function findInThread(
  ctx: EscalationContext,
  state: Escalation,
  task: Task,
  attempt: Attempt,
): Promise<Delivery | null> {
  const found = await findPost(ctx.slack, inThread(state, task), attempt);
  return found && asDelivery(found, state);
}

/** The same in somebody's direct messages. */
export async function findInDm(
  ctx: EscalationContext,
  state: Escalation,
  task: Task,
  user: string,
  attempt: Attempt,
): Promise<Delivery | null> {
  const channel = await ctx.slack.openDm(user, attempt.signal);
  const wanted = { channel, key: messageKey(state, task.id), causeTs: state.ts };
  const found = await findPost(ctx.slack, wanted, attempt);
  return found && asDelivery(found, state);
}

/** Notes where a message of ours is; one that slipped through while the call moved on is corrected at once. */
export function delivered(
  state: Escalation,
  what: Pick<Post, 'key' | 'kind' | 'call'>,
  { channel, ts, view }: Delivery,
  now: number,
): EscalationDecision {
  const post: Post = { ...what, channel, ts };
  const record = escalationPath(state.team, state.channel, state.ts);
  const own = { path: postPath(state.team, channel, ts), data: { record } };
  const latest = { path: dmPath(state.team, channel), data: { record } };
  const direct = post.kind === 'dm' || post.kind === 'question';
  return {
    events: [{ type: 'posted', at: now, post }],
    tasks: view === viewOf(state) ? [] : [showTask(post.key, now)],
    pointers: direct ? [own, latest] : [own],
  };
}
