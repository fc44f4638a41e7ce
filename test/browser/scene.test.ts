import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';

const EXECUTABLE = '/usr/bin/chromium';
const QUIET = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];
const found = existsSync(EXECUTABLE);
if (!found) console.log(`NOT RUN: browser (${EXECUTABLE} is not there)`);

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk({ mode: 'auto' });
  browser = await chromium.launch({ executablePath: EXECUTABLE, args: QUIET });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function openScene(width: number): Promise<{ page: Page; errors: string[] }> {
  const page = await browser.newPage({ viewport: { width, height: width < 500 ? 844 : 1_150 } });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(desk.slack.url);
  return { page, errors };
}

test.skipIf(!found)(
  'support calls, the person on duty acknowledges on the phone, and both see it',
  async () => {
    const { page, errors } = await openScene(1_280);
    await page.getByRole('button', { name: '送信' }).click();
    const phone = page.locator('#dm');
    await phone.getByRole('button', { name: '受領する' }).waitFor();
    if (process.env.SCREENSHOTS) {
      await page.waitForTimeout(2_000);
      await page.screenshot({ path: 'docs/images/scene.png' });
    }
    await phone.getByRole('button', { name: '受領する' }).click();
    await page.locator('#channel').getByText('対応中').waitFor();
    await phone.getByText('対応中').waitFor();
    expect(errors).toEqual([]);
  },
);

test.skipIf(!found)('at 390 pixels nothing is wider than the screen', async () => {
  const { page, errors } = await openScene(390);
  await page.locator('#channel').getByText('対応中').waitFor();
  expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(390);
  if (process.env.SCREENSHOTS) await page.screenshot({ path: 'docs/images/scene-phone.png', fullPage: true });
  expect(errors).toEqual([]);
});
