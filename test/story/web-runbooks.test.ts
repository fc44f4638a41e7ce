import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { pushTemplate } from '../../shared/postmortem/index.ts';
import { NOTHING_KNOWN, pushRunbook, retireRunbook } from '../../shared/runbook/index.ts';
import { type Browser, signedIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf, rowsOf, sendForm } from './incident-desk.ts';
import { FIRST } from './runbook-sample.ts';

const MORI = { user: 'U0SRELEAD', name: '森 由紀' };
let desk: Desk;
let mori: Browser;
let misaki: Browser;
const push = (source: string) =>
  pushRunbook(desk.system.store, source, MORI, NOTHING_KNOWN, desk.system.clock.now());

beforeAll(async () => {
  desk = await openDesk();
  [mori, misaki] = await signedIn(desk, 'U0SRELEAD', 'U0CS');
});
afterAll(() => desk?.close());

describe('the list of runbooks', () => {
  test('says what to do while there are none', async () => {
    expect(mainOf(await mori.page('/runbooks'))).toContain('まだランブックはありません');
  });

  test('shows when each is suggested, who changed it, how it stands, and finds by words', async () => {
    await push(FIRST);
    await push(FIRST.replace('return-fails', 'english').replace('language: ja', 'language: en'));
    const broken = FIRST.replace('return-fails', 'gone-role').replace('by scribe', 'by nobody');
    await push(broken.replace('返却できない <b>', '役割のない手順'));
    const rows = rowsOf(await mori.page('/runbooks'));
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toContain('英語');
    const row = rows.find((one) => one.includes('return-fails.ja'));
    expect(row).toContain('返却できない &lt;b&gt;');
    expect(row).toContain('言葉: 返却 · サービス: 貸出・返却');
    expect(row).toContain('12:00 森 由紀さん');
    expect(row).toContain('問題なし');
    expect(row).toContain('0回実行');
    expect(rows.find((one) => one.includes('gone-role'))).toContain('問題 1件');
    expect(rowsOf(await mori.page('/runbooks?q=役割'))).toHaveLength(1);
    expect(mainOf(await mori.page('/runbooks?q=決済'))).toContain('当てはまるランブックはありません');
  });

  test('offers writing to those who may', async () => {
    expect(await mori.page('/runbooks')).toContain('href="/runbooks/new"');
    expect(await misaki.page('/runbooks')).not.toContain('href="/runbooks/new"');
  });
});

describe('a runbook’s page', () => {
  test('is the document, with what each step does in words, and nothing hostile in it', async () => {
    const page = await misaki.page('/runbooks/return-fails.ja');
    const main = mainOf(page);
    expect(main).toContain('質問（数） → 影響する車両の数に書きます');
    expect(main).toContain('はい → 「止める」へ');
    expect(main).toContain('「車両オンコール」の当番を呼びます');
    expect(main).toContain('担当: 記録 · 任意');
    expect(page).toContain('<strong>続いて</strong>');
    expect(page).not.toMatch(/javascript:|<script>alert/);
    expect(page).not.toContain('/edit');
  });

  test('names a section of a template of one’s own by its title', async () => {
    const { store, clock } = desk.system;
    const template = '---\nid: rental\ntitle: 貸出\nlanguage: ja\n---\n## 損失額の内訳 {#loss}\n\n円で。\n';
    expect((await pushTemplate(store, template, MORI, clock.now())).problems).toEqual([]);
    await push(
      '---\nid: loss\ntitle: 損失\nlanguage: ja\n---\n1. いくらですか。 `ask text as sum into postmortem.loss`\n',
    );
    for (const path of ['/runbooks/loss.ja', '/runbooks/loss.ja/edit'])
      expect(await mori.page(path)).toContain('ポストモーテムの「損失額の内訳」');
    await retireRunbook(store, 'loss.ja', true, MORI, clock.now());
  });

  test('tells what is wrong with it since the configuration has changed', async () => {
    expect(mainOf(await mori.page('/runbooks/gone-role.ja'))).toContain('役割「nobody」は設定にありません。');
  });

  test('keeps every version, and shows what changed between two', async () => {
    await desk.advance('PT1H');
    await push(FIRST.replace('何台ですか。', '何台が返却できませんか。'));
    const page = await mori.page('/runbooks/return-fails.ja');
    const changes = /href="(\/runbooks\/return-fails\.ja\/changes\?[^"]+)"/.exec(page)?.[1] ?? '';
    const diff = await mori.page(changes.replaceAll('&amp;', '&'));
    expect(diff).toContain('追加 1行 · 削除 1行');
    expect(diff).toMatch(/<del>1\. 何台ですか。/);
    expect(diff).toMatch(/<ins>1\. 何台が返却できませんか。/);
    const old = /href="(\/runbooks\/return-fails\.ja\?version=[0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const before = mainOf(await mori.page(old));
    expect(before).toContain('12:00 に森 由紀さんが保存した古い版です。');
    expect(before).toContain('何台ですか。');
  });

  test.each([
    '/runbooks/none.ja',
    '/runbooks/return-fails.ja?version=0000000000000000',
    '/runbooks/return-fails.ja?version=../x',
    '/runbooks/return-fails.ja/changes?from=x&to=y',
    '/runbooks/..%2f..%2fx',
  ])('%s is no page', async (path) => {
    expect((await mori.get(path)).status).toBe(404);
  });
});

