import { TobanError } from '../../platform/errors.ts';
import { postOnce, type TaskKind } from '../../tasks/index.ts';
import type { EscalationContext } from '../context.ts';
import { decide, isRefusal } from '../decide.ts';
import type { Escalation, EscalationEvent, Rungs } from '../model.ts';
import type { Nudge } from '../plan.ts';
import { rungsOf } from '../rungs.ts';
import { renderCard, renderDm, renderQuestion } from '../view.ts';
import { renderLine, renderNudge } from '../view-lines.ts';
import { messageKey, viewerFor } from './post.ts';

type Kind<Step, Result = unknown> = TaskKind<Escalation, EscalationEvent, Step, Result>;

/** Brings one message of ours up to date in place; armed by many causes, so it always shows the latest state. */
export function showKind(ctx: EscalationContext): Kind<{ readonly key: string }> {
  return {
    persistent: false,
    guard: (state, task) => state.posts.some((post) => post.key === task.step.key),
    async perform(state, task, { signal }) {
      const post = state.posts.find((candidate) => candidate.key === task.step.key);
      if (!post) throw new TobanError('bug', `no message ${task.step.key} to show`);
      const { kind, call, channel, ts } = post;
      const reader =
        kind === 'dm' ? state.called[call]?.user : kind === 'question' ? state.holder?.user : undefined;
      const viewer = await viewerFor(ctx, state, signal, reader);
      const rendered = {
        card: () => renderCard(state, viewer),
        line: () => renderLine(state, call, viewer),
        dm: () => renderDm(state, call, viewer),
        question: () => renderQuestion(state, viewer),
      }[kind]();
      const thread = kind === 'card' || kind === 'line' ? { threadTs: state.threadTs } : {};
      await ctx.slack.update(
        { channel, ts, ...thread, ...rendered, key: messageKey(state, post.key) },
        signal,
      );
    },
  };
}

/** 👀 while the call is open, ✅ once somebody has it: the asker sees it on their own message. */
export function markKind(ctx: EscalationContext): Kind<unknown> {
  return {
    persistent: false,
    guard: () => true,
    async perform(state, _task, { signal }) {
      const { channel, ts, status } = state;
      const [shown, gone] = status === 'open' ? ['eyes', 'white_check_mark'] : ['white_check_mark', 'eyes'];
      await ctx.slack.react({ channel, ts }, shown, signal);
      await ctx.slack.unreact({ channel, ts }, gone, signal);
    },
  };
}

/** The next rung's turn has come: the sheet is asked anew, since the shift may have changed in between. */
export function climbKind(
  ctx: EscalationContext,
): Kind<{ readonly rung: number; readonly at: number }, Rungs> {
  return {
    persistent: true,
    guard: (state, task) =>
      state.status === 'open' && state.next?.rung === task.step.rung && state.next.at === task.step.at,
    perform: (state, _task, { signal }) => rungsOf(ctx, state, signal),
    done(state, task, rungs, now) {
      const answer = decide({ type: 'climb', rung: task.step.rung, rungs }, state, now);
      return isRefusal(answer) ? { events: [], tasks: [] } : answer;
    },
  };
}

/** Pings once more, in the thread or by direct message: the person being called, or the one who has it. */
export function nudgeKind(ctx: EscalationContext, way: 'thread' | 'dm'): Kind<Nudge> {
  return {
    persistent: true,
    // Acknowledged in between: the thread shows who has it, and nobody needs waking.
    guard: (state, task) =>
      !state.incident && state.status !== 'done' && (state.holder?.user ?? null) === task.step.holder,
    async perform(state, task, attempt) {
      const user = task.step.holder ?? state.called.at(-1)?.user ?? '';
      const reader = way === 'dm' ? user : undefined;
      // Who reads the thread has the words before them; in a direct message they would be missing.
      const { holder, words = '' } = task.step;
      const nudge = { holder, words: way === 'dm' ? words : '' };
      const rendered = renderNudge(state, nudge, await viewerFor(ctx, state, attempt.signal, reader));
      const where =
        way === 'dm'
          ? { channel: await ctx.slack.openDm(user, attempt.signal) }
          : { channel: state.channel, threadTs: state.threadTs };
      const message = { ...where, ...rendered, key: messageKey(state, task.id), causeTs: state.ts };
      return postOnce(ctx.slack, message, attempt);
    },
  };
}
