import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { sendCorrection } from './correction-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf, roomOf, rowsOf, sendOnPage } from './incident-desk.ts';

let desk: Desk;
let lead: Browser;
beforeAll(async () => {
  desk = await openDesk();
  lead = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
});
afterAll(() => desk.close());

const figures = async (search = '') => mainOf(await lead.page(`/insights${search}`));

test('before anything has happened the page says so, and offers every period', async () => {
  const page = await figures();
  expect(page).toContain('この期間には何もありません');
  expect(page).toContain('2026-08-31 〜 2026-11-29（JST）');
});

test('a call and an incident are counted at once, with their times and what these are made of', async () => {
  const asked = await desk.say('cs', '@Toban 返却できないお客様がいます');
  await desk.advance('PT2M');
  await desk.press('arai', desk.dms('arai').at(-1), '受領する');
  expect(desk.thread(asked).length).toBeGreaterThan(0);
  await declareInSlack(desk, 'U0SRELEAD', { title: '渋谷で返却できない', service: 'rental' });
  await declareInSlack(desk, 'U0CS', { title: '避難訓練', kind: ['drill'] });
  await declareInSlack(desk, 'U0SRELEAD', { title: '個人情報の疑い', kind: ['private'] });
  const page = await figures();
  expect(page).toContain('インシデント 1件');
  expect(page).toContain('呼び出し 1件');
  expect(page).toContain('受領までの時間 中央値 2分 · 90% 2分 n=1');
  expect(page).toMatch(/TTR 検知から解決まで 中央値 – · 90% – n=0 · 未確定 1/);
  expect(page).not.toContain('個人情報の疑い');
});

test('a row leads to the list of what it counts', async () => {
  const html = await lead.page('/insights');
  const link = /href="(\/incidents\?[^"]*service=rental[^"]*)"/.exec(html)?.[1] ?? '';
  expect(rowsOf(await lead.page(link.replaceAll('&amp;', '&')))).toHaveLength(1);
});

test('a time corrected once it is rolled up changes the numbers of its week, and tells nobody', async () => {
  const path = '/incidents/INC-1';
  await sendOnPage(desk, lead, path, 'status', { to: 'resolved', reason: '' });
  const before = await figures();
  expect(before).toMatch(/TTR 検知から解決まで 中央値 \d+分|TTR 検知から解決まで 中央値 \d+秒/);
  await desk.advance('PT16H');
  await desk.system.minute();
  const heard = desk.slack.workspace.state.notifications.length;
  const times = { 'time-detected': '2026/11/24 12:00', 'time-resolved': '2026/11/24 15:00' };
  expect((await sendCorrection(desk, lead, path, times)).status).toBe(303);
  const week = '?span=4w&until=2026-W48';
  expect(await figures(week)).toContain('TTR 検知から解決まで 中央値 3時間');
  expect(desk.slack.workspace.state.notifications.length).toBe(heard);
  expect(roomOf(desk)).toBeDefined();
});

test('the file says the same, and runs nothing in a spreadsheet', async () => {
  const file = await lead.get('/insights.csv?span=4w&until=2026-W48');
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const [head = [], ...rows]: string[][] = parse(await file.text(), { bom: true });
  const cell = (row: string[] | undefined, name: string) => row?.[head.indexOf(name)];
  const week = rows.find(([, name]) => name === '2026-W48');
  expect(cell(week, 'インシデント')).toBe('1');
  expect(cell(week, 'TTR 中央値（分）')).toBe('180');
  expect(
    cell(
      rows.find(([, name]) => name === '貸出・返却'),
      'インシデント',
    ),
  ).toBe('1');
});

test('an address that makes no sense shows the usual period', async () => {
  const page = await figures('?span=9y&until=2026-W99&severity=<b>');
  expect(page).toContain('13週');
});
