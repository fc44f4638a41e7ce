import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { EVENT_KINDS } from '../../shared/delivery/index.ts';
import { Client } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf } from './incident-desk.ts';
import { likeItsDescription, openReceiver, type Receiver, verified } from './receiver.ts';

let desk: Desk;
let receiver: Receiver;
let admin: Browser;
let csrf: string;
beforeAll(async () => {
  receiver = await openReceiver();
  desk = await openDesk({
    wrap: <T extends object>(name: string, part: T) =>
      name === 'webhooks' ? (receiver.sender as unknown as T) : part,
  });
  admin = new Browser(desk.system.url);
  await admin.signIn('U0SRELEAD');
  csrf = await admin.csrf('/');
});
afterAll(async () => {
  await desk.close();
  await receiver.close();
});
beforeEach(() => {
  receiver.received.length = 0;
  receiver.answers = [];
  receiver.headers = {};
  receiver.text = 'ok';
});

const PAGE = '/settings/webhooks';

/** Adds one on the page, as an admin does, and takes its secret off the answer. */
async function add(fields: Record<string, string | readonly string[]>) {
  const form = { csrf, url: 'https://hooks.example.com/toban', description: '', ...fields };
  const answer = await admin.post(PAGE, form);
  const html = await answer.text();
  expect(answer.status, mainOf(html)).toBe(200);
  expect(answer.headers.get('cache-control')).toBe('no-store');
  const secret = secretIn(html);
  const id = /\/settings\/webhooks\/(wh_[0-9a-f]{32})/.exec(html)?.[1] ?? '';
  made.push(`${PAGE}/${id}`);
  return { id, secret, path: `${PAGE}/${id}` };
}
const secretIn = (html: string): string =>
  /<textarea[^>]*>(whsec_[\w+/=]{44})<\/textarea>/.exec(html)?.[1] ?? '';
const press = async (path: string, fields: Record<string, string> = {}) => {
  const answer = await admin.post(path, { csrf, ...fields });
  await desk.system.settle();
  return answer;
};
const kindsReceived = () => receiver.received.map(({ json }) => json.type);
const made: string[] = [];
afterEach(async () => {
  for (const path of made.splice(0)) await press(`${path}/delete`);
});

describe('what happens is told', () => {
  test('a call, from the request to its end: signed, in the shape of the API, once each', async () => {
    const kinds = ['call.created', 'call.acknowledged', 'call.done'];
    const hook = await add({ kinds, description: '問い合わせ管理' });
    await desk.say('cs', '@Toban 返却できません <!channel>');
    const [created] = receiver.received;
    expect(kindsReceived()).toEqual(['call.created']);
    expect(created && verified(created, hook.secret)).toBe(true);
    expect(created && verified(created, `whsec_${Buffer.alloc(32).toString('base64')}`)).toBe(false);
    expect(created?.json).toMatchObject({
      timestamp: expect.stringMatching(/^2026-11-24T03:00:0\d\.\d{3}Z$/),
      version: 'v1',
      data: { status: 'open', rota: 'mobility', text: expect.stringContaining('返却できません') },
    });
    const id = String(created?.json.data.id);
    if (created) await likeItsDescription(created, new Client(desk, null));
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.press('arai', desk.dms('arai')[0], '完了にする');
    expect(kindsReceived()).toEqual(['call.created', 'call.acknowledged', 'call.done']);
    expect(receiver.received.at(-1)?.json.data).toMatchObject({
      id,
      status: 'done',
      holder: { id: 'U0ARAI' },
    });
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(3);
    expect(mainOf(await admin.page(hook.path))).toContain('200');
  });

  test('an incident is told, a private one only where an admin allowed it, a drill never', async () => {
    const kinds = ['incident.declared', 'incident.status_changed'];
    await add({ kinds });
    await add({ kinds, private: 'yes', url: 'https://trusted.example.com/' });
    await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
    expect(kindsReceived()).toEqual(['incident.declared', 'incident.declared']);
    expect(receiver.received[0]?.json.data).toMatchObject({
      label: 'INC-1',
      status: 'detected',
      private: false,
    });
    expect(receiver.received[0]?.headers['webhook-id']).toBe(receiver.received[1]?.headers['webhook-id']);
    receiver.received.length = 0;
    await declareInSlack(desk, 'U0SRELEAD', { title: '秘密の件', kind: ['private'] });
    await declareInSlack(desk, 'U0SRELEAD', { title: '訓練', kind: ['drill'] });
    expect(
      receiver.received.map(({ json, headers }) => [json.data.title, headers.host?.replace(/:80$/, '')]),
    ).toEqual([['秘密の件', 'trusted.example.com']]);
  });

  test('what nobody asked for is neither sent nor kept', async () => {
    const hook = await add({ kinds: ['postmortem.created'] });
    await press(`${hook.path}/switch`);
    await desk.say('cs', '@Toban 止まりません');
    await declareInSlack(desk, 'U0SRELEAD', { title: '止まらない' });
    expect(receiver.received).toEqual([]);
    expect(mainOf(await admin.page(hook.path))).toContain('まだ何も送っていません');
  });
});

