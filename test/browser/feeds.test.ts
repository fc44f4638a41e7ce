import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, signIn, widthOf } from './eyes.ts';

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk();
  await desk.system.minute();
  await desk.system.settle();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const SHOTS = process.env.SCREENSHOTS;
const WORDS = {
  ja: { make: /^アドレスを作る: 車両/, renew: /^新しいアドレスにする: 車両/, stop: /^公開をやめる: 車両/ },
  en: { make: /^Make an address: 車両/, renew: /^Change the address: 車両/, stop: /^Stop publishing: 車両/ },
};

describe.skipIf(!found).each(fewLooks)('at $width in $locale, $scheme', (look) => {
  test('an editor makes an address, changes it and stops it; it stands on the page and nowhere else', async () => {
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    const words = WORDS[look.locale];
    const check = async (name: string) => {
      expect(await complaints(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
    };
    const address = async () => (await page.locator('textarea').inputValue()).trim();
    const answer = async (url: string) => (await fetch(url)).status;

    await signIn(page, desk.system.url, '森', '/feeds');
    await page.getByRole('button', { name: words.make }).click();
    const first = await address();
    expect(first).toMatch(/\/feeds\/rota\/[\w-]{43}\.ics$/);
    expect(page.url()).not.toContain(first.slice(-20));
    expect(await answer(first)).toBe(200);
    await check('feed-made');

    await page.goto(`${desk.system.url}/feeds`);
    expect(await page.content()).not.toContain(first.slice(-20));
    await check('feeds-live');
    await page.getByRole('button', { name: words.renew }).click();
    const second = await address();
    expect([await answer(first), await answer(second)]).toEqual([404, 200]);

    await page.goto(`${desk.system.url}/feeds`);
    await page.getByRole('button', { name: words.stop }).click();
    await page.getByRole('status').first().waitFor();
    expect(await answer(second)).toBe(404);
    await check('feeds-stopped');
    await context.close();
  });
});