describe('figures of each step', () => {
  const messages = () => desk.slack.workspace.state.messages;
  const room = () =>
    desk.slack.workspace.state.channels.filter(({ name }) => name.startsWith('inc-')).at(-1)?.id ?? '';

  /** Starts it in the newest room and answers its first question after some minutes. */
  async function run(minutes: number): Promise<void> {
    await desk.slack.people.command('U0SRELEAD', room(), '/runbook', 'return-fails');
    await desk.system.settle();
    await sendForm(desk, 'U0SRELEAD', { runbook: 'return-fails.ja' });
    await desk.advance(`PT${minutes}M`);
    const card = messages().findLast(
      ({ channel, metadata }) => channel === room() && JSON.stringify(metadata ?? '').includes('"run_'),
    );
    if (!card) throw new Error('no card');
    await desk.reply('mori', card, '3');
  }

  test('come from the runs there were, drills left out, of all versions or of one', async () => {
    expect(mainOf(await misaki.page('/runbooks/return-fails.ja'))).toContain('まだ実行の記録がありません。');
    await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
    await run(2);
    await run(10);
    await declareInSlack(desk, 'U0SRELEAD', { title: '訓練', kind: ['drill'] });
    await run(30);
    const main = mainOf(await misaki.page('/runbooks/return-fails.ja'));
    expect(main).toContain('実行 2回の実績を、手順ごとに示しています。');
    expect(main).toContain('2回中 2回 · 中央値 2分、9割が 10分 以内');
    expect(rowsOf(await misaki.page('/runbooks?q=return-fails'))[0]).toContain('2回実行');
    await push(FIRST.replace('何台ですか。', '何台ですか？'));
    const one = mainOf(await misaki.page('/runbooks/return-fails.ja?figures=version'));
    expect(one).toContain('この版の実行 0回');
    expect(one).not.toContain('中央値');
  });
});

test('out of use: offered no more anywhere, what is under way goes on, and it comes back', async () => {
  const path = '/runbooks/return-fails.ja';
  const press = async (browser: Browser, retired: string) =>
    browser.post(`${path}/retire`, { csrf: await browser.csrf(path), retired });
  const room =
    desk.slack.workspace.state.channels.filter(({ name }) => name.startsWith('inc-')).at(-1)?.id ?? '';
  const offered = async () => {
    await desk.slack.people.command('U0SRELEAD', room, '/runbook', '');
    await desk.system.settle();
    return JSON.stringify(desk.slack.workspace.state.views.filter(({ user }) => user === 'U0SRELEAD').at(-1));
  };
  expect(await offered()).toContain('return-fails.ja');
  expect((await press(misaki, 'yes')).status).toBe(403);
  expect((await press(mori, 'yes')).status).toBe(303);
  expect(await offered()).not.toContain('return-fails.ja');
  const rows = rowsOf(await misaki.page('/runbooks?q=return-fails')).concat(
    rowsOf(await misaki.page('/runbooks')),
  );
  expect(rows.filter((row) => row.includes('return-fails.ja'))).toEqual([]);
  expect(mainOf(await misaki.page('/runbooks?retired=yes'))).toContain('使用終了');
  const page = await misaki.page(path);
  expect(mainOf(page)).toMatch(/に森 由紀さんが使用を終えました。新しく始めることはできません。/);
  expect(page).not.toContain('/retire"');
  const incident = await mori.page('/incidents/INC-1');
  expect(incident).not.toContain('value="return-fails.ja"');
  const late = await mori.post('/incidents/INC-1/runs', {
    csrf: await mori.csrf('/incidents/INC-1'),
    runbook: 'return-fails.ja',
    seen: 'x',
  });
  expect(late.status).toBe(409);
  const run = /href="(\/runs\/run_[0-9a-f]+)"/.exec(incident)?.[1] ?? '';
  expect(mainOf(await misaki.page(run))).toContain('返却できない');
  expect((await press(mori, 'no')).status).toBe(303);
  expect(await offered()).toContain('return-fails.ja');
  expect(mainOf(await mori.page('/settings/audit'))).toMatch(
    /ランブックをまた使えるようにした[\s\S]*ランブックの使用を終えた/,
  );
});
