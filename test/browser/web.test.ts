import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Browser as HttpBrowser } from '../story/browser.ts';
import { type Desk, openDesk } from '../story/desk.ts';
import { declareInSlack, sendForm } from '../story/incident-desk.ts';
import { complaints, contextOf, found, launch, looks, nameOf, signIn, widthOf } from './eyes.ts';

let browser: Browser;
let desk: Desk;
let call: string;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk();
  call = await playEvening();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const SHOTS = process.env.SCREENSHOTS;

/** Calls in every state, one of them with something given up; returns the address of the richest story. */
async function playEvening(): Promise<string> {
  const done = await desk.say('cs', '@Toban 返却ポートが満車で、お客様が返却できないと言っています。');
  await desk.react('arai', done, 'white_check_mark');
  await desk.advance('PT4M');
  await desk.press('arai', desk.thread(done).at(0), '完了にする');
  const late = await desk.say(
    'cs',
    '@Toban 渋谷駅前のポートで、鍵が開かないお客様が2名います。1名は30分待っています。\n車両番号: MB-2041、MB-2077',
  );
  await desk.advance('PT6M');
  desk.slack.faults.plan('chat.postEphemeral', 'user_not_in_channel', 1);
  await desk.press('ono', desk.thread(late).at(0), '受領する');
  await desk.react('arai', late, 'white_check_mark');
  await desk.say('cs', '@Toban 事故の連絡がありました。けが人はいません。');
  const title = '渋谷駅前一帯で返却の操作が終わらず、料金が加算され続けている';
  await declareInSlack(desk, 'U0ONO', { title, service: 'rental', vehicles: '120', users: '6%' });
  await desk.slack.people.command('U0ONO', 'C0CSHELP', '/incident', 'update INC-1');
  await desk.system.settle();
  await sendForm(desk, 'U0ONO', {
    known: '渋谷駅前の3ポートで返却できない',
    doing: '端末を再起動している',
    minutes: '30',
  });
  desk.slack.faults.plan('conversations.invite', 'not_in_channel', 1);
  await desk.slack.people.command(
    'U0CS',
    'C0CSHELP',
    '/incident',
    'cs INC-1 +52 https://tickets.example/2041',
  );
  await desk.system.settle();
  await desk.advance('PT40M');
  await declareInSlack(desk, 'U0CS', {
    title: '車両 MB-2041 の発煙（けが人なし）',
    duties: ['product-safety'],
  });
  await declareInSlack(desk, 'U0ONO', { title: '夜間の連絡訓練', kind: ['drill', 'private'] });
  const row = Number(/\d+$/.exec(desk.todaysCell())?.[0]);
  desk.system.world.sheets?.typeCell('mobility', `当番表!C${row + 1}`, '高橋');
  desk.system.world.sheets?.typeCell('mobility', `当番表!C${row + 4}`, '');
  desk.system.world.sheets?.typeCell('mobility', `当番表!A${row + 5}`, "'11月29日");
  await desk.system.minute();
  await desk.system.settle();
  const browser = new HttpBrowser(desk.system.url);
  await browser.signIn('U0CS');
  const failed = await browser.page('/calls?filter=failed');
  return /href="(\/calls\/esc_[0-9a-f]+)"/.exec(failed)?.[1] ?? '/';
}

const pages = (): Readonly<Record<string, string>> => ({
  home: '/',
  missing: '/nowhere',
  calls: '/calls',
  nothing: '/calls?q=zzz',
  call,
  incidents: '/incidents',
  'incidents-narrowed': '/incidents?severity=SEV2&from=2026-11-01',
  incident: '/incidents/INC-1',
  'incident-private': '/incidents/INC-3',
  declare: '/incidents/new',
  'no-incident': '/incidents?q=zzz',
  'dead-letters': '/dead-letters',
  feeds: '/feeds',
  rotas: '/rotas',
  calendar: '/rotas/mobility',
  check: '/rotas/mobility/check',
  load: '/rotas/mobility/load',
  'load-refused': '/rotas/mobility/load?from=2026-11-30&to=2026-11-01',
});

describe.skipIf(!found).each(looks)('at $width in $locale, $scheme', (look) => {
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    context = await contextOf(browser, look);
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) errors.push(message.text());
    });
  });
  afterAll(() => context?.close());

  async function check(name: string): Promise<void> {
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
    expect(errors).toEqual([]);
  }

  test('the sign-in page', async () => {
    await page.goto(`${desk.system.url}/sign-in`);
    await check('sign-in');
  });

  test('every page, signed in', async () => {
    await signIn(page, desk.system.url, '小野 健');
    for (const [name, path] of Object.entries(pages())) {
      await page.goto(`${desk.system.url}${path}`);
      await check(name);
    }
  });
});

test.skipIf(!found)('the keyboard walks the list, finds the search, and opens a call', async () => {
  const context = await contextOf(browser, { width: 1280, locale: 'ja', scheme: 'light' });
  const page = await context.newPage();
  await signIn(page, desk.system.url, '小野 健');
  await page.goto(`${desk.system.url}/calls`);
  await page.keyboard.press('/');
  await page.keyboard.type('鍵');
  await page.keyboard.press('Enter');
  await page.waitForURL(/q=/);
  expect(await page.locator('.row').count()).toBe(1);
  await page.goto(`${desk.system.url}/calls`);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('j');
  const second = await page.locator('.row').nth(1).getAttribute('href');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${desk.system.url}${second}`);
  await context.close();
});

test.skipIf(!found)('an open page shows what happens without being loaded again', async () => {
  const context = await contextOf(browser, { width: 390, locale: 'ja', scheme: 'light' });
  const page = await context.newPage();
  await signIn(page, desk.system.url, '小野 健');
  await page.goto(`${desk.system.url}/calls`);
  const before = await page.locator('.row').count();
  await page.locator('.row').first().focus();
  const held = await page.locator('.row').first().getAttribute('href');
  await desk.say('cs', '@Toban もう一件、返却できないお客様がいます。');
  await page.locator('.row').nth(before).waitFor({ timeout: 15_000 });
  expect(await page.evaluate('document.activeElement.getAttribute("href")')).toBe(held);
  await context.close();
});

test.skipIf(!found)('without scripts every page reads the same, and the language switch works', async () => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ja-JP' });
  const page = await context.newPage();
  await signIn(page, desk.system.url, '小野 健');
  await page.goto(`${desk.system.url}${call}`);
  expect(await page.getByRole('heading', { name: '経緯' }).count()).toBe(1);
  await page.locator('.menu summary').click();
  await page.getByRole('link', { name: 'English' }).click();
  expect(await page.getByRole('heading', { name: 'What happened' }).count()).toBe(1);
  await context.close();
});
