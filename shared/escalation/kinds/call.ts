import type { Posted } from '../../ports/slack.ts';
import { postOnce, type Task, type TaskKind } from '../../tasks/index.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, EscalationDecision, EscalationEvent, Post } from '../model.ts';
import { showTask } from '../plan.ts';
import { dmPath, escalationPath, postPath } from '../records.ts';
import { renderCall, renderCard } from '../view.ts';
import { isOutside, messageKey, viewerFor } from './post.ts';

interface CallStep {
  readonly call: number;
}
type Kind<Step> = TaskKind<Escalation, EscalationEvent, Step, Posted>;

/** Still the turn of the person whom this call is for. */
const theirTurn = (state: Escalation, task: Task<CallStep>): boolean =>
  state.status === 'open' && state.called.length - 1 === task.step.call;

/** The mention in the thread: the one message that wakes somebody. */
export function mentionKind(ctx: EscalationContext): Kind<CallStep> {
  return {
    persistent: true,
    guard: theirTurn,
    async perform(state, task, attempt) {
      const { channel, threadTs } = state;
      const viewer = await viewerFor(ctx, state, attempt.signal);
      const rendered = renderCall(state, task.step.call, 'thread', viewer);
      return postOnce(
        ctx.slack,
        { channel, threadTs, ...rendered, key: messageKey(state, task.id) },
        attempt,
      );
    },
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'thread', call: task.step.call, ...posted }, now),
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
  return {
    persistent: true,
    guard: theirTurn,
    async perform(state, task, attempt) {
      const user = state.called[task.step.call]?.user ?? '';
      const [channel, viewer] = await Promise.all([
        ctx.slack.openDm(user, attempt.signal),
        viewerFor(ctx, state, attempt.signal, user),
      ]);
      const rendered = renderCall(state, task.step.call, 'dm', viewer);
      return postOnce(ctx.slack, { channel, ...rendered, key: messageKey(state, task.id) }, attempt);
    },
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'dm', call: task.step.call, ...posted }, now),
  };
}

/** A card in the thread that calls nobody: nobody left, free on purpose, or acknowledged before the thread knew. */
export function cardKind(ctx: EscalationContext): Kind<unknown> {
  return {
    persistent: true,
    guard: (state) =>
      state.exhausted || state.told !== null || !state.posts.some((post) => post.kind === 'thread'),
    async perform(state, task, attempt) {
      const { channel, threadTs } = state;
      const rendered = renderCard(state, await viewerFor(ctx, state, attempt.signal));
      return postOnce(
        ctx.slack,
        { channel, threadTs, ...rendered, key: messageKey(state, task.id) },
        attempt,
      );
    },
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'thread', call: -1, ...posted }, now),
  };
}

/** Notes where a message of ours is; one that slipped through while the call moved on is corrected at once. */
function delivered(state: Escalation, post: Post, now: number): EscalationDecision {
  const moved = state.status !== 'open' || post.call !== state.called.length - 1;
  const record = escalationPath(state.team, state.channel, state.ts);
  const own = { path: postPath(state.team, post.channel, post.ts), data: { record } };
  const latest = { path: dmPath(state.team, post.channel), data: { record } };
  return {
    events: [{ type: 'posted', at: now, post }],
    tasks: moved && post.call >= 0 ? [showTask(post.key, now)] : [],
    pointers: post.kind === 'dm' ? [own, latest] : [own],
  };
}
