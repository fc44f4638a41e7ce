import { afterAll, beforeAll, expect, test } from 'vitest';
import type { FileCell } from '../../local/sheets/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let browser: Browser;
beforeAll(async () => {
  desk = await openDesk();
  const help = desk.slack.workspace.channel('C0CSHELP');
  for (const user of ['U0ARAI', 'U0KATO', 'U0SATO']) if (help) desk.slack.people.invite(help, user);
  // Who is in a channel is asked for every ten minutes.
  await desk.advance('PT11M');
  browser = new Browser(desk.system.url);
  await browser.signIn('U0CS');
});
afterAll(() => desk.close());

const minute = async () => {
  await desk.advance('PT1M');
  await desk.system.minute();
  await desk.system.settle();
};
const CHECK = '/rotas/mobility/check';
const visible = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const findings = (html: string) =>
  [...html.matchAll(/<li id="finding-\d+">([\s\S]*?)<\/li>/g)].map(([, one = '']) => visible(one));
/** Row number → its cells as seen; a column that is not read is `/`. */
const picture = (html: string) => {
  const rows = [...html.matchAll(/<tr><th scope="row">(\d+)<\/th>([\s\S]*?)<\/tr>/g)];
  return Object.fromEntries(
    rows.map(([, number = '', cells = '']) => [
      number,
      [...cells.matchAll(/<td class="([^"]*)">([\s\S]*?)<\/td>/g)].map(([, kind, cell = '']) =>
        kind === 'unread' ? '/' : `${kind ? `${kind}: ` : ''}${visible(cell)}`,
      ),
    ]),
  );
};
const days = (from: string, count: number, row: (day: number) => readonly FileCell[]): FileCell[][] =>
  Array.from({ length: count }, (_none, i) => {
    const date = new Date(Date.parse(from) + i * 86_400_000).toISOString().slice(0, 10);
    return [{ d: date }, ...row(i)];
  });
const put = (rows: FileCell[][]) =>
  desk.system.world.sheets?.put('mobility', {
    timeZone: 'Asia/Tokyo',
    tabs: {
      当番表: rows,
      メンバー: [
        ['名前', 'Slack'],
        ['小野', 'U0ONO'],
        ['新井', 'U0ARAI'],
      ],
    },
  });

test('where all is well the page says so, beside the sheet as it was read, and how old that is', async () => {
  put([['日付', '電話', '担当'], ...days('2026-11-23', 20, () => ['090-1234-5678', '小野'])]);
  await minute();
  const page = await browser.page(CHECK);
  expect(visible(page)).toMatch(/直すところはありません/);
  expect(visible(page)).toMatch(/表を確認: \d+:\d+（/);
  expect(findings(page)).toEqual([]);
  const rows = picture(page);
  expect(rows['1']).toEqual(['日付', '/', '担当']);
  expect(rows['3']?.[2]).toBe('now: いまの当番: 小野');
  // What Toban does not read is neither shown nor kept.
  expect(page).not.toContain('090-1234');
  expect(JSON.stringify(await desk.system.store.get('rota-checks/mobility'))).not.toContain('090-1234');
});

test('each problem has its cell as a link, a sentence and what to do, and the same number in the picture', async () => {
  const names = ['小野', '小野', '高橋', null, '<img src=x>'];
  put([['日付', '担当'], ...days('2026-11-23', 20, (i) => [i < names.length ? (names[i] ?? null) : '小野'])]);
  await minute();
  const page = await browser.page(CHECK);
  expect(findings(page)).toEqual([
    expect.stringMatching(/^1 直すところ 当番表!B4 の「高橋」さんが見つかりません。名前を直すか/),
    expect.stringMatching(/^2 直すところ 当番表!B5 : 11\/26.* の当番が決まっていません。名前を書くか/),
    expect.stringMatching(/^3 直すところ 当番表!B6 の「&lt;img src=x&gt;」さんが見つかりません/),
  ]);
  expect(page).toContain('edit#gid=0&amp;range=B4">当番表!B4</a>');
  const rows = picture(page);
  expect(page).not.toContain('<img');
  expect([rows['4']?.[1], rows['5']?.[1]]).toEqual(['problem: 直すところ 1 高橋', 'problem: 直すところ 2']);
  expect(visible(await browser.page('/rotas'))).toContain('直すところ 3件');
});

test('of ten thousand rows only those around today and the problems are drawn', async () => {
  put([['日付', '担当'], ...days('2026-11-01', 10_000, (i) => [i === 5_000 ? '高橋' : '小野'])]);
  await minute();
  const rows = picture(await browser.page(CHECK));
  expect(Object.keys(rows)).toEqual(
    ['1', '2', '3', '23', '24', '25', '26', '27', '5000', '5001', '5002', '5003', '5004'].map(String),
  );
  expect(rows['5002']?.[1]).toBe('problem: 直すところ 1 高橋');
});

test('while the sheet cannot be read the page says why, what is used and what to do, and keeps the picture', async () => {
  desk.system.world.sheets?.renameTab('mobility', '当番表', '当番表2026');
  await minute();
  const page = await browser.page(CHECK);
  expect(visible(page)).toMatch(
    /「当番表」というタブがありません。.*前に読めた内容で当番を決めました。.*タブ名を戻すか/,
  );
  expect(picture(page)['1']).toEqual(['日付', '担当']);
  desk.system.world.sheets?.renameTab('mobility', '当番表2026', '当番表');
  await minute();
  expect(visible(await browser.page(CHECK))).not.toContain('というタブがありません');
});

test('the list tells who has it now, until when, who is next, and leads on; in English too', async () => {
  put([['日付', '担当'], ...days('2026-11-23', 20, (i) => [i % 2 === 0 ? '小野' : '新井'])]);
  await minute();
  const page = await browser.page('/rotas');
  expect(visible(page)).toMatch(
    /車両オンコール 当番 新井 さくらさん 11\/25\(水\) 10:00 JST まで · 当番表!B3 次: .*小野/,
  );
  for (const to of ['/rotas/mobility', CHECK, '/rotas/mobility/load']) expect(page).toContain(`href="${to}"`);
  expect(page).toMatch(/<a class="tab" href="\/rotas" aria-current="page">当番表<\/a>/);
  const english = new Browser(desk.system.url, { 'accept-language': 'en' });
  await english.signIn('U0CS');
  expect(visible(await english.page('/rotas'))).toContain('Nothing to correct');
  expect((await browser.get('/rotas/nobody/check')).status).toBe(404);
});
