import { postOnce, type Task, type TaskKind } from '../../tasks/index.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, EscalationEvent } from '../model.ts';
import { hasCard } from '../rules/call.ts';
import { renderCard, renderDm } from '../view.ts';
import { renderLine, renderNobodyLeft } from '../view-lines.ts';
import { asDelivery, type Delivery, delivered, findInDm, findInThread, inThread } from './delivery.ts';
import { outsideTask } from './outside.ts';
import { isOutside, messageKey, viewerFor } from './post.ts';

interface CallStep {
  readonly call: number;
}
interface MentionStep extends CallStep {
  /** The card itself, or one line below the card that stands there. */
  readonly as: 'card' | 'line';
}
type Kind<Step> = TaskKind<Escalation, EscalationEvent, Step, Delivery>;

/** Still the turn of the person whom this call is for. */
const theirTurn = (state: Escalation, task: Task<CallStep>): boolean =>
  state.status === 'open' && state.called.length - 1 === task.step.call;

/** How long joining the channel may take before whoever asked is told. */
const JOIN_MS = 30_000;

/** The mention in the thread: the one message that wakes somebody. */
export function mentionKind(ctx: EscalationContext): Kind<MentionStep> {
  return {
    persistent: true,
    guard: theirTurn,
    async perform(state, task, attempt) {
      const viewer = await viewerFor(ctx, state, attempt.signal);
      const { call, as } = task.step;
      const rendered = as === 'line' ? renderLine(state, call, viewer) : renderCard(state, viewer);
      return asDelivery(await postOnce(ctx.slack, { ...inThread(state, task), ...rendered }, attempt), state);
    },
    find: (state, task, attempt) => findInThread(ctx, state, task, attempt),
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: task.step.as, call: task.step.call }, posted, now),
    refused(state, _task, error, now) {
      if (state.unreachable !== null || !isOutside(error.reason)) return { events: [], tasks: [] };
      return {
        events: [{ type: 'unreachable', at: now, reason: error.reason ?? '' }],
        tasks: [
          { id: 'join', kind: 'escalation.join', lane: 'calls', dueAt: now, step: {} },
          // Only the channel itself can be joined; until that is known, nobody is told that it cannot be written to.
          outsideTask(error.reason === 'not_in_channel' ? now + JOIN_MS : now),
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
      const rendered = renderDm(state, task.step.call, viewer);
      const message = { channel, ...rendered, key: messageKey(state, task.id), causeTs: state.ts };
      return asDelivery(await postOnce(ctx.slack, message, attempt), state);
    },
    find: (state, task, attempt) => findInDm(ctx, state, task, userOf(state, task), attempt),
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'dm', call: task.step.call }, posted, now),
  };
}

/** A card in the thread that calls nobody: nobody left, on purpose, or acknowledged before the thread knew. */
export function cardKind(ctx: EscalationContext): Kind<unknown> {
  return {
    persistent: true,
    guard: (state) => state.exhausted || state.told !== null || !hasCard(state),
    async perform(state, task, attempt) {
      const rendered = renderCard(state, await viewerFor(ctx, state, attempt.signal));
      return asDelivery(await postOnce(ctx.slack, { ...inThread(state, task), ...rendered }, attempt), state);
    },
    find: (state, task, attempt) => findInThread(ctx, state, task, attempt),
    done: (state, task, posted, now) =>
      delivered(state, { key: task.id, kind: 'card', call: -1 }, posted, now),
  };
}

/** A line in the thread that says that nobody is left; whoever acknowledges in between makes it needless. */
export function lineKind(ctx: EscalationContext): TaskKind<Escalation, EscalationEvent> {
  return {
    persistent: true,
    guard: (state) => state.exhausted,
    async perform(state, task, attempt) {
      const rendered = renderNobodyLeft(state, await viewerFor(ctx, state, attempt.signal));
      return postOnce(ctx.slack, { ...inThread(state, task), ...rendered }, attempt);
    },
  };
}
