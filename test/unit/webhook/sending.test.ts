import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { type Delivery, deliveryOf, deliveryPath } from '../../../shared/delivery/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { silentLog } from '../../../shared/platform/log.ts';
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
import { WAITS } from '../../../shared/webhook/send.ts';

const T0 = Date.parse('2026-11-24T03:00:00Z');
const HOUR = 3_600_000;
const signal = new AbortController().signal;
const by = { user: 'U0SRELEAD', name: '森' };

let store: Store;
let now: number;
let answer: () => Promise<{ status: number; ms: number; excerpt: string }>;
let secrets: readonly string[];
let posts: string[];
let ctx: WebhookContext;
let id: string;

beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:' });
  now = T0;
  posts = [];
  answer = async () => ({ status: 500, ms: 1, excerpt: '' });
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
    expect(await read(path)).toMatchObject({ status: 'pending', tries: i + 1, nextAt: now + wait });
    now += wait - 1;
    await run();
    expect((await read(path))?.tries).toBe(i + 1);
    now += 1;
    await run();
  }
  expect(WAITS.map((wait) => wait / 1_000)).toEqual([5, 300, 1_800, 7_200, 18_000, 36_000, 50_400]);
  expect(await read(path)).toMatchObject({ status: 'undelivered', tries: 8, nextAt: null });
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
  answer = async () => ({ status: 200, ms: 1, excerpt: '' });
  now += 1_000;
  await run();
  expect(await read(path)).toMatchObject({ status: 'delivered', tries: 1 });
});

test('the secret of before signs for 24 hours after a change, and is then forgotten', async () => {
  answer = async () => ({ status: 204, ms: 1, excerpt: '' });
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
    answer = async () => ({ status: 200, ms: 1, excerpt: '' });
    now = T0 + 5_000;
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
