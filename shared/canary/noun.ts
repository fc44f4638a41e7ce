import type { OutgoingMessage } from '../ports/slack.ts';
import { canaryWord } from '../slack/index.ts';
import { type Attempt, type Noun, postOnce, type Task, type TaskKind } from '../tasks/index.ts';
import type { CanaryContext } from './context.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import type { Canary, CanaryEvent, Outage } from './model.ts';
import { canaryText } from './text.ts';

interface Step {
  readonly nonce: string;
}
type Kind<S, R = unknown> = TaskKind<Canary, CanaryEvent, S, R>;

const isOf = ({ run }: Canary, { step }: Task<Step>): boolean =>
  run?.nonce === step.nonce && run.answeredAt === null;

/** What the canary does, by the names its tasks carry. */
export function canaryNoun(ctx: CanaryContext): Noun<Canary, CanaryEvent> {
  const words = canaryText(ctx.locale, ctx.zone);

  async function say(
    to: Pick<OutgoingMessage, 'channel' | 'threadTs' | 'key'>,
    text: string,
    attempt: Attempt,
  ) {
    const blocks = [{ type: 'section' as const, text: { type: 'mrkdwn' as const, text } }];
    return postOnce(ctx.slack, { ...to, text, blocks }, attempt);
  }

  const post: Kind<Step, { ts: string }> = {
    persistent: false,
    guard: (state, task) => ctx.config !== null && isOf(state, task) && state.run?.ts === null,
    async perform({ run }, { step }, attempt) {
      const text = `${words.canary(run?.startedAt ?? attempt.now)}\n${canaryWord(step.nonce)}`;
      return say({ channel: ctx.config?.channel ?? '', key: `canary-${step.nonce}` }, text, attempt);
    },
    done: (state, { step }, { ts }, now) => decide({ type: 'sent', nonce: step.nonce, ts }, state, now),
    refused: (state, { step }, error, now) =>
      decide(
        { type: 'fail', nonce: step.nonce, trouble: 'not-sent', reason: error.reason ?? error.code },
        state,
        now,
      ),
  };

  const answer: Kind<Step & { ts: string }> = {
    persistent: false,
    guard: (state, task) => ctx.config !== null && isOf(state, task),
    async perform({ run }, { step }, attempt) {
      const ms = attempt.now - (run?.startedAt ?? attempt.now);
      const to = { channel: ctx.config?.channel ?? '', key: `canary-answer-${step.nonce}` };
      await say({ ...to, threadTs: step.ts }, words.answer(ms), attempt);
      ctx.log.info('canary-answered', { ms });
    },
    done: (state, { step }, _result, now) => decide({ type: 'answered', nonce: step.nonce }, state, now),
    refused: (state, { step }, error, now) =>
      decide(
        { type: 'fail', nonce: step.nonce, trouble: 'not-answered', reason: error.reason ?? error.code },
        state,
        now,
      ),
  };

  const check: Kind<Step> = {
    persistent: false,
    guard: isOf,
    perform: async () => null,
    done: (state, { step }, _result, now) =>
      decide({ type: 'fail', nonce: step.nonce, trouble: null, reason: null }, state, now),
  };

  const failed: Kind<{ since: number }> = {
    persistent: true,
    // Once it is over, the message of the recovery says the whole.
    guard: ({ outage }, { step }) => ctx.config !== null && outage?.since === step.since,
    async perform({ outage }, { step }, attempt) {
      if (!outage) return;
      // Where Slack itself is the trouble, this line is what the alert policy hears.
      ctx.log.error('canary-failed', { trouble: outage.trouble, reason: outage.reason });
      const to = { channel: ctx.config?.owners ?? '', key: `canary-failed-${step.since}` };
      await say(to, words.failed(outage, ctx.config?.channel ?? ''), attempt);
    },
  };

  const recovered: Kind<Outage & { until: number }> = {
    persistent: true,
    guard: () => ctx.config !== null,
    async perform(_state, { step }, attempt) {
      ctx.log.info('canary-recovered', { since: step.since });
      const to = { channel: ctx.config?.owners ?? '', key: `canary-recovered-${step.since}` };
      await say(to, words.recovered(step, step.until), attempt);
    },
  };

  const kinds = { post, check, answer, 'tell-failed': failed, 'tell-recovered': recovered };
  return { name: 'canary', evolve, kinds };
}
