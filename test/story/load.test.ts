import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { cover } from './cover.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let browser: Browser;
beforeEach(async () => {
  desk = await openDesk();
  browser = new Browser(desk.system.url);
  await browser.signIn('U0CS');
});
afterEach(() => desk.close());

/** A look at the sheet, kept for the pages. */
const minute = async () => {
  await desk.advance('PT1M');
  await desk.system.minute();
  await desk.system.settle();
};

const PAGE = '/rotas/mobility/load';

const visible = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Name → the cells of their row. */
function table(html: string): Record<string, string[]> {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(html)?.[1] ?? '';
  const rows = [...body.matchAll(/<tr>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    [...row.matchAll(/<t[hd][^>]*>([\s\S]*?)<\/t[hd]>/g)].map(([, cell = '']) => visible(cell)),
  );
  return Object.fromEntries(rows.map(([name = '', ...cells]) => [name, cells]));
}

test('one day of the sheet is one day of load: its hours, its night, and the calls that came', async () => {
  await desk.say('cs', '@Toban 返却できないお客様がいます');
  await desk.advance('PT11H');
  await desk.say('cs', '@Toban 夜ですが、鍵が開かないお客様がいます');
  const page = await browser.page(`${PAGE}?from=2026-11-24&to=2026-11-24`);
  // 10:00 is the handover: 新井 has the 24th from then on.
  const cells = table(page)['新井 さくら'];
  expect(cells).toEqual(['14時間', '2 深夜1件', '2時間 1回', '–', '–']);
  expect(visible(page)).toContain('当番あり 24時間 · JST');
});

test('the hours on the page add up to the time covered, and the file says the same', async () => {
  await minute();
  const page = await browser.page(`${PAGE}?from=2026-11-20&to=2026-11-26`);
  const hoursOf = (text: string) => Number(/^([\d.]+)時間/.exec(text)?.[1] ?? 0);
  const rows = table(page);
  const sum = Object.values(rows).reduce((all, [hours = '']) => all + hoursOf(hours), 0);
  expect(sum).toBe(hoursOf(/当番あり ([^·]+)/.exec(visible(page))?.[1] ?? ''));
  expect(sum).toBeGreaterThan(100);

  const link = /href="(\/rotas\/mobility\/load\.csv[^"]+)"/.exec(page)?.[1] ?? '';
  const file = await browser.get(link.replaceAll('&amp;', '&'));
  expect(file.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(file.headers.get('content-disposition')).toBe(
    'attachment; filename="load-mobility-primary-2026-11-20-2026-11-26.csv"',
  );
  const [, ...lines]: string[][] = parse(await file.text(), { bom: true });
  expect(lines.reduce((all, [, , hours]) => all + Number(hours), 0)).toBeCloseTo(sum);
  expect(lines.map(([name]) => name)).toEqual(Object.keys(rows));
});

test('a holiday of Japan and one in the sheet’s own tab are told from weekdays', async () => {
  const days = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'];
  desk.system.world.sheets?.put('mobility', {
    timeZone: 'Asia/Tokyo',
    tabs: {
      当番表: [['日付', '担当'], ...days.map((d) => [{ d }, '小野'])],
      メンバー: [
        ['名前', 'Slack'],
        ['小野', 'U0ONO'],
      ],
      休日: [['日付'], [{ d: '2026-11-25' }]],
    },
  });
  // A tab that is new is seen within five minutes.
  await desk.advance('PT6M');
  await minute();
  const page = await browser.page(`${PAGE}?from=2026-11-23&to=2026-11-26`);
  // Monday the 23rd is Labor Thanksgiving Day; the 25th is the company's own.
  expect(table(page)['小野 健']).toEqual(['96時間', '0', '28時間 5回', '–', '48時間 2日']);
});

test('a cover counts for who took it, also when the week is long over', async () => {
  await minute();
  const [start, end] = ['2026-11-24T18:00:00+09:00', '2026-11-24T23:00:00+09:00'].map(Date.parse);
  await cover(desk, start ?? 0, end ?? 0);
  const day = async () => table(await browser.page(`${PAGE}?from=2026-11-24&to=2026-11-24`));
  const fresh = await day();
  expect(fresh['新井 さくら']?.slice(0, 3)).toEqual(['9時間', '0', '1時間 1回']);
  expect(fresh['加藤 誠']?.slice(0, 3)).toEqual(['15時間', '0', '6時間 2回']);
  await desk.advance('P40D');
  expect(await day()).toEqual(fresh);
});

test('what lies before the kept copy is taken from the readings of that time, not from today’s sheet', async () => {
  const asked = `${PAGE}?from=2026-11-23&to=2026-11-24`;
  await minute();
  const before = table(await browser.page(asked));
  const cell = desk.todaysCell();
  await desk.advance('P40D');
  desk.system.world.sheets?.typeCell('mobility', cell, '森');
  await minute();
  expect(table(await browser.page(asked))).toEqual(before);
});

test('time that the kept copy does not reach is no gap: it is said that nothing is known of it', async () => {
  await minute();
  // Read at noon of 2026-11-24: 370 days on is noon of 2027-11-29, sixteen days and a half before the period ends.
  const page = visible(await browser.page(`${PAGE}?from=2026-12-20&to=2027-12-15`));
  expect(page).toMatch(/当番なし [\d,.]+時間 · 記録なし 39[56](\.\d)?時間/);
});

test('a period that cannot be is refused with a sentence, and what was typed stays', async () => {
  for (const [search, sentence] of [
    ['from=2026-11-30&to=2026-11-01', '終わりが始まりより前です'],
    ['from=11%2F1&to=2026-11-01', '日付が読み取れません'],
    ['from=2020-01-01&to=2026-01-01', '期間は366日までです'],
  ] as const) {
    const answer = await browser.get(`${PAGE}?${search}`);
    expect(answer.status).toBe(422);
    const html = await answer.text();
    expect(visible(html)).toContain(sentence);
    expect(html).toContain(`value="${decodeURIComponent(/from=([^&]+)/.exec(search)?.[1] ?? '')}"`);
  }
  expect((await browser.get('/rotas/nowhere/load')).status).toBe(404);
  expect((await browser.get(`${PAGE}.csv?from=x&to=y`)).status).toBe(400);
});

test('a rota that was never read teaches what to do, and nobody signs in without Slack', async () => {
  expect(visible(await browser.page(`${PAGE}?from=2020-01-01&to=2020-01-31`))).toContain(
    'この期間の当番はまだありません',
  );
  const stranger = new Browser(desk.system.url);
  expect((await stranger.get(PAGE)).headers.get('location')).toContain('/sign-in');
});
