import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { type Delivery, deliveryOf, deliveryPath } from '../../../shared/delivery/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import type { WebhookAnswer } from '../../../shared/ports/webhooks.ts';
import type { Store } from '../../../shared/store/port.ts';
import { createRunner } from '../../../shared/tasks/index.ts';
import {
  deliveryNoun,
  makeWebhook,
  readWebhook,
  rotateSecret,
  type WebhookContext,
  webhookNoun,
} from '../../../shared/webhook/index.ts';
import { forgetBefore } from '../../../shared/webhook/job.ts';
import { PATIENCE_MS } from '../../../shared/webhook/model.ts';
import { secretsOf } from '../../../shared/webhook/secret.ts';
import { LONGEST_WAIT, SPREAD, WAITS, waitAfter } from '../../../shared/webhook/waits.ts';

const T0 = Date.parse('2026-11-24T03:00:00Z');
const HOUR = 3_600_000;
const signal = new AbortController().signal;
const by = { user: 'U0SRELEAD', name: '森' };

let store: Store;
let now: number;
let answer: () => Promise<WebhookAnswer>;
let secrets: readonly string[];
let posts: string[];
let ctx: WebhookContext;
let id: string;

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:' });
  now = T0;
  posts = [];
  answer = async () => ({ status: 500, ms: 1, excerpt: '', retryAfterMs: null });
  ctx = {
    store,
    clock: { now: () => now },
    log: silentLog,
    locale: 'ja',
    owners: ['C0OPS'],
    place: { baseUrl: 'https://toban.example', zone: 'Asia/Tokyo', threadUrl: () => '' },
    cipher: {
      encrypt: async (text) => `sealed ${text}`,
      decrypt: async (text) => text.replace('sealed ', ''),
    },
    webhooks: {
      send: async () => undefined,
      deliver: async (to) => {
        secrets = to.secrets;
        return answer();
      },
    },
    slack: {
      post: async ({ text }: { text: string }) => {
        posts.push(text);
        return { channel: 'C0OPS', ts: '1' };
      },
    } as unknown as WebhookContext['slack'],
  };
  const settings = {
    url: 'https://hooks.example.com/',
    description: '連携',
    kinds: ['call.done' as const],
    private: false,
  };
  id = (await makeWebhook(ctx, 'T1', settings, by, signal))?.id ?? '';
});
afterEach(() => store.close());

/** Plans a test event and returns its path. */
async function plan(event: string): Promise<string> {
  const of = { team: 'T1', webhook: id, event, kind: 'webhook.test', subject: `webhooks/${id}` } as const;
  const documents = deliveryOf(of, now);
  await store.transaction(async (tx) => {
    for (const { path, data } of documents) tx.create(path, data);
  });
  return documents[0]?.path ?? '';
}
const run = (until = signal) =>
  createRunner({
    ...ctx,
    nouns: [deliveryNoun(ctx), webhookNoun(ctx)] as never,
    sleep: async () => undefined,
  }).runDue('work', until);
const read = async (path: string) => (await store.get<Delivery>(path))?.data;
const webhook = () => readWebhook(ctx, 'T1', id);

test('eight tries in a day and a half, at the times of Standard Webhooks, and then no more', async () => {
  const path = await plan('evt_1');
  await run();
  for (const [i, wait] of WAITS.entries()) {
    const state = await read(path);
    expect(state).toMatchObject({ status: 'pending', tries: i + 1 });
    const nextAt = state?.nextAt ?? 0;
    expect(nextAt - now).toBeGreaterThanOrEqual(wait);
    expect(nextAt - now).toBeLessThanOrEqual(wait * (1 + SPREAD));
    now = nextAt - 1;
    await run();
    expect((await read(path))?.tries).toBe(i + 1);
    now = nextAt;
    await run();
  }
  expect(WAITS.map((wait) => wait / 1_000)).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400]);
  expect(await read(path)).toMatchObject({ status: 'undelivered', tries: 8, nextAt: null });
});

test('what failed together does not come back together', () => {
  const waits = Array.from({ length: 200 }, (_, i) => waitAfter(`whd_${i}`, 1, null) ?? 0);
  expect(new Set(waits).size).toBeGreaterThan(190);
  const [first, last] = [Math.min(...waits), Math.max(...waits)];
  expect(first).toBeGreaterThanOrEqual(WAITS[1]);
  expect(last).toBeLessThanOrEqual(WAITS[1] * (1 + SPREAD));
  // Over all of the spread, not at one end of it.
  expect(last - first).toBeGreaterThan(WAITS[1] * SPREAD * 0.8);
  expect(waitAfter('whd_1', 1, null)).toBe(waitAfter('whd_1', 1, null));
});

