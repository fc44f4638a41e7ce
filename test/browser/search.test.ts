import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { declareInSlack } from '../story/incident-desk.ts';
import { complaints, contextOf, found, launch, signIn, widthOf } from './eyes.ts';

let browser: Browser;
let desk: Desk;
let page: Page;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk();
  await declareInSlack(desk, 'U0SRELEAD', { title: '渋谷で<b>返却</b>できない' });
  await declareInSlack(desk, 'U0SRELEAD', { title: '鍵が開かない' });
  browser = await launch();
  page = await (await contextOf(browser, { width: 390, locale: 'ja', scheme: 'light' })).newPage();
  await signIn(page, desk.system.url, '森 由紀');
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

test.skipIf(!found)('the key / leads from any page to what is looked for', async () => {
  await page.keyboard.press('/');
  await page.keyboard.type('返却');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/search\?q=/);
  expect(await page.locator('mark').allTextContents()).toContain('返却');
  expect(await complaints(page)).toEqual([]);
  expect(await widthOf(page)).toBe(390);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.waitForURL(`${desk.system.url}/incidents/INC-1`);
});

test.skipIf(!found)('the palette opens, finds and goes by the keyboard alone', async () => {
  await page.keyboard.press('Control+k');
  const option = page.locator('#palette [role="option"]');
  await option.filter({ hasText: '鍵が開かない' }).waitFor();
  expect(await complaints(page)).toEqual([]);
  await page.keyboard.type('返却');
  const first = option.filter({ hasText: '渋谷で<b>返却</b>できない' });
  await first.waitFor();
  const box = page.getByRole('combobox');
  expect(await box.getAttribute('aria-activedescendant')).toBe(await option.first().getAttribute('id'));
  await page.keyboard.press('ArrowUp');
  expect(await option.last().getAttribute('aria-selected')).toBe('true');
  await page.keyboard.press('Escape');
  expect(await page.locator('#palette').isVisible()).toBe(false);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('設定');
  await option.filter({ hasText: '設定' }).first().waitFor();
  await page.locator('#palette [role="option"][aria-selected="true"][data-to="/settings"]').waitFor();
  await page.keyboard.press('Enter');
  await page.waitForURL(`${desk.system.url}/settings`);
});
