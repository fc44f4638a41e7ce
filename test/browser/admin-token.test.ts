import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, widthOf } from './eyes.ts';

const SHOTS = process.env.SCREENSHOTS;
let browser: Browser;
beforeAll(async () => {
  if (found) browser = await launch();
});
afterAll(() => browser?.close());

describe.skipIf(!found).each(fewLooks)('an administrator’s account at $width in $locale, $scheme', (look) => {
  let desk: Desk;
  let context: BrowserContext;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    desk = await openDesk({ adminInEnvironment: false });
    context = await contextOf(browser, look);
    page = await context.newPage();
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('console', (message) => {
      if (/content security policy/i.test(message.text())) errors.push(message.text());
    });
  });
  afterAll(async () => {
    await context?.close();
    await desk?.close();
  });

  async function check(name: string): Promise<void> {
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
    expect(errors).toEqual([]);
  }
  const settings = () => page.goto(`${desk.system.url}/settings/slack`);
  const press = (name: RegExp) => page.getByRole('button', { name }).click();
  const connect = async (as: RegExp) => {
    await settings();
    await page.locator('a[href="/slack/install"]').click();
    await press(as);
    await page.waitForURL(`${desk.system.url}/**`);
  };

  test('is connected, warned of, lost, connected anew and taken back by pressing what the pages show', async () => {
    await page.goto(`${desk.system.url}/sign-in/slack?to=/settings/slack`);
    await press(/森 由紀/);
    await page.waitForURL(`${desk.system.url}/settings/slack`);
    await check('admin-none');

    await page.locator('a[href="/slack/install"]').click();
    if (SHOTS) await page.screenshot({ path: `${SHOTS}/admin-consent-${nameOf(look)}.png`, fullPage: true });
    expect(await complaints(page)).toEqual([]);
    await press(/中村 美咲/);
    await page.waitForURL(`${desk.system.url}/**`);
    await check('admin-refused');

    await connect(/森 由紀/);
    await check('admin-connected');
    expect(await page.locator('.warnings li').count()).toBe(1);

    await connect(/Toban 管理用/);
    expect(await page.locator('.warnings li').count()).toBe(0);
    const admin = desk.slack.workspace.state.users.find(({ id }) => id === 'U0ADMIN');
    if (!admin) throw new Error('no such user');
    desk.slack.people.setUser(admin, { admin: false });
    await desk.system.settle();
    await settings();
    expect(await page.locator('.state.open').count()).toBe(1);
    await check('admin-lost');

    await press(/外す|Disconnect/);
    await page.waitForURL(/done=disconnected/);
    expect(await page.locator('#account .state.off').count()).toBe(1);
  });

  test('a member sees whose it is, and no button', async () => {
    await connect(/石川 恵/);
    const member = await contextOf(browser, look);
    page = await member.newPage();
    await page.goto(`${desk.system.url}/sign-in/slack?to=/settings/slack`);
    await press(/小野 健/);
    await page.waitForURL(`${desk.system.url}/settings/slack`);
    expect(await page.locator('#account').textContent()).toContain('石川 恵');
    expect(await page.locator('main button, main a.button').count()).toBe(0);
    await check('admin-member');
    await member.close();
  });
});
