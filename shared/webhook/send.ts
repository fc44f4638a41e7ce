import {
  type Attempt,
  type Delivery,
  type DeliveryEvent,
  type Dropped,
  evolveDelivery,
  SEND,
  sendTask,
} from '../delivery/index.ts';
import { isTobanError } from '../platform/errors.ts';
import type { Decision, Noun, TaskKind } from '../tasks/index.ts';
import { apply } from './apply.ts';
import type { WebhookContext } from './context.ts';
import { type Outcome, PATIENCE_MS, type Webhook, webhookPath } from './model.ts';
import { messageOf } from './render.ts';
import { secretsOf } from './secret.ts';
import { waitAfter } from './waits.ts';

/** What came of one run of the task: a try, or the reason why there was none. */
type Sent =
  | { readonly dropped: Dropped }
  | {
      readonly attempt: Attempt;
      readonly body: string;
      readonly ok: boolean;
      /** The receiver's `Retry-After`, ms. */
      readonly retryAfterMs: number | null;
    };

type Kind = TaskKind<Delivery, DeliveryEvent, unknown, Sent>;

/** Hands each event to its webhook, again and again until it is taken or given up. */
export function deliveryNoun(ctx: WebhookContext): Noun<Delivery, DeliveryEvent> {
  const send: Kind = {
    persistent: false,
    guard: ({ status }) => status === 'pending',
    perform: (state, _task, { signal, now }) => perform(ctx, state, now, signal),
    done: (state, _task, sent, now) => settled(state, sent, now),
    refused: (_state, _task, _error, now) => dropped('failed', now),
  };
  return { name: 'delivery', evolve: evolveDelivery, kinds: { [SEND]: send } };
}

async function perform(
  ctx: WebhookContext,
  state: Delivery,
  now: number,
  signal: AbortSignal,
): Promise<Sent> {
  const webhook = (await ctx.store.get<Webhook>(webhookPath(state.webhook)))?.data;
  if (!webhook || webhook.deleted) return { dropped: 'deleted' };
  if (webhook.off && state.kind !== 'webhook.test') return { dropped: 'off' };
  const message = await messageOf(ctx, state, webhook, now);
  if (!message) return { dropped: 'not-to-be-told' };
  // The same bytes with each try, whatever the record has become since.
  const body = state.body ?? JSON.stringify(message);
  const { attempt, outcome, retryAfterMs } = await tryOnce(ctx, state, webhook, body, now, signal);
  const known =
    outcome === 'ok' ? webhook.failingSince === null : outcome === 'failed' && waits(webhook, now);
  if (!known) await apply(ctx, webhook, { type: 'note', outcome }, { owners: ctx.owners });
  return { attempt, body, ok: outcome === 'ok', retryAfterMs };
}

/** It is known to fail, and its patience is not over: nothing is written with each try. */
const waits = ({ failingSince }: Webhook, now: number): boolean =>
  failingSince !== null && now - failingSince < PATIENCE_MS;

async function tryOnce(
  ctx: WebhookContext,
  { event }: Delivery,
  webhook: Webhook,
  body: string,
  now: number,
  signal: AbortSignal,
): Promise<{ readonly attempt: Attempt; readonly outcome: Outcome; readonly retryAfterMs: number | null }> {
  const failed = (reason: string) =>
    ({
      attempt: { at: now, ms: 0, status: null, reason, excerpt: '' },
      outcome: 'failed',
      retryAfterMs: null,
    }) as const;
  try {
    const secrets = await secretsOf(ctx, webhook, now, signal);
    if (secrets.length === 0) return failed('no-secret');
    const { retryAfterMs, ...answer } = await ctx.webhooks.deliver(
      { url: webhook.url, secrets },
      { id: event, at: now, body },
      signal,
    );
    const { status } = answer;
    const outcome = status >= 200 && status < 300 ? 'ok' : status === 410 ? 'gone' : 'failed';
    return { attempt: { at: now, reason: null, ...answer }, outcome, retryAfterMs };
  } catch (error) {
    // Cut off by the end of our own request, it says nothing of the receiver: the task is run again, and no try is counted.
    if (!isTobanError(error) || error.code === 'bug' || signal.aborted) throw error;
    return failed(error.reason ?? error.code);
  }
}

const dropped = (why: Dropped, now: number): Decision<DeliveryEvent> => ({
  events: [{ type: 'dropped', at: now, why }],
  tasks: [],
});

/** What follows from a try. Pure. */
export function settled(state: Delivery, sent: Sent, now: number): Decision<DeliveryEvent> {
  if ('dropped' in sent) return dropped(sent.dropped, now);
  const { attempt, body, ok, retryAfterMs } = sent;
  const wait = waitAfter(state.id, state.tries, retryAfterMs);
  const over = ok || wait === null || attempt.status === 410;
  const nextAt = over ? null : now + wait;
  const written: DeliveryEvent[] = state.body === null ? [{ type: 'written', at: now, body }] : [];
  return {
    events: [...written, { type: 'attempted', at: now, attempt, ok, nextAt }],
    tasks: nextAt === null ? [] : [sendTask(nextAt)],
  };
}
