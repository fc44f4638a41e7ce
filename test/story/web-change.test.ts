import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf, saidIn, sendOnPage } from './incident-desk.ts';

const PATH = '/incidents/INC-1';
let desk: Desk;
let lead: Browser;
beforeEach(async () => {
  desk = await openDesk();
  lead = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
  await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
});
afterEach(() => desk.close());

const send = (verb: string, fields: Record<string, string>, page?: string) =>
  sendOnPage(desk, lead, PATH, verb, fields, page);
/** What the fields of the form that corrects times show. */
const timesShown = (page: string) =>
  Object.fromEntries(
    [...page.matchAll(/type="datetime-local" value="([^"]*)" id="times-(\w+)"/g)].map(
      ([, value = '', name = '']) => [name, value],
    ),
  );

test('words to other departments are sent from the page, with a promise of the next', async () => {
  const page = await lead.page(PATH);
  expect(page).toMatch(/name="audiences" value="cs" checked/);
  const wrong = await send('update', { audiences: 'service-ops', known: ' ', doing: '調査', minutes: '0' });
  expect(wrong.status).toBe(422);
  expect(mainOf(await wrong.text())).toMatch(/入力してください[\s\S]*1〜1440の数字/);
  await send('update', {
    audiences: 'service-ops',
    known: '<!here> 返却が完了しない',
    doing: '調査',
    minutes: '30',
  });
  expect(saidIn(desk, 'C0SERVICEOPS')).toContain('返却が完了しない');
  expect(saidIn(desk, 'C0SERVICEOPS')).not.toContain('<!here>');
  const shown = mainOf(await lead.page(PATH));
  expect(shown).toContain('次の状況連絡: 12:30 JST まで');
  expect(shown).toContain('サービス運用 へ');
});

test('a time is corrected with a reason; only what was changed is, and the numbers follow', async () => {
  const times = timesShown(await lead.page(PATH));
  expect(times).toMatchObject({ started: '', detected: '2026-11-24T12:00', resolved: '' });
  const typed = { ...times, started: '2026-11-24T11:30' };
  const silent = await send('times', { ...typed, reason: '' });
  expect(silent.status).toBe(422);
  const kept = await silent.text();
  expect(timesShown(kept)).toMatchObject({ started: '2026-11-24T11:30' });
  expect(mainOf(kept)).toContain('記録を直すときは、理由を入力してください');
  expect((await send('times', { ...typed, started: 'いつか', reason: 'x' })).status).toBe(422);
  await send('times', { ...typed, reason: '監視の記録から' });
  const page = mainOf(await lead.page(PATH));
  expect(page).toContain('発生から検知（TTD） 30分');
  expect(page).toMatch(/発生 11:30 訂正済み/);
  expect(page).toContain('理由: 監視の記録から');
  await send('times', { ...timesShown(await lead.page(PATH)), started: '', reason: '特定できない' });
  expect(mainOf(await lead.page(PATH))).toContain('発生から検知（TTD） 対象外');
});

test('two different changes from one and the same page are two', async () => {
  const shown = await lead.page(PATH);
  await send('impact', { vehicles: '120', users: '' }, shown);
  await send('impact', { vehicles: '150', users: '' }, shown);
  expect(mainOf(await lead.page(PATH))).toContain('車両 150');
});
