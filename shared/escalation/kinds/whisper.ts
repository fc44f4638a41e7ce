import { clockTime } from '../../language/index.ts';
import { escapeMrkdwn } from '../../slack/index.ts';
import { postOnce, type TaskKind } from '../../tasks/index.ts';
import type { Refusal } from '../commands.ts';
import type { EscalationContext } from '../context.ts';
import type { Escalation, EscalationEvent } from '../model.ts';
import { type CallText, callText } from '../text.ts';
import { becameText } from '../view-parts.ts';
import { localeFor, messageKey } from './post.ts';

interface WhisperStep {
  readonly user: string;
  /** Null where the gesture was made outside any channel: in the app's home, or in a modal. */
  readonly channel: string | null;
  readonly threadTs: string | null;
  readonly refusal: Refusal;
}

/** A sentence for one person: why their press or their words changed nothing. */
export function whisperKind(
  ctx: EscalationContext,
): TaskKind<Escalation, EscalationEvent, WhisperStep, unknown> {
  return {
    persistent: false,
    guard: () => true,
    async perform(state, task, attempt) {
      const { user, channel, threadTs, refusal } = task.step;
      const { signal } = attempt;
      const words = callText(await localeFor(ctx, user, signal));
      const text = refusalText(state, refusal, words, ctx.zone);
      if (channel !== null)
        return ctx.slack.whisper({ channel, user, text, ...(threadTs && { threadTs }) }, signal);
      const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }];
      const dm = await ctx.slack.openDm(user, signal);
      return postOnce(
        ctx.slack,
        { channel: dm, text, blocks, key: messageKey(state, task.id), causeTs: state.ts },
        attempt,
      );
    },
  };
}

function refusalText(state: Escalation, refusal: Refusal, words: CallText, zone: string): string {
  const text = words.refusals;
  switch (refusal.refused) {
    case 'not-called':
      return text.notCalled(escapeMrkdwn(state.called.at(-1)?.name ?? ''));
    case 'already-acknowledged':
      return text.alreadyAcknowledged(escapeMrkdwn(refusal.by));
    case 'already-done':
      return text.alreadyDone;
    case 'not-acknowledged':
      return text.notAcknowledged;
    case 'just-called':
      return text.justCalled(clockTime(refusal.at, zone, true));
    case 'became-incident':
      return becameText(refusal.incident, words);
    case 'nobody-called':
      return text.nobodyCalled;
    case 'hand-to-self':
      return text.handToSelf;
    case 'hand-to-nobody':
      return text.handToNobody;
  }
}
