import { TobanError } from '../../platform/errors.ts';
import { clip, plainText } from '../../slack/index.ts';
import type { TaskKind } from '../../tasks/index.ts';
import type { EscalationDecision } from '../commands.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, EscalationEvent } from '../model.ts';
import { refresh } from '../plan.ts';
import { messageKey, recordOf } from './post.ts';

interface SignalStep {
  readonly call: number;
  /** Name of the webhook in toban.yaml. */
  readonly via: string;
}

/** Another service is told to reach the person, such as by phone. A failure is said on the card; Slack calls anyhow. */
export function signalKind(
  ctx: EscalationContext,
): TaskKind<Escalation, EscalationEvent, SignalStep, unknown> {
  return {
    persistent: false,
    guard: (state, task) => state.status === 'open' && state.called.length - 1 === task.step.call,
    async perform(state, task, { signal, now }) {
      const webhook = ctx.webhookConfigs[task.step.via];
      if (!webhook)
        throw new TobanError('misconfigured', `toban.yaml has no webhook "${task.step.via}"`, {
          reason: 'no-webhook',
        });
      const body = bodyOf(state, task.step.call);
      await ctx.webhooks.send(webhook, { id: messageKey(state, task.id), at: now, body }, signal);
    },
    done: (state, task, _result, now) => signalled(state, task.step.call, true, now),
    refused: (state, task, _error, now) => signalled(state, task.step.call, false, now),
  };
}

/** What the service is told: whom to reach, and enough to say why. */
function bodyOf(state: Escalation, call: number): object {
  const called = state.called[call];
  return {
    type: 'toban.call',
    call: recordOf(state),
    step: call + 1,
    person: { slack: called?.user, name: called?.name },
    rota: state.rota,
    calledAt: new Date(called?.at ?? state.receivedAt).toISOString(),
    words: clip(plainText(state.words), 300).text,
  };
}

function signalled(state: Escalation, call: number, ok: boolean, now: number): EscalationDecision {
  return { events: [{ type: 'signalled', at: now, call, ok }], tasks: ok ? [] : refresh(state, now) };
}
