import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openRoomDesk, type RoomDesk } from '../story/room-desk.ts';
import { complaints, contextOf, fewLooks, found, launch, nameOf, signIn, widthOf } from './eyes.ts';

let browser: Browser;
let room: RoomDesk;
beforeAll(async () => {
  if (!found) return;
  room = await openRoomDesk();
  await room.declare('U0SRELEAD', { title: '返却できない', service: 'rental' });
  const items = [
    {
      title: '証明書の更新を自動にする',
      owner: 'U0ONO',
      due: '2026-11-24',
      priority: 'high',
      link: 'https://issues.example/7',
    },
    {
      title: '返却に失敗した件数を1分ごとに見て、増えたら当番を呼ぶ監視を足す',
      due: '2026-12-04',
      kind: 'detect',
    },
    { title: '問い合わせの多い時間帯の連絡網を見直す', owner: 'U0CS', kind: 'process', priority: 'low' },
  ];
  for (const values of items) {
    await room.command('U0SRELEAD', room.room, 'action');
    await room.send('U0SRELEAD', values);
  }
  room.desk.system.clock.moveTo(Date.parse('2026-11-30T10:00+09:00'));
  await room.desk.system.minute();
  await room.desk.system.settle();
  browser = await launch();
});
afterAll(async () => {
  await browser?.close();
  await room?.desk.close();
});

const SHOTS = process.env.SCREENSHOTS;

describe.skipIf(!found).each(fewLooks)('at $width in $locale, $scheme', (look) => {
  test('the board is scanned, picked and edited by keys, and fits the screen', async () => {
    const context = await contextOf(browser, look);
    const page = await context.newPage();
    const check = async (name: string) => {
      expect(await complaints(page)).toEqual([]);
      expect(await widthOf(page)).toBeLessThanOrEqual(look.width);
      if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}-${nameOf(look)}.png`, fullPage: true });
    };
    await signIn(page, room.desk.system.url, '森', '/actions');
    await check('actions');
    await page.keyboard.press('j');
    await page.keyboard.press('x');
    await page.keyboard.press('e');
    expect(await page.locator('[data-pick]').first().isChecked()).toBe(true);
    expect(await page.evaluate('document.activeElement.name')).toBe('title');
    await check('actions-edit');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    expect(await page.locator('#keys').isVisible()).toBe(true);
    await page.locator('[data-row]').nth(1).click();
    await page.locator('#edit > summary').click();
    await check('action');
    await page.goto(`${room.desk.system.url}/incidents/INC-1`);
    await check('incident-actions');
    await context.close();
  });
});
