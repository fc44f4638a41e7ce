import { localeOf } from '../language/index.ts';
import { recordId } from '../platform/ids.ts';
import type { InboundMessage, Touched } from '../slack/index.ts';
import {
  commit,
  type EventBase,
  type NewTask,
  type Noun,
  postOnce,
  type RecordState,
} from '../tasks/index.ts';
import type { EscalationContext } from './context.ts';
import { callText } from './text.ts';

/** Words to the app that call nobody are never met with silence: one sentence says what to do. */
interface Hint extends RecordState {
  readonly about: 'no-route' | 'direct' | 'thread';
  readonly channel: string;
  readonly user: string;
  readonly threadTs: string | null;
}
type HintEvent = EventBase & { readonly type: 'asked' } & Omit<Hint, 'version'>;

const evolve = (_state: Hint | null, { about, channel, user, threadTs }: HintEvent): Hint => ({
  version: 1,
  about,
  channel,
  user,
  threadTs,
});

/** Answers a mention where no route listens, or a message to the app itself. The twin event finds the record and adds nothing. */
export async function hint(
  ctx: EscalationContext,
  message: InboundMessage,
  about: Hint['about'],
): Promise<Touched> {
  const { team, channel, user, ts, threadTs } = message;
  if (user === null) return null;
  const path = `hints/${recordId('hint', team, channel, ts)}`;
  const now = ctx.clock.now();
  const task: NewTask = { id: 'say', kind: 'hint.say', lane: 'work', dueAt: now, step: {} };
  return ctx.store.transaction(async (tx) => {
    if (await tx.get(path)) return path;
    const asked: HintEvent = { type: 'asked', at: now, about, channel, user, threadTs };
    await commit(tx, path, null, { events: [asked], tasks: [task] }, evolve, now);
    return path;
  });
}

export function hintNoun(ctx: EscalationContext): Noun<Hint, HintEvent> {
  return {
    name: 'hint',
    evolve,
    kinds: {
      say: {
        persistent: false,
        guard: () => true,
        async perform({ about, channel, user, threadTs }: Hint, task, attempt) {
          const person = await ctx.people.find(user, attempt.signal);
          const words = callText(localeOf(person?.locale, ctx.locale)).refusals;
          const thread = threadTs ? { threadTs } : {};
          if (about === 'no-route')
            return ctx.slack.whisper({ channel, user, text: words.noRoute, ...thread }, attempt.signal);
          const blocks = [
            { type: 'section' as const, text: { type: 'mrkdwn' as const, text: words[about] } },
          ];
          return postOnce(
            ctx.slack,
            { channel, ...thread, text: words[about], blocks, key: task.record },
            attempt,
          );
        },
      },
    },
  };
}
