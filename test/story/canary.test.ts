import { afterEach, beforeEach, expect, test } from 'vitest';
import { APP_USER, type AppEvent } from '../../local/slack/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

const CANARY = 'C0CANARY';
const OWNERS = 'C0OWNERS';
const config = parseConfig(`
rotas: [{ id: mobility, spreadsheet: mobility, sheet: 当番表, members: メンバー, handover: "10:00", fallback: [U0SRELEAD] }]
routes: [{ channel: C0CSHELP, rota: mobility }]
canary: { channel: ${CANARY}, owners: ${OWNERS}, every: 1h, late: 2m }
`);

let desk: Desk;
/** Whether Slack still sends the app's own messages of the canary's channel to it. */
let subscribed: boolean;

beforeEach(async () => {
  subscribed = true;
  desk = await openDesk({ config });
  const { events } = desk.slack;
  const { emit } = events;
  events.emit = (event, subscription) => {
    if (!isOwn(event) || subscribed) emit.call(events, event, subscription);
  };
});
afterEach(() => desk.close());

/** Slack sends an app its own messages too. */
const isOwn = ({ channel, user }: AppEvent): boolean => channel === CANARY && user === APP_USER;

const textsIn = (channel: string) =>
  desk.slack.workspace.state.messages.filter((one) => one.channel === channel).map((one) => one.text);

test('each hour it goes the whole way round and is answered in its thread, without a word to the owners', async () => {
  await desk.advance('PT3H10M');
  const { messages } = desk.slack.workspace.state;
  const sent = messages.filter((one) => one.channel === CANARY && one.threadTs === null);
  const answers = messages.filter((one) => one.channel === CANARY && one.threadTs !== null);
  expect(sent).toHaveLength(3);
  expect(answers.map((one) => one.threadTs)).toEqual(sent.map((one) => one.ts));
  expect(answers[0]?.text).toMatch(/届きました（\d+秒）/);
  expect(textsIn(OWNERS)).toEqual([]);
});

test('a broken token is caught within the hour, said once it can be, and so is the recovery', async () => {
  desk.slack.faults.plan('chat.postMessage', 'invalid_auth', 3);
  await desk.advance('PT1H3M');
  const found = textsIn(OWNERS);
  expect(found).toHaveLength(1);
  expect(found[0]).toContain('自動確認に失敗しました');
  expect(found[0]).toContain('invalid_auth');
  await desk.advance('PT1H');
  expect(textsIn(OWNERS)).toHaveLength(2);
  expect(textsIn(OWNERS)[1]).toContain('自動確認が元に戻りました');
});

test('a dead event subscription is told to the owners once an outage, and again when it is over', async () => {
  subscribed = false;
  await desk.advance('PT1H');
  expect(textsIn(OWNERS)).toEqual([]);
  await desk.advance('PT2M');
  expect(textsIn(OWNERS)).toEqual([expect.stringContaining('Slack からのイベントが Toban に届きません')]);
  await desk.advance('PT3H');
  expect(textsIn(OWNERS)).toHaveLength(1);
  subscribed = true;
  await desk.advance('PT1H');
  expect(textsIn(OWNERS)).toEqual([expect.anything(), expect.stringContaining('元に戻りました')]);
});

test('an event that cannot be answered is told as that', async () => {
  const { events, faults } = desk.slack;
  const { emit } = events;
  events.emit = (event, subscription) => {
    if (isOwn(event)) faults.plan('chat.postMessage', 'restricted_action', 1);
    emit.call(events, event, subscription);
  };
  await desk.advance('PT1H1M');
  expect(textsIn(OWNERS)).toEqual([expect.stringContaining('返信できませんでした')]);
});

test('nobody can pass for the canary: a person’s message with its word, or an old nonce, is not heard', async () => {
  await desk.advance('PT1H1M');
  const word = /toban-canary:\w+/.exec(textsIn(CANARY)[0] ?? '')?.[0] ?? '';
  subscribed = false;
  await desk.advance('PT59M');
  desk.slack.people.say('U0SRELEAD', CANARY, word);
  const forged = `toban-canary:${'0'.repeat(32)}`;
  desk.slack.people.say(APP_USER, CANARY, forged);
  desk.slack.people.say(APP_USER, CANARY, word);
  await desk.advance('PT3M');
  expect(textsIn(OWNERS)).toHaveLength(1);
  expect(desk.notified()).toEqual([]);
});
