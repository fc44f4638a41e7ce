import { postOnce, type TaskKind } from '../../tasks/index.ts';
import type { EscalationContext } from '../context.ts';
import { decide, isRefusal } from '../decide.ts';
import type { Escalation, EscalationEvent, Rungs } from '../model.ts';
import { silentTooLong } from '../rules/after.ts';
import { rungsOf } from '../rungs.ts';
import { renderQuestion } from '../view.ts';
import { asDelivery, type Delivery, delivered } from './delivery.ts';
import { messageKey, viewerFor } from './post.ts';

/** `rungs` where the holder has been asked often enough and the ladder goes on; else where the question stands. */
type Checked = { readonly rungs: Rungs } | { readonly rungs: null; readonly posted: Delivery };

/** Whoever has it has shown no sign of life: they are asked by direct message, and in the end the next is called. */
export function checkKind(
  ctx: EscalationContext,
): TaskKind<Escalation, EscalationEvent, { readonly at: number }, Checked> {
  return {
    persistent: true,
    guard: (state, task) => state.status === 'acknowledged' && state.check?.at === task.step.at,
    async perform(state, task, attempt) {
      const { signal } = attempt;
      if (silentTooLong(state)) return { rungs: await rungsOf(ctx, state, signal) };
      const user = state.holder?.user ?? '';
      const [channel, viewer] = await Promise.all([
        ctx.slack.openDm(user, signal),
        viewerFor(ctx, state, signal, user),
      ]);
      const key = messageKey(state, task.id);
      const message = { channel, ...renderQuestion(state, viewer), key, causeTs: state.ts };
      return { rungs: null, posted: asDelivery(await postOnce(ctx.slack, message, attempt), state) };
    },
    done(state, task, checked, now) {
      const answer = decide({ type: 'check', at: task.step.at, rungs: checked.rungs }, state, now);
      const decision = isRefusal(answer) ? { events: [], tasks: [] } : answer;
      if (checked.rungs !== null) return decision;
      const post = delivered(state, { key: task.id, kind: 'question', call: -1 }, checked.posted, now);
      return {
        ...post,
        events: [...post.events, ...decision.events],
        tasks: [...post.tasks, ...decision.tasks],
      };
    },
  };
}
