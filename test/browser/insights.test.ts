import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import { type Desk, NOON, openDesk } from '../story/desk.ts';
import { history } from '../story/history.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, signIn, widthOf } from './eyes.ts';

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk();
  await desk.system.minute();
  const store = openSqliteStore({ file: desk.storeFile });
  await history(store, NOON, 13);
  await store.close();
  browser = await launch();
}, 60_000);
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const SHOTS = process.env.SCREENSHOTS;

describe.skipIf(!found).each(fewLooks)('at $width in $locale, $scheme', (look) => {
  test('figures are read with their tables and the way to each list; a week is told in large letters', async () => {
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    await signIn(page, desk.system.url, '森', '/insights');
    expect(await page.locator('svg.columns').count()).toBeGreaterThanOrEqual(7);
    expect(await page.locator('svg.columns .sev1, svg.columns .sev2').count()).toBeGreaterThan(0);
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/insights-${nameOf(look)}.png`, fullPage: true });
    await page.locator('main details > summary').first().click();
    await page.locator('main details[open] tbody a').last().click();
    await page.waitForURL(/\/incidents\?from=/);

    await page.goto(`${desk.system.url}/weekly/2026-W47`);
    expect(await page.locator('.weekly .numbers b').allTextContents()).toHaveLength(4);
    expect(await page.locator('.weekly .lines a').count()).toBeGreaterThan(0);
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/weekly-${nameOf(look)}.png`, fullPage: true });
    await context.close();
  });
});