test.each([
  ['longer than our own wait', 3_600_000, 3_600_000],
  ['longer than anybody waits', 365 * 86_400_000, LONGEST_WAIT],
  ['shorter: our own wait counts', 1_000, waitAfter('x', 0, null)],
])('a receiver may ask for a pause: %s', (_what, asked, wait) => {
  expect(waitAfter('x', 0, asked)).toBe(wait);
});

test('its Retry-After moves the next try, and is no try more', async () => {
  answer = async () => ({ status: 429, ms: 1, excerpt: '', retryAfterMs: 900_000 });
  const path = await plan('evt_1');
  await run();
  expect(await read(path)).toMatchObject({ status: 'pending', tries: 1, nextAt: T0 + 900_000 });
  // After the last try there is nothing to put off.
  expect(waitAfter('x', WAITS.length, 900_000)).toBeNull();
});

test.each([
  [new TobanError('unavailable', 'x', { reason: 'TimeoutError' }), 'TimeoutError'],
  [new TobanError('refused', 'x', { reason: 'not-public' }), 'not-public'],
])('no answer is a try like any other, with its reason', async (error, reason) => {
  answer = () => Promise.reject(error);
  const path = await plan('evt_1');
  await run();
  expect(await read(path)).toMatchObject({ status: 'pending', attempts: [{ status: null, reason }] });
});

test('a try that our own request cut off is made again, and counts for nothing', async () => {
  const path = await plan('evt_1');
  const ours = new AbortController();
  answer = async () => {
    ours.abort();
    throw new TobanError('unavailable', 'x', { reason: 'AbortError' });
  };
  await run(ours.signal);
  expect(await read(path)).toMatchObject({ status: 'pending', attempts: [], tries: 0 });
  expect((await webhook())?.failingSince).toBeNull();
  answer = async () => ({ status: 200, ms: 1, excerpt: '', retryAfterMs: null });
  now += 1_000;
  await run();
  expect(await read(path)).toMatchObject({ status: 'delivered', tries: 1 });
});

test('the secret of before signs for 24 hours after a change, and is then forgotten', async () => {
  answer = async () => ({ status: 204, ms: 1, excerpt: '', retryAfterMs: null });
  const next = await rotateSecret(ctx, 'T1', id, by, signal);
  await plan('evt_1');
  await run();
  expect(secrets).toHaveLength(2);
  expect(secrets[0]).toBe(next);
  for (const [at, count] of [
    [T0 + 24 * HOUR - 1, 2],
    [T0 + 24 * HOUR, 1],
  ] as const)
    expect(await secretsOf(ctx, { id, team: 'T1' }, at, signal)).toHaveLength(count);
  now += 24 * HOUR;
  await plan('evt_2');
  await run();
  expect(secrets).toEqual([next]);
  expect((await store.get(`webhook-secrets/${id}`))?.data).toMatchObject({ old: null });
});

describe('a webhook that nothing gets through to', () => {
  test('is switched off after five days, and the admins hear of it once', async () => {
    await plan('evt_1');
    await run();
    expect((await webhook())?.failingSince).toBe(T0);
    now = T0 + PATIENCE_MS - 1;
    await plan('evt_2');
    await run();
    expect((await webhook())?.off).toBeNull();
    now = T0 + PATIENCE_MS;
    await plan('evt_3');
    await plan('evt_4');
    await run();
    expect((await webhook())?.off).toMatchObject({ why: 'failing', by: null });
    expect(posts).toEqual([expect.stringContaining('5日間一度も届かなかった')]);
    expect((await store.get('webhook-listeners/T1'))?.data).toEqual({ listeners: [] });
  });

  test('has all its time again after one success', async () => {
    await plan('evt_1');
    await run();
    answer = async () => ({ status: 200, ms: 1, excerpt: '', retryAfterMs: null });
    now = T0 + 6_000;
    await run();
    expect((await webhook())?.failingSince).toBeNull();
  });
});

test('what is older than 30 days goes, with its history and its task; what is younger stays', async () => {
  const old = await plan('evt_1');
  await run();
  now += HOUR;
  const young = await plan('evt_2');
  await forgetBefore(store, T0 + 1, signal);
  for (const path of [old, `${old}/events/000001`, `${old}/events/000003`, `${old}/tasks/send`])
    expect(await store.get(path), path).toBeNull();
  expect(await read(young)).toMatchObject({ status: 'pending' });
  expect(deliveryPath('x')).toBe('webhook-deliveries/x');
});
