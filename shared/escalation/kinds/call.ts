import type { Posted } from '../../ports/slack.ts';
import {
  type Attempt,
  findPost,
  type PostedOnce,
  postOnce,
  type Task,
  type TaskKind,
} from '../../tasks/index.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, EscalationDecision, EscalationEvent, Post } from '../model.ts';
import { showTask } from '../plan.ts';
import { dmPath, escalationPath, postPath } from '../records.ts';
import { renderCall, renderCard } from '../view.ts';
import { isOutside, messageKey, viewerFor } from './post.ts';

interface CallStep {
  readonly call: number;
}
/** `view`: what the message shows, as `viewOf` counts it; null where an earlier attempt posted it. */
type Delivery = Posted & { readonly view: number | null };
type Kind<Step> = TaskKind<Escalation, EscalationEvent, Step, Delivery>;

/** Counts all that changes a call, but not where it is told: a message posted at another count shows an older state. */
const viewOf = (state: Escalation): number => state.version - state.posts.length;

const asDelivery = ({ channel, ts, found }: PostedOnce, state: Escalation): Delivery => ({
  channel,
  ts,
  view: found ? null : viewOf(state),
});

/** Still the turn of the person whom this call is for. */
const theirTurn = (state: Escalation, task: Task<CallStep>): boolean =>
  state.status === 'open' && state.called.length - 1 === task.step.call;

/** The mention in the thread: the one message that wakes somebody. */
export function mentionKind(ctx: EscalationContext): Kind<CallStep> {
  return {
    persistent: true,
    guard: theirTurn,
    async perform(state, task, attempt) {
      const viewer = await viewerFor(ctx, state, attempt.signal);
      const rendered = renderCall(state, task.step.call, 'thread', viewer);
      return asDelivery(await postOnce(ctx.slack, { ...inThread(state, task), ...rendered }, attempt), state);
    },
    find: (state, task, attempt) => findInThread(ctx, state, task, attempt),
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'thread', call: task.step.call }, posted, now),
    refused(state, _task, error, now) {
      if (state.unreachable !== null || !isOutside(error.reason)) return { events: [], tasks: [] };
      return {
        events: [{ type: 'unreachable', at: now, reason: error.reason ?? '' }],
        tasks: [
          { id: 'join', kind: 'escalation.join', lane: 'calls', dueAt: now, step: {} },
          { id: 'outside', kind: 'escalation.outside', lane: 'work', dueAt: now, step: {} },
        ],
      };
    },
  };
}

/** The direct message: it reaches a guest who is not in the channel. */
export function dmKind(ctx: EscalationContext): Kind<CallStep> {
  const userOf = (state: Escalation, task: Task<CallStep>) => state.called[task.step.call]?.user ?? '';
  return {
    persistent: true,
    guard: theirTurn,
    async perform(state, task, attempt) {
      const user = userOf(state, task);
      const [channel, viewer] = await Promise.all([
        ctx.slack.openDm(user, attempt.signal),
        viewerFor(ctx, state, attempt.signal, user),
      ]);
      const rendered = renderCall(state, task.step.call, 'dm', viewer);
      const message = { channel, ...rendered, key: messageKey(state, task.id), causeTs: state.ts };
      return asDelivery(await postOnce(ctx.slack, message, attempt), state);
    },
    async find(state, task, attempt) {
      const channel = await ctx.slack.openDm(userOf(state, task), attempt.signal);
      const wanted = { channel, key: messageKey(state, task.id), causeTs: state.ts };
      const found = await findPost(ctx.slack, wanted, attempt);
      return found && asDelivery(found, state);
    },
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'dm', call: task.step.call }, posted, now),
  };
}

/** A card in the thread that calls nobody: nobody left, free on purpose, or acknowledged before the thread knew. */
export function cardKind(ctx: EscalationContext): Kind<unknown> {
  return {
    persistent: true,
    guard: (state) =>
      state.exhausted || state.told !== null || !state.posts.some((post) => post.kind === 'thread'),
    async perform(state, task, attempt) {
      const rendered = renderCard(state, await viewerFor(ctx, state, attempt.signal));
      return asDelivery(await postOnce(ctx.slack, { ...inThread(state, task), ...rendered }, attempt), state);
    },
    find: (state, task, attempt) => findInThread(ctx, state, task, attempt),
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'thread', call: -1 }, posted, now),
  };
}

const inThread = (state: Escalation, task: Task) => ({
  channel: state.channel,
  threadTs: state.threadTs,
  key: messageKey(state, task.id),
  causeTs: state.ts,
});

async function findInThread(
  ctx: EscalationContext,
  state: Escalation,
  task: Task,
  attempt: Attempt,
): Promise<Delivery | null> {
  const found = await findPost(ctx.slack, inThread(state, task), attempt);
  return found && asDelivery(found, state);
}

/** Notes where a message of ours is; one that slipped through while the call moved on is corrected at once. */
function delivered(
  state: Escalation,
  what: Pick<Post, 'key' | 'kind' | 'call'>,
  { channel, ts, view }: Delivery,
  now: number,
): EscalationDecision {
  const post: Post = { ...what, channel, ts };
  const record = escalationPath(state.team, state.channel, state.ts);
  const own = { path: postPath(state.team, channel, ts), data: { record } };
  const latest = { path: dmPath(state.team, channel), data: { record } };
  return {
    events: [{ type: 'posted', at: now, post }],
    tasks: view === viewOf(state) ? [] : [showTask(post.key, now)],
    pointers: post.kind === 'dm' ? [own, latest] : [own],
  };
}
