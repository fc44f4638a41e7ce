import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NOTHING_KNOWN, pushRunbook } from '../../shared/runbook/index.ts';
import { type Desk, openDesk } from './desk.ts';

const SOURCE = `---
id: personal-data
title: 個人情報インシデント
language: ja
match: { keywords: [漏えい] }
---
# 個人情報インシデント

## 事実をつかむ {#facts}

まず落ち着いて、事実だけを集めます。

1. 何が起きたか書いてください。 \`ask text as what into timeline\`
2. 影響する人は何人ですか。 \`ask number as users into impact.users\`
3. いまも続いていますか。 \`ask choice as ongoing\`
   - はい \`go #stop\`
   - いいえ \`go #tell\`

## 止める {#stop parallel}

- 公開を止める \`by commander\`
- CSに伝える \`optional\`

## 知らせる {#tell}

1. \`do status fixing\`
2. 法務に {users} 人と伝える \`open https://legal.example/form\`
3. 返事を待つ \`wait 10m\`
4. 委員会に知らせた時刻を記録する
`;

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
  const by = { user: 'U0SRELEAD', name: '森' };
  const pushed = await pushRunbook(desk.system.store, SOURCE, by, NOTHING_KNOWN, desk.system.clock.now());
  expect(pushed.problems).toEqual([]);
});
afterEach(() => desk.close());

const state = () => desk.slack.workspace.state;
const room = () => state().channels.find(({ name }) => name.startsWith('inc-'))?.id ?? '';
const messages = (part: string) =>
  state().messages.filter(
    ({ channel, metadata, onlyFor }) =>
      channel === room() && onlyFor === null && JSON.stringify(metadata ?? '').includes(part),
  );
const cards = () => messages('"run_');
const card = (index = 0) => JSON.stringify(cards()[index]?.blocks ?? '');

async function declare(): Promise<void> {
  const call = await desk.say('cs', '@Toban 名簿が漏えいしたようです');
  await desk.press('arai', desk.dms('arai')[0], '受領する');
  await desk.press('arai', desk.dms('arai')[0], 'インシデントにする');
  const view = state().views.at(-1);
  if (!view) throw new Error('no modal');
  await desk.slack.people.submit('U0ARAI', view, {});
  await desk.system.settle();
  await desk.advance('PT10S');
  expect(call).toBeDefined();
}

async function press(who: string, label: string, index = 0): Promise<void> {
  const message = cards()[index];
  if (!message) throw new Error('no card');
  await desk.press(who, { user: 'toban', text: '', buttons: [], message: structuredClone(message) }, label);
  await desk.advance('PT2S');
}

async function start(who = 'arai'): Promise<void> {
  const [offer] = messages('/suggest');
  if (!offer) throw new Error('nothing was offered');
  await desk.press(who, { user: 'toban', text: '', buttons: [], message: offer }, '始める');
  await desk.advance('PT5S');
}

async function answer(who: string, value: string): Promise<void> {
  await press(who, '答える');
  const view = state().views.at(-1);
  if (!view) throw new Error('no modal');
  await desk.slack.people.submit(`U0${who.toUpperCase()}`, view, { value: { value } } as never);
  await desk.system.settle();
  await desk.advance('PT2S');
}

async function reply(who: string, text: string): Promise<void> {
  const [message] = cards();
  if (!message) throw new Error('no card');
  await desk.reply(who, message, text);
  await desk.advance('PT2S');
}

describe('a runbook in the war room', () => {
  beforeEach(declare);

  test('is offered for a word of the report, starts by one press, and two presses start one', async () => {
    expect(JSON.stringify(messages('/suggest'))).toContain('「漏えい」とあるため');
    const [offer] = messages('/suggest');
    await start();
    if (offer) await desk.press('arai', { user: 'toban', text: '', buttons: [], message: offer }, '始める');
    expect(card()).toContain('個人情報インシデント');
    expect(card()).toContain('まず落ち着いて');
    expect(card()).toContain('何が起きたか書いてください。');
  });

  test('asks one question at a time, by form, reply and button; the guest answers; the incident is filled', async () => {
    await start();
    await answer('arai', '名簿を誤って公開した <!channel>');
    expect(card()).toContain('✓ 何が起きたか書いてください → *名簿');
    expect(card()).not.toContain('<!channel>');
    await reply('arai', '約１，２００人');
    expect(card()).toContain('1,200');
    expect(JSON.stringify(messages('/card'))).toContain('1,200');
    await press('mori', 'はい');
    expect(card()).toContain('公開を止める');
    expect(card()).toContain('CSに伝える');
    expect(cards()).toHaveLength(1);
  });

  test('two people answering at once: the second is told who was first, and nothing is lost', async () => {
    await start();
    await answer('arai', 'A');
    await reply('arai', '10');
    const before = structuredClone(cards()[0]);
    if (!before) throw new Error('no card');
    const seen = { user: 'toban', text: '', buttons: [], message: before };
    await Promise.all([desk.press('arai', seen, 'いいえ'), desk.press('mori', seen, 'はい')]);
    await desk.advance('PT5S');
    const told = [
      ...desk.whispers('arai'),
      ...desk.whispers('mori'),
      JSON.stringify(state().messages),
    ].join();
    expect(told).toMatch(/さんが .* に先に済ませました/);
  });

  test('does what it says by itself, waits, goes on, and ends', async () => {
    await start();
    await answer('arai', 'A');
    await reply('arai', '10');
    await press('arai', 'いいえ');
    await desk.advance('PT10S');
    expect(JSON.stringify(messages('/card'))).toContain('復旧作業中');
    expect(card()).toContain('法務に 10 人と伝える');
    await press('arai', '確認した');
    expect(card()).toContain('まで待っています');
    await desk.advance('PT11M');
    await press('arai', '済み');
    expect(card()).toContain('完了 ');
  });

  test('a number in words is refused to its person alone, and the question stays', async () => {
    await start();
    await answer('arai', 'A');
    await reply('arai', 'たくさん');
    expect(desk.whispers('arai').join()).toContain('数字だけで答えてください');
    expect(card()).toContain('影響する人は何人ですか。');
  });

  test('in another channel the command says where it belongs', async () => {
    await desk.slack.people.command('U0ARAI', 'C0CSHELP', '/runbook', '');
    await desk.system.settle();
    expect(JSON.stringify(state().views.at(-1))).toContain('対応チャンネルの中で使います');
  });
});
