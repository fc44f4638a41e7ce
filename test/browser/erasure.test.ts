import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { setHold } from '../../shared/legal-hold/index.ts';
import { calls } from '../../shared/store/shapes.ts';
import { type Desk, openDesk } from '../story/desk.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, signIn, widthOf } from './eyes.ts';

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

const SHOTS = process.env.SCREENSHOTS;
const WORDS = {
  ja: { begin: 'どこにあるか調べる', again: 'もう一度調べる', run: '名前を消す', done: '削除済み', first: '先に済ませること' }, // biome-ignore format: one line reads best
  en: { begin: 'Look where it stands', again: 'Look again', run: 'Erase the name', done: 'erased', first: 'To be settled first' }, // biome-ignore format: one line reads best
};
const alice = () => {
  const user = desk.slack.workspace.state.users.find(({ id }) => id === 'U0ALICE');
  if (!user) throw new Error('no Alice');
  return user;
};

/** Two calls that Alice made, the later one under legal hold. */
async function twoCalls(): Promise<void> {
  const { store, clock } = desk.system;
  alice().deactivated = false;
  await desk.say('U0ALICE', '@Toban 返却できないお客様がいます。折り返しは Alice Moore まで');
  await desk.say('U0ALICE', '@Toban 充電できない車両が3台あります');
  const [latest] = (await store.page({ shape: calls.all, values: {}, limit: 1 })).docs;
  if (!latest) throw new Error('no call');
  const by = { user: 'U0OWNER', name: '石川 恵' };
  await setHold({ store, clock }, { record: latest.path, team: 'T0TOBAN' }, by, '訴訟');
}

describe.skipIf(!found).each(fewLooks)('at $width in $locale, $scheme', (look) => {
  test('somebody is looked for, what stands against it is settled, and the name is erased', async () => {
    await twoCalls();
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    const words = WORDS[look.locale];
    const check = async (name: string) => {
      expect(await complaints(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
      if (SHOTS)
        await page.screenshot({ path: `${SHOTS}/erasure-${name}-${nameOf(look)}.png`, fullPage: true });
    };
    await signIn(page, desk.system.url, '森', '/settings/erasure');
    await check('begin');
    await page.locator('input[name=who]').fill('U0ALICE');
    await page.getByRole('button', { name: words.begin }).click();
    await desk.system.settle();
    await page.getByRole('heading', { name: words.first }).waitFor();
    await check('refused');
    alice().deactivated = true;
    await desk.advance('PT11M');
    await page.getByRole('button', { name: words.again }).click();
    await desk.system.settle();
    await page.reload();
    await page.locator('main details summary').first().click();
    await page.locator('input[name=typed]').fill('U0ALICE');
    await check('confirm');
    await page.getByRole('button', { name: words.run }).click();
    await desk.system.settle();
    await desk.advance('PT3M');
    await page.reload();
    await page.locator('.state.done', { hasText: words.done }).waitFor();
    await check('erased');
    await context.close();
  });
});
