import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { contextOf, found, launch, signIn } from './eyes.ts';

let browser: Browser;
let desk: Desk;
let context: BrowserContext;
const errors: string[] = [];
beforeEach(async () => {
  if (!found) return;
  // As `npm start` runs it; nobody is connected yet.
  desk = await openDesk({ mode: 'auto', adminInEnvironment: false });
  browser = await launch();
  context = await contextOf(browser, { width: 1280, locale: 'ja', scheme: 'light' });
});
afterEach(async () => {
  await browser?.close();
  await desk?.close();
});

/** A picture of docs/quick-start.md, when asked for. */
async function picture(page: Page, name: string): Promise<void> {
  if (process.env.SCREENSHOTS) await page.screenshot({ path: `docs/images/quick-${name}.png` });
}

async function open(address: string): Promise<Page> {
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(address);
  return page;
}

/** docs/quick-start.md, step by step, as somebody does it who has never seen Toban. */
test.skipIf(!found)(
  'install, configure, first call, incident, postmortem: one thread',
  async () => {
    const { url } = desk.system;
    const pages = await open(`${url}/sign-in`);
    await signIn(pages, url, /森 由紀/);

    // Install: the administrator's account is connected, and doctor finds nothing to mend.
    await pages.goto(`${url}/settings/slack`);
    await pages.locator('a[href="/slack/install"]').click();
    await pages.getByRole('button', { name: /Toban 管理用/ }).click();
    await pages.getByText('使えます').first().waitFor();
    await pages.getByRole('link', { name: '設定の診断' }).click();
    await pages
      .getByText(/直すべき問題 0 件|問題はありません/)
      .first()
      .waitFor();
    await picture(pages, 'doctor');

    // The first call: one phone rings, one tap.
    const chat = await open(`${desk.slack.url}/`);
    const phone = chat.locator('#phone');
    await chat.getByRole('button', { name: '送ってみる' }).click();
    await phone.getByRole('button', { name: '受領する' }).click();
    await chat.locator('#chat').getByText('対応中').waitFor();
    await picture(chat, 'call');

    // It is more than a question.
    await phone.getByRole('button', { name: 'インシデントにする' }).click();
    const modal = chat.getByRole('dialog');
    const declare = modal.getByRole('button', { name: '宣言する' });
    await declare.waitFor();
    await picture(chat, 'declare');
    await declare.click();
    await modal.waitFor({ state: 'detached' });

    // Its page, from the list, to resolved.
    await expect
      .poll(async () => (await pages.goto(`${url}/incidents/INC-1`))?.status(), { timeout: 20_000 })
      .toBe(200);
    await picture(pages, 'incident');
    await pages.getByText('変更・連絡する').click();
    await pages.locator('#change-severity > summary').click();
    await pages.locator('#change-severity select[name="severity"]').selectOption('SEV2');
    await pages.locator('#severity-reason').fill('返却できないお客様が増えているため');
    await pages.locator('#change-severity button').click();
    await pages.locator('#now .state', { hasText: 'SEV2' }).waitFor();
    await pages.getByText('変更・連絡する').click();
    await pages.locator('#change-status > summary').click();
    await pages.locator('#change-status select[name="to"]').selectOption('resolved');
    await pages.locator('#change-status button').click();
    await pages.locator('#now .state', { hasText: '解決' }).waitFor();

    // What was learnt is half written.
    const there = async () => (await pages.goto(`${url}/postmortems/INC-1`))?.status();
    await expect.poll(there, { timeout: 20_000 }).toBe(200);
    await expect.poll(() => pages.locator('main').textContent()).toMatch(/新井 さくら[\s\S]*返却できない/);
    await picture(pages, 'postmortem');
    expect(errors).toEqual([]);
  },
  120_000,
);
