import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

/** The scene with a second column of duty, which the ladder climbs to. */
const config = () =>
  parseConfig(
    readFileSync('toban.yaml', 'utf8').replace(
      '- { after: 10m, to: fallback }',
      '- { after: 10m, to: secondary }\n      - { after: 20m, to: fallback }',
    ),
  );

let desk: Desk;
beforeEach(async () => {
  desk = await openDesk({ config: config() });
  const row = /\d+$/.exec(desk.todaysCell())?.[0];
  desk.system.world.sheets?.typeCell('mobility', '当番表!F1', '二次');
  desk.system.world.sheets?.typeCell('mobility', `当番表!F${row}`, '佐藤');
  await desk.advance('PT13H30M');
});
afterEach(() => desk.close());

test('a night: support calls, the primary sleeps, the secondary takes over, support is told, the ledger tells it all', async () => {
  const call = await desk.say('cs', '@Toban 深夜にすみません。返却できないお客様がいます');
  expect(desk.pinged()).toEqual(['arai']);
  expect(desk.thread(call)[0]?.text).toMatch(/呼び出し中.*新井.*01:35/s);

  expect(desk.reactions(call)).toEqual(['eyes']);
  await desk.advance('PT5M');
  expect(desk.pinged()).toEqual(['arai', 'arai']);

  await desk.advance('PT5M');
  expect(desk.pinged()).toEqual(['arai', 'arai', 'sato']);
  expect(desk.thread(call).at(-1)?.text).toMatch(/^01:40 @sato さんへ（5分応答なし）/);
  expect(desk.dms('sato').at(-1)?.text).toContain('返却できないお客様がいます');

  await desk.advance('PT2M');
  await desk.press('sato', desk.dms('sato').at(-1), '受領する');
  expect(desk.thread(call)[0]?.text).toMatch(/対応中.*佐藤 花さん（12分後に受領）/s);
  expect(desk.reactions(call)).toEqual(['white_check_mark']);

  // Nobody more is woken, and whoever slept reads in the morning that it is taken care of.
  await desk.advance('PT25M');
  expect(desk.pinged().filter((who) => who !== 'sato')).toEqual(['arai', 'arai']);
  expect(desk.dms('arai').every(({ text }) => text.includes('対応中'))).toBe(true);

  await desk.press('sato', desk.thread(call)[0], '完了にする');
  expect(desk.thread(call)[0]?.text).toContain('完了');

  const browser = new Browser(desk.system.url);
  await browser.signIn('U0CS');
  const list = await browser.page('/calls');
  const page = await browser.page(/href="(\/calls\/esc_[0-9a-f]+)"/.exec(list)?.[1] ?? '');
  const story = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const told = [
    '中村 美咲さんから依頼を受けました',
    '新井 さくらさんを呼びます（最初の呼び出し）',
    '新井 さくらさんを呼びます（応答がないためもう一度）',
    '佐藤 花さんを呼びます（応答がないため次の人へ）',
    '佐藤 花さんが受領しました（ボタン、12分後）',
    '完了',
  ];
  const places = told.map((part) => story.lastIndexOf(part));
  expect(places.filter((at) => at < 0)).toEqual([]);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
  for (const minute of ['01:30', '01:35', '01:40', '01:42']) expect(story).toContain(minute);
});
