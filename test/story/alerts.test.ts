import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

const TOKEN = 'alerts-on-this-laptop';
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const state = () => desk.slack.workspace.state;
const cards = () =>
  state().messages.filter(
    ({ channel, metadata }) => channel === 'C0INCIDENTS' && JSON.stringify(metadata ?? '').includes('alt_'),
  );
const shown = (index = 0) => JSON.stringify(cards()[index]?.blocks ?? '');
const rooms = () => state().channels.filter(({ name }) => name.startsWith('inc-'));
const seen = (index = 0) => {
  const message = cards()[index];
  if (!message) throw new Error('no card');
  return { user: 'toban', text: shown(index), buttons: [], message: structuredClone(message) };
};

async function send(body: unknown, token = TOKEN, source = 'grafana'): Promise<Response> {
  const answer = await fetch(`${desk.system.url}/alerts/${source}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await desk.system.settle();
  return answer;
}

const alert = (more: object = {}) => ({ key: 'return-api', title: '返却 API のエラー <!channel>', ...more });
const minute = () => desk.advance('PT1M');

describe('an alert', () => {
  test('is a card with the service that a rule names, and ends on the same card', async () => {
    expect((await send(alert({ burnRate: 14.44, url: 'https://grafana.example/d/1' }))).status).toBe(200);
    expect(cards()).toHaveLength(1);
    expect(shown()).toContain('アラート発生中（1件）');
    expect(shown()).toContain('貸出・返却');
    expect(shown()).toContain('バーンレート 14.4倍');
    expect(shown()).toContain('&lt;!channel&gt;');
    expect(shown()).not.toContain('<!channel>');
    await send(alert({ state: 'closed' }));
    await minute();
    expect(cards()).toHaveLength(1);
    expect(shown()).toContain('アラート解消');
    expect(shown()).not.toContain('alert_declare');
  });

  test('said again, or by another key of its kind, stays one card; anew after its end it is a new one', async () => {
    await send(alert({ key: 'a', group: 'api' }));
    await send(alert({ key: 'a', group: 'api' }));
    await send(alert({ key: 'b', group: 'api' }));
    await minute();
    expect(cards()).toHaveLength(1);
    expect(shown()).toContain('2件');
    await send(alert({ key: 'a', group: 'api', state: 'closed' }));
    await minute();
    expect(shown()).toContain('1件');
    await send(alert({ key: 'b', group: 'api', state: 'closed' }));
    await minute();
    expect(shown()).toContain('アラート解消');
    await send(alert({ key: 'a', group: 'api', at: '2026-11-24T03:30:00Z' }));
    await minute();
    expect(cards()).toHaveLength(2);
    expect(shown(1)).toContain('発生中（1件）');
  });

  test('becomes an incident by one press, whoever else presses, and feeds its severity until it ends', async () => {
    await send(alert({ burnRate: 20 }));
    const card = seen();
    await desk.slack.people.press('U0ARAI', card.message, 'alert_declare', buttonValue());
    await desk.slack.people.press('U0KATO', card.message, 'alert_declare', buttonValue());
    await desk.advance('PT10S');
    await minute();
    expect(rooms()).toHaveLength(1);
    expect(shown()).toContain('INC-1');
    // Of two who press in the same second either may have been first.
    expect(shown()).toMatch(/新井|加藤/);
    expect(rooms()[0]?.topic).toContain('SEV2');
    await send(alert({ burnRate: 20, state: 'closed' }));
    await minute();
    await minute();
    expect(rooms()[0]?.topic).toContain('SEV4');
  });

  test('is attached to an incident under way', async () => {
    await send(alert({ group: 'first' }));
    await desk.slack.people.press('U0ARAI', seen().message, 'alert_declare', buttonValue());
    await minute();
    await send(alert({ key: 'db', group: 'second', title: 'DB の遅延' }));
    await minute();
    await desk.slack.people.press('U0ARAI', seen(1).message, 'alert_attach', buttonValue(1));
    await desk.system.settle();
    const view = state().views.at(-1);
    if (!view) throw new Error('no modal');
    expect(JSON.stringify(view)).toContain('INC-1');
    const incident = /inc_[0-9a-f]{32}/.exec(JSON.stringify(view))?.[0] ?? '';
    await desk.slack.people.submit('U0ARAI', view, { incident: { value: incident } } as never);
    await desk.system.settle();
    await minute();
    expect(rooms()).toHaveLength(1);
    expect(shown(1)).toContain('INC-1');
  });

  test('is dismissed, and stays so until it has ended', async () => {
    await send(alert({ key: 'a', group: 'api' }));
    await desk.slack.people.press('U0ARAI', seen().message, 'alert_dismiss', buttonValue());
    await desk.system.settle();
    await send(alert({ key: 'b', group: 'api' }));
    await minute();
    expect(cards()).toHaveLength(1);
    expect(shown()).toContain('対応不要としました');
    expect(shown()).not.toContain('alert_declare');
  });

  test('wakes nobody by itself', async () => {
    await send(alert());
    await minute();
    expect(desk.notified()).toEqual([]);
  });
});

describe('what is wrong is said to the sender', () => {
  test.each([
    ['no token', alert(), 'wrong', 401, 'token-wrong'],
    ['no JSON', '{', TOKEN, 400, 'send {"key"'],
    ['no key', { title: 'x' }, TOKEN, 400, '"key" is missing or wrong'],
    ['a list with one bad entry', { alerts: [alert(), { key: 1 }] }, TOKEN, 400, 'alerts[1]'],
    ['a list too long', { alerts: Array.from({ length: 201 }, () => alert()) }, TOKEN, 400, 'at most 200'],
  ])('%s', async (_what, body, token, status, words) => {
    const answer = await send(body, token);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toContain(words);
    expect(cards()).toHaveLength(0);
  });
});

test('a rule declares by itself what has gone on for long enough, and only that', async () => {
  await desk.close();
  const source = readFileSync('toban.yaml', 'utf8').replace(
    '- { match: { title: "*返却*" }, service: rental }',
    '- { match: { title: "*返却*" }, service: rental, declare: 5m }',
  );
  desk = await openDesk({ config: parseConfig(source) });
  await send(alert({ key: 'short', group: 'short' }));
  await send(alert({ key: 'long', group: 'long' }));
  await desk.advance('PT3M');
  await send(alert({ key: 'short', group: 'short', state: 'closed' }));
  await desk.advance('PT4M');
  expect(rooms()).toHaveLength(1);
  expect(shown(1)).toContain('自動で宣言');
});

test('a storm of a thousand in a minute is one card, edited a few times, and delays no call for help', async () => {
  const all = Array.from({ length: 1_000 }, (_, n) => alert({ key: `k${n}`, group: 'storm' }));
  for (let at = 0; at < 1_000; at += 100) await send({ alerts: all.slice(at, at + 100) });
  const call = await desk.say('cs', '@Toban 返却できない');
  expect(desk.thread(call)[0]?.buttons).toContain('受領する');
  await minute();
  expect(cards()).toHaveLength(1);
  expect(shown()).toContain('200件以上');
  const { docs } = await desk.system.store.page({
    shape: (await import('../../shared/store/shapes.ts')).eventsOfRecord,
    values: {},
    parent: alertPath(),
    limit: 100,
  });
  expect(docs.length).toBeLessThan(20);
});

const buttonValue = (index = 0) => /alt_[0-9a-f]{32}/.exec(JSON.stringify(cards()[index]))?.[0] ?? '';
const alertPath = () => `alerts/${buttonValue()}`;