describe('a receiver in trouble', () => {
  test('is tried again under the same id with the same bytes, later and later, until it takes it', async () => {
    const hook = await add({ kinds: ['call.created'] });
    receiver.answers = [500, 302];
    receiver.text = 'x'.repeat(5_000);
    await desk.say('cs', '@Toban 鍵が開きません');
    expect(receiver.received).toHaveLength(1);
    // By itself it would try again after six minutes at the latest.
    receiver.headers = { 'retry-after': '600', location: 'https://127.0.0.1/' };
    for (const [wait, times] of [
      ['PT6S', 2],
      ['PT9M', 2],
      ['PT2M', 3],
    ] as const) {
      await desk.advance(wait);
      expect(receiver.received, wait).toHaveLength(times);
    }
    expect(
      new Set(receiver.received.map(({ headers, body }) => `${headers['webhook-id']} ${body}`)).size,
    ).toBe(1);
    expect(receiver.received.every((one) => verified(one, hook.secret))).toBe(true);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-timestamp'])).size).toBe(3);
    const page = await admin.page(hook.path);
    expect(mainOf(page)).toContain('3回目まで送信');
    expect(page).toContain(`<code>${'x'.repeat(500)}</code>`);
    expect(page).not.toContain('x'.repeat(501));
  });

  test('what did not arrive is sent again by hand: one, or all of a period', async () => {
    const hook = await add({ kinds: ['call.created'] });
    receiver.answers = [500, 500];
    await desk.say('cs', '@Toban ライトが消えません');
    await desk.say('cs', '@Toban ブレーキが効きません');
    await press(`${hook.path}/switch`);
    await desk.advance('PT10S');
    const failed = await admin.page(`${hook.path}?status=undelivered`);
    expect(mainOf(failed)).toContain('停止中のため送っていません');
    const ids = [...failed.matchAll(/name="delivery" value="(whd_[0-9a-f]{32})"/g)].map(([, id]) =>
      String(id),
    );
    expect(ids).toHaveLength(2);
    await press(`${hook.path}/switch`, { on: 'yes' });
    await press(`${hook.path}/replay`, { delivery: ids[0] ?? '' });
    expect(receiver.received).toHaveLength(3);
    const period = { from: '2026-11-23T00:00', to: '2026-12-31T00:00' };
    expect((await press(`${hook.path}/replay-period`, { ...period, to: '2026-11-01T00:00' })).status).toBe(
      422,
    );
    await press(`${hook.path}/replay-period`, period);
    // Only the other one: what has arrived is not sent twice.
    expect(receiver.received).toHaveLength(4);
    expect(new Set(receiver.received.map(({ headers }) => headers['webhook-id'])).size).toBe(2);
    expect((await admin.page(`${hook.path}?status=delivered`)).match(/name="delivery"/g)).toHaveLength(2);
  });

  test('one that says it is gone is switched off at once, and the admins hear of it', async () => {
    const hook = await add({ kinds: ['call.created'], description: '古い連携 <!channel>' });
    receiver.answers = [410];
    await desk.say('cs', '@Toban 充電できません');
    await desk.advance('PT1M');
    expect(mainOf(await admin.page(hook.path))).toContain('もうない');
    expect(JSON.stringify(desk.slack.workspace.state.messages)).toContain('古い連携 &lt;!channel&gt;');
    await desk.say('cs', '@Toban 施錠できません');
    expect(receiver.received).toHaveLength(1);
    await press(`${hook.path}/switch`, { on: 'yes' });
    await desk.say('cs', '@Toban 開錠できません');
    expect(receiver.received).toHaveLength(2);
  });
});

describe('what an admin does', () => {
  test('a test is sent, also by one that is off; a changed secret signs beside the old one for a day', async () => {
    const hook = await add({ kinds: [...EVENT_KINDS] });
    await press(`${hook.path}/switch`);
    await press(`${hook.path}/test`);
    expect(receiver.received[0]?.json).toMatchObject({
      type: 'webhook.test',
      data: { webhook: { id: hook.id } },
    });
    const rotated = await admin.post(`${hook.path}/rotate`, { csrf });
    const next = secretIn(await rotated.text());
    expect(next).not.toBe(hook.secret);
    await press(`${hook.path}/test`);
    const both = receiver.received[1];
    expect(both && [verified(both, hook.secret), verified(both, next)]).toEqual([true, true]);
    await press(`${hook.path}/delete`);
    expect((await admin.get(hook.path)).status).toBe(404);
  });

  test('no secret is kept in the clear, on a page or in the store', async () => {
    const hook = await add({ kinds: ['call.created'] });
    const secret = hook.secret.slice('whsec_'.length);
    expect(await admin.page(hook.path)).not.toContain(secret);
    const kept = await desk.system.store.get<{ ciphertext: string }>(`webhook-secrets/${hook.id}`);
    expect(kept?.data.ciphertext.length).toBeGreaterThan(40);
    expect(JSON.stringify(kept)).not.toContain(secret);
    await press(`${hook.path}/delete`);
    expect((await desk.system.store.get(`webhook-secrets/${hook.id}`))?.data).toMatchObject({
      ciphertext: null,
    });
  });

  test.each([
    [{ url: 'http://hooks.example.com/' }, 'https://'],
    [{ url: 'https://169.254.169.254/computeMetadata/v1/' }, 'https://'],
    [{ url: 'https://localhost:8080/' }, 'https://'],
    [{ kinds: [] }, '知らせることを 1 つ以上'],
    [{ description: 'x'.repeat(201) }, '200 文字まで'],
  ])('%o is refused with a sentence, and nothing typed is lost', async (wrong, sentence) => {
    const form = {
      csrf,
      url: 'https://hooks.example.com/x',
      description: 'メモ',
      kinds: ['call.done'],
      ...wrong,
    };
    const answer = await admin.post(PAGE, form);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(mainOf(html)).toContain(sentence);
    expect(html).toContain(`value="${form.url}"`);
    expect(html).toContain(`value="${form.description}"`);
  });

  test('only admins come here, and one is not found by another id', async () => {
    const support = new Browser(desk.system.url);
    await support.signIn('U0CS');
    expect((await support.get(PAGE)).status).toBe(403);
    for (const id of ['wh_0', `wh_${'0'.repeat(32)}`, '..%2fwebhooks'])
      expect((await admin.get(`${PAGE}/${id}`)).status).toBe(404);
  });
});
