import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { NOTHING_KNOWN, pushRunbook } from '../../shared/runbook/index.ts';
import { type Desk, openDesk } from '../story/desk.ts';
import { declareInSlack } from '../story/incident-desk.ts';
import { complaints, contextOf, found, type Look, launch, signIn, widthOf } from './eyes.ts';

const SOURCE = `---
id: return-failed
title: 車両を返却できない
language: ja
match: { keywords: [返却] }
---
## 状況をつかむ {#facts}

止められない**お客様への案内**が先です。原因は後で調べます。

1. 何が起きているか、一文で書いてください。 \`ask text as what\`
2. 何台に影響していますか。 \`ask number as vehicles into impact.vehicles\`
3. どの地域ですか。 \`ask many as areas\`
   - 渋谷
   - 新宿
   - 横浜
4. いまも増えていますか。 \`ask choice as growing\`
   - 増えている
   - 止まった \`go #tell\`

## 止める {#stop parallel}

- 新しい貸し出しを止める \`by commander\`
- CSに案内文を渡す \`by cs-liaison\`
- [状況ページ](https://status.example.com)に載せる \`optional\`

## 知らせる {#tell}

1. サービス運営に {vehicles} 台と伝える
`;

let browser: Browser;
let desk: Desk;
beforeAll(async () => {
  if (!found) return;
  desk = await openDesk();
  const by = { user: 'U0SRELEAD', name: '森 由紀' };
  await pushRunbook(desk.system.store, SOURCE, by, NOTHING_KNOWN, desk.system.clock.now());
  browser = await launch();
});
let number = 0;
beforeEach(async () => {
  if (!found) return;
  number += 1;
  await declareInSlack(desk, 'U0SRELEAD', { title: '渋谷で返却できない' });
});
afterAll(async () => {
  await browser?.close();
  await desk?.close();
});

async function openAs(name: string, path: string, look: Look): Promise<Page> {
  const page = await (await contextOf(browser, look)).newPage();
  await signIn(page, desk.system.url, name);
  await page.goto(`${desk.system.url}${path}`);
  return page;
}

const shoot = (page: Page, name: string) =>
  process.env.SCREENSHOTS &&
  page.screenshot({ path: `${process.env.SCREENSHOTS}/${name}.png`, fullPage: true });

test.skipIf(!found)(
  'played on a phone, step by step, while somebody follows it on a wide screen, and then on paper',
  async () => {
    const page = await openAs('小野 健', `/incidents/INC-${number}`, {
      width: 390,
      locale: 'ja',
      scheme: 'light',
    });
    await page.getByText('「返却」とあるため').waitFor();
    await page.getByRole('button', { name: '始める' }).click();
    await page.waitForURL(/\/runs\/run_/);
    const path = new URL(page.url()).pathname;
    await page.getByLabel('回答', { exact: true }).fill('渋谷の駅前で返却ボタンが反応しない');
    await page.getByRole('button', { name: '答える' }).click();
    await page.getByLabel('回答', { exact: true }).fill('１２０');
    await page.getByRole('button', { name: '答える' }).click();
    await page.getByLabel('渋谷').check();
    await page.getByLabel('横浜').check();
    expect(await complaints(page)).toEqual([]);
    expect(await widthOf(page)).toBeLessThanOrEqual(390);
    await page.getByRole('button', { name: '答える' }).click();

    const follower = await openAs('森 由紀', path, { width: 1280, locale: 'en', scheme: 'dark' });
    await follower.locator('summary', { hasText: 'Skip' }).click();
    const reason = follower.locator('#step-growing-1').getByLabel('Reason');
    await reason.fill('half a sentence');
    await page.getByRole('button', { name: '増えている' }).click();
    await page.getByText('新しい貸し出しを止める').first().waitFor();
    await follower.getByText('新しい貸し出しを止める').first().waitFor({ timeout: 15_000 });
    // What was being typed is still there, with the word that somebody was first.
    expect(await reason.inputValue()).toBe('half a sentence');
    expect(await follower.locator('#step-growing-1 [data-gone]').isVisible()).toBe(true);
    expect(await complaints(page)).toEqual([]);
    await shoot(page, 'run-390');
    await follower.reload();
    expect(await complaints(follower)).toEqual([]);
    await shoot(follower, 'run-1280-dark');
    await page.getByRole('link', { name: '印刷用に開く' }).click();
    await page.waitForURL(/\/print$/);
    await page.emulateMedia({ media: 'print' });
    const paper = page.locator('.paper');
    expect(await paper.textContent()).toMatch(/何台に影響していますか。[\s\S]*120[\s\S]*小野 健さん/);
    expect(await paper.textContent()).toMatch(/サービス運営に 120 台と伝える[\s\S]*未実施/);
    expect(await page.locator('header.top').isVisible()).toBe(false);
    expect(await page.locator('button:visible').count()).toBe(0);
    await shoot(page, 'run-print');
    await Promise.all([page.context().close(), follower.context().close()]);
  },
);
