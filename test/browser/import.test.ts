import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { notionExport, notionIncident } from '../notion-export.ts';
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
  ja: { upload: 'アップロードして確かめる', dry: '試行する', run: /件を取り込む$/, done: '取り込み済み' },
  en: { upload: 'Upload and check', dry: 'Dry run', run: /^Import \d/, done: 'imported' },
};
const EXPORT = Array.from({ length: 12 }, (_, n) => notionIncident(n));
const BROKEN = {
  ...notionIncident(12),
  row: { ...notionIncident(12).row, 発生日時: '先週', 重要度: '要確認' },
};

describe.skipIf(!found).each(fewLooks)('at $width in $locale, $scheme', (look) => {
  test('an export is uploaded, mapped, tried and brought in', async () => {
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    const words = WORDS[look.locale];
    const check = async (name: string) => {
      expect(await complaints(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
      if (SHOTS)
        await page.screenshot({ path: `${SHOTS}/import-${name}-${nameOf(look)}.png`, fullPage: true });
    };
    await signIn(page, desk.system.url, '森', '/settings/import');
    if (SHOTS) await check('upload');
    const buffer = Buffer.from(notionExport([...EXPORT, BROKEN]));
    await page
      .locator('input[type=file]')
      .setInputFiles({ name: 'Export.zip', mimeType: 'application/zip', buffer });
    await page.getByRole('button', { name: words.upload }).click();
    await check('mapping');
    await page.getByRole('button', { name: words.dry }).click();
    await desk.system.settle();
    await page.reload();
    await check('report');
    const run = page.getByRole('button', { name: words.run });
    // Of the looks but the first, all are in already.
    if ((await run.count()) > 0) await run.click();
    await desk.system.settle();
    await page.reload();
    if (look === fewLooks[0]) await page.getByText(words.done, { exact: true }).waitFor();
    if (SHOTS) await check('done');
    await context.close();
  });
});
