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

/** Day of the month → what its row says. */
function rows(page: string): Record<string, string> {
  const body = /<tbody>([\s\S]*?)<\/tbody>/.exec(page)?.[1] ?? '';
  const all = [...body.matchAll(/<tr[^>]*>([\s\S]*?)<\/tr>/g)].map(([, row = '']) =>
    row
      .replace(/<[^>]+>/g, ' ')
      .replace(/\s+/g, ' ')
      .trim(),
  );
  return Object.fromEntries(all.map((row) => [row.split(' ')[0] ?? '', row]));
}

test('a month reads like the sheet: a row for each day, today marked, holidays named, each name a link to its cell', async () => {
  await minute();
  const page = await browser.page('/rotas/mobility');
  const days = rows(page);
  expect(Object.keys(days)).toHaveLength(30);
  expect(days['24']).toMatch(/^24 火 今日 新井 さくら 10:00 から/);
  expect(days['23']).toMatch(/^23 月 休日 加藤/);
  expect(page).toMatch(
    /href="https:\/\/docs\.google\.com\/spreadsheets\/d\/mobility\/edit#gid=\d+&amp;range=C9"/,
  );
});

test('a day left empty is a gap, a cover says who asked for it, and what the copy does not tell of is no gap', async () => {
  const row = Number(/\d+$/.exec(desk.todaysCell())?.[0]);
  desk.system.world.sheets?.typeCell('mobility', `当番表!C${row + 2}`, '');
  await minute();
  const one = Date.parse('2026-11-24T13:00:00+09:00');
  await cover(desk, one, one + 2 * 3_600_000);
  await minute();
  const days = rows(await browser.page('/rotas/mobility?month=2026-11'));
  expect(days['26']).toContain('空白');
  expect(days['24']).toMatch(
    /新井 さくら 10:00 から 加藤 誠 13:00 から · 代理（小野 健さんの依頼） 新井 さくら 15:00 から/,
  );
  const past = rows(await browser.page('/rotas/mobility?month=2026-06'));
  expect(past['10']).toContain('記録なし');
});

test('the past before a sheet begins is not on record, and the days after its end are gaps', async () => {
  desk.system.world.sheets?.put('mobility', {
    timeZone: 'Asia/Tokyo',
    tabs: {
      当番表: [['日付', '担当'], ...['22', '23', '24', '25'].map((day) => [{ d: `2026-11-${day}` }, '小野'])],
      メンバー: [
        ['名前', 'Slack'],
        ['小野', 'U0ONO'],
      ],
    },
  });
  await minute();
  const days = rows(await browser.page('/rotas/mobility?month=2026-11'));
  expect(days['20']).toContain('記録なし');
  expect(days['22']).not.toContain('記録なし');
  expect(days['28']).toContain('空白');
});

test('a month that is none is refused with an example, and this month is shown', async () => {
  await minute();
  const page = await browser.get('/rotas/mobility?month=2026-13');
  expect(page.status).toBe(422);
  expect(await page.text()).toContain('2026-11 のように');
  expect((await browser.get('/rotas/nobody')).status).toBe(404);
});
