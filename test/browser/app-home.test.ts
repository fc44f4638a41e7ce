import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { complaints, contextOf, found, type Look, launch, nameOf, widthOf } from './eyes.ts';

const seen = test.skipIf(!found);

let browser: Browser;
let desk: Desk;
let context: BrowserContext;
const errors: string[] = [];
beforeAll(async () => {
  if (found) browser = await launch();
});
afterAll(() => browser?.close());
afterEach(async () => {
  await context?.close();
  await desk?.close();
});

const looks: readonly Look[] = [
  { width: 1280, locale: 'ja', scheme: 'light' },
  { width: 1280, locale: 'en', scheme: 'dark' },
];

async function openPage(look: Look, as: string): Promise<Page> {
  desk = await openDesk({ mode: 'auto' });
  context = await contextOf(browser, look);
  const page = await context.newPage();
  page.on('pageerror', (error) => errors.push(error.message));
  await page.goto(`${desk.slack.url}/?as=${as}`);
  await page.locator('#chat .composer').first().waitFor();
  return page;
}

/** A picture to look at, when asked for: SHOTS names the folder. */
async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.SHOTS;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` });
}

seen.each(looks)(
  'a message to the app, written on the page, calls; Home shows it and calls by a form ($locale $scheme)',
  async (look) => {
    const ja = look.locale === 'ja';
    const page = await openPage(look, ja ? 'U0CS' : 'U0ALICE');
    const chat = page.locator('#chat');
    await chat.getByRole('button', { name: 'Toban', exact: true }).first().click();
    await chat.locator('.conversation > .composer .write').fill('車両が返却できません');
    await page.keyboard.press('Enter');
    await chat
      .getByText(/呼び出し中/)
      .first()
      .waitFor();

    await chat
      .getByRole('button', { name: ja ? 'ホーム' : 'Home' })
      .first()
      .click();
    await chat.getByRole('heading', { name: ja ? 'いまの当番' : 'On duty now' }).waitFor();
    await chat.getByText(ja ? '依頼: 車両が返却できません' : 'You asked: 車両が返却できません').waitFor();
    await picture(page, `home-${nameOf(look)}`);
    expect(await complaints(page)).toEqual([]);

    await chat.getByRole('button', { name: ja ? '当番を呼ぶ' : 'Call the person on duty' }).click();
    const form = page.getByRole('dialog');
    await form
      .getByRole('textbox', { name: ja ? '困っていること' : 'What is wrong' })
      .fill('電池が切れました');
    await picture(page, `form-${nameOf(look)}`);
    await form.getByRole('button', { name: ja ? '呼ぶ' : 'Call', exact: true }).click();
    // The count of unread messages is part of its name by now.
    await chat.locator(`[data-focus="${ja ? 'D0CS' : 'D0ALICE'}"]`).click();
    await chat.getByText('電池が切れました').first().waitFor();
    expect(errors.splice(0)).toEqual([]);
  },
);

seen('at 390 pixels the Home tab of a phone is no wider than the screen', async () => {
  const look = { width: 390, locale: 'ja', scheme: 'dark' } as const;
  const page = await openPage(look, 'U0CS');
  await page.locator('#tabs button').nth(1).click();
  const phone = page.locator('#phone');
  // A phone that nothing was ever sent to is locked.
  desk.slack.people.say('U0CS', 'D0CS', '返却できません');
  await phone.locator('.banner').click();
  await phone.locator('.banner').waitFor({ state: 'detached' });
  await phone.getByRole('tab', { name: 'ホーム' }).click();
  await phone.getByText('いま担当中').waitFor();
  await picture(page, `home-${nameOf(look)}`);
  expect(await widthOf(page)).toBeLessThanOrEqual(390);
  expect(errors.splice(0)).toEqual([]);
});
