import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from '../story/desk.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, widthOf } from './eyes.ts';

const SHOTS = process.env.SCREENSHOTS;
const RULES = '\nretention: { incidents: 1095d, calls: 30d, audit: 365d }\n';
let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  const config = parseConfig(`${readFileSync('toban.yaml', 'utf8')}${RULES}`);
  [browser, desk] = await Promise.all([launch(), openDesk({ config })]);
  await desk.say('cs', '@Toban 返却できません');
  await desk.say('cs', '@Toban 領収書が出ません');
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

describe.skipIf(!found).each(fewLooks)('retention at $width in $locale, $scheme', (look) => {
  let context: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    context = await contextOf(browser, look);
    page = await context.newPage();
  });
  afterAll(() => context?.close());

  async function check(name: string): Promise<void> {
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
  }
  const fold = (selector: string) => page.locator(`${selector} > summary`).click();

  test('a call is held and released by pressing what the pages show, and a rule is tried', async () => {
    await page.goto(`${desk.system.url}/sign-in/slack?to=/calls`);
    await page.getByRole('button', { name: /森 由紀/ }).click();
    await page.waitForURL(`${desk.system.url}/calls`);
    await page.locator('a[href^="/calls/esc_"]').first().click();
    await fold('#hold-it');
    await page.fill('#hold-reason', '訴訟 2026-41');
    await check('hold-form');
    await page.locator('#hold-it button').click();
    await page.waitForURL(/#legal-hold$/);
    await page.getByText('訴訟 2026-41').waitFor();
    await check('held');

    await page.goto(`${desk.system.url}/settings/retention`);
    await page.fill('#try-days', '30');
    await page.locator('#try button').click();
    await page.waitForURL(/days=30/);
    await fold('#hold-one');
    await check('retention');

    await page.locator('#holds ~ ul summary').click();
    await page.locator('#holds ~ ul button').click();
    await page.waitForURL(/done=lifted/);
    expect(await page.locator('p.notice').isVisible()).toBe(true);
  });
});
