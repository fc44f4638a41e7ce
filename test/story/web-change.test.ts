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

test('two different changes from one and the same page are two', async () => {
  const shown = await lead.page(PATH);
  await send('impact', { vehicles: '120', users: '' }, shown);
  await send('impact', { vehicles: '150', users: '' }, shown);
  expect(mainOf(await lead.page(PATH))).toContain('車両 150');
});
