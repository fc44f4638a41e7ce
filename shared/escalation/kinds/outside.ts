import { postOnce, type TaskKind } from '../../tasks/index.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, EscalationEvent } from '../model.ts';
import { hasCard } from '../rules/call.ts';
import { callText } from '../text.ts';
import { localeFor, messageKey } from './post.ts';

/** Whoever asked is told that Toban cannot write where it was called. `dueAt`: epoch ms. */
export const outsideTask = (dueAt: number) => ({
  id: 'outside',
  kind: 'escalation.outside',
  lane: 'work' as const,
  dueAt,
  step: {},
});

type Kind = TaskKind<Escalation, EscalationEvent, unknown, unknown>;

/** A public channel can be joined; the mention's own retry then succeeds. A private one needs an invitation. */
export function joinKind(ctx: EscalationContext): Kind {
  return {
    persistent: false,
    guard: (state) => state.unreachable === 'not_in_channel',
    perform: async (state, _task, { signal }) => ctx.slack.join(state.channel, signal),
    // The mention of whoever is being called by now is tried again at once.
    done: (state, _task, _result, now) => {
      const call = state.called.length - 1;
      const mention = {
        id: `mention-${call}`,
        kind: 'escalation.mention',
        lane: 'calls' as const,
        dueAt: now,
      };
      return { events: [], tasks: [{ ...mention, step: { call, as: 'card' }, mode: 'arm' as const }] };
    },
    refused: (_state, _task, _error, now) => ({
      events: [],
      tasks: [{ ...outsideTask(now), mode: 'arm' as const }],
    }),
  };
}

/** Toban cannot post where it was called: the asker hears so by direct message, with what to do. */
export function outsideKind(ctx: EscalationContext): Kind {
  return {
    persistent: false,
    guard: (state) => state.asker !== null && !hasCard(state),
    async perform(state, task, attempt) {
      const asker = state.asker ?? '';
      const channel = await ctx.slack.openDm(asker, attempt.signal);
      const text = callText(await localeFor(ctx, asker, attempt.signal)).unreachable(`<#${state.channel}>`);
      const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }];
      const message = { channel, text, blocks, key: messageKey(state, task.id), causeTs: state.ts };
      return postOnce(ctx.slack, message, attempt);
    },
  };
}
