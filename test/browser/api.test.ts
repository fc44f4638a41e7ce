import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { openReceiver, type Receiver } from '../story/receiver.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, widthOf } from './eyes.ts';

const SHOTS = process.env.SCREENSHOTS;
const WORDS = {
  ja: { make: '作る', revoke: /^失効させる: 監視/, revoked: '失効' },
  en: { make: 'Make', revoke: /^Revoke: 監視/, revoked: 'Revoked' },
};
let browser: Browser;
let desk: Desk;
let receiver: Receiver;
beforeAll(async () => {
  if (!found) return;
  receiver = await openReceiver();
  desk = await openDesk({
    wrap: <T extends object>(name: string, part: T) =>
      name === 'webhooks' ? (receiver.sender as unknown as T) : part,
  });
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
  await receiver?.close();
});

describe.skipIf(!found).each(fewLooks)('at $width in $locale, $scheme', (look) => {
  test('an admin makes a token, uses it, revokes it, and reads about the API', async () => {
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    const words = WORDS[look.locale];
    const check = async (name: string) => {
      expect(await complaints(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
    };
    await page.goto(`${desk.system.url}/sign-in/slack?to=/settings/tokens`);
    await page.getByRole('button', { name: /森 由紀/ }).click();
    await page.waitForURL(`${desk.system.url}/settings/tokens`);
    await page.locator('input[name=name]').fill('監視');
    await page.getByRole('button', { name: words.make, exact: true }).click();
    const token = await page.locator('textarea').inputValue();
    const use = async () => {
      const headers = { authorization: `Bearer ${token}` };
      return (await fetch(`${desk.system.url}/api/v1/me`, { headers })).status;
    };
    expect(await use()).toBe(200);
    await check('token-made');
    await page.goto(`${desk.system.url}/settings/tokens`);
    await check('tokens');
    await page.getByRole('button', { name: words.revoke }).first().click();
    await page.waitForURL(/revoked=1/);
    expect(await page.locator('.feeds li').first().textContent()).toContain(words.revoked);
    expect(await use()).toBe(401);
    await page.goto(`${desk.system.url}/api`);
    await page.locator('#declareIncident summary').click();
    await page.evaluate('scrollTo(0, 0)');
    await check('api');
    await context.close();
  });

  test('an admin adds a webhook, sees its secret once, and tries it', async () => {
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    const check = async (name: string) => {
      expect(await complaints(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
    };
    await page.goto(`${desk.system.url}/sign-in/slack?to=/settings/webhooks`);
    await page.getByRole('button', { name: /森 由紀/ }).click();
    await page.waitForURL(`${desk.system.url}/settings/webhooks`);
    await page.locator('input[name=url]').fill('https://hooks.example.com/toban');
    await page.locator('input[value="incident.declared"]').check();
    await page.locator('form.stack').last().getByRole('button').click();
    expect(await page.locator('textarea').inputValue()).toMatch(/^whsec_/);
    await check('webhook-made');
    await page.locator('a[href^="/settings/webhooks/wh_"]').click();
    await page.locator('form[action$="/test"] button').click();
    await page.waitForURL(/done=test/);
    await desk.system.settle();
    await page.reload();
    await page.locator('.deliveries summary').click();
    expect(receiver.received.at(-1)?.json.type).toBe('webhook.test');
    expect(await page.locator('.deliveries').textContent()).toContain('webhook.test');
    await check('webhook');
    await page.locator('form[action$="/delete"] button').click();
    await page.waitForURL(/done=deleted/);
    await context.close();
  });
});
