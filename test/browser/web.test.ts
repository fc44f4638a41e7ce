import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { complaints, contextOf, found, launch, looks, nameOf, widthOf } from './eyes.ts';

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk({ mode: 'auto' });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const SHOTS = process.env.SCREENSHOTS;

async function signIn(page: Page, name: string): Promise<void> {
  await page.goto(desk.system.url);
  await page.locator('a[href^="/sign-in/slack"]').click();
  await page.getByRole('button', { name }).click();
  await page.waitForURL(`${desk.system.url}/`);
}

const PAGES: Readonly<Record<string, string>> = { home: '/', missing: '/nowhere' };

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
    await signIn(page, '小野 健');
    for (const [name, path] of Object.entries(PAGES)) {
      await page.goto(`${desk.system.url}${path}`);
      await check(name);
    }
  });
});
