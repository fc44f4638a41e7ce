import type { Delivery } from '../delivery/index.ts';
import { localeOf } from '../language/index.ts';
import { section } from '../slack/index.ts';
import { every } from '../store/every.ts';
import { webhooks } from '../store/webhook-shapes.ts';
import { type Noun, postOnce, type TaskKind } from '../tasks/index.ts';
import type { WebhookContext } from './context.ts';
import { evolve } from './evolve.ts';
import { replayOne } from './log.ts';
import {
  type KeptSecret,
  type OffWhy,
  type Person,
  secretPath,
  type Webhook,
  type WebhookEvent,
} from './model.ts';
import { webhookText } from './text.ts';

type Kind<Step> = TaskKind<Webhook, WebhookEvent, Step>;

/** What a webhook does besides sending: a word to the admins, an old secret forgotten, a period sent again. */
export function webhookNoun(ctx: WebhookContext): Noun<Webhook, WebhookEvent> {
  return { name: 'webhook', evolve, kinds: { say: say(ctx), forget: forget(ctx), replay: replay(ctx) } };
}

const say = (ctx: WebhookContext): Kind<{ to: string; why: OffWhy; at: number }> => ({
  persistent: true,
  guard: ({ off, deleted }, { step }) => !deleted && off?.at === step.at,
  async perform(state, { id, step: { to, why } }, attempt) {
    const { signal } = attempt;
    const person = /^[UW]/.test(to);
    const locale = person ? localeOf((await ctx.slack.user(to, signal))?.locale, ctx.locale) : ctx.locale;
    const address = `${ctx.place.baseUrl}/settings/webhooks/${state.id}`;
    const text = webhookText(locale).switchedOff(state, why, address);
    const channel = person ? await ctx.slack.openDm(to, signal) : to;
    const key = `webhook/${state.id}/${id}`;
    return postOnce(ctx.slack, { channel, text, blocks: [section(text)], key }, attempt);
  },
});

const forget = ({ store }: WebhookContext): Kind<unknown> => ({
  persistent: false,
  guard: () => true,
  perform: ({ id }, _task, { now }) =>
    store.transaction(async (tx) => {
      const kept = (await tx.get<KeptSecret>(secretPath(id)))?.data;
      // Changed once more meanwhile, the next task sees to it.
      if (kept?.oldUntil != null && kept.oldUntil <= now)
        tx.put(secretPath(id), { ...kept, old: null, oldUntil: null });
    }),
});

/** Each of the period is made due anew, oldest first; their own tasks send them. */
const replay = (ctx: WebhookContext): Kind<{ from: number; to: number; by: Person }> => ({
  persistent: false,
  guard: ({ deleted }) => !deleted,
  async perform({ id }, { step: { from, to, by } }, { signal }) {
    let count = 0;
    const values = { webhook: id, status: 'undelivered', at: from };
    for await (const { data } of every<Delivery>(ctx.store, { shape: webhooks.deliveriesSince, values })) {
      if (data.at > to || signal.aborted) break;
      if (await replayOne(ctx, id, data.id, by)) count += 1;
    }
    return { count };
  },
});
