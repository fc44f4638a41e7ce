import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Browser, hiddenIn, signedIn } from './browser.ts';
import { sendCorrection, worldOf } from './correction-desk.ts';
import type { Desk } from './desk.ts';
import { mainOf, sendOnPage } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let incident: RoomDesk;
let desk: Desk;
let lead: Browser;
let support: Browser;
beforeAll(async () => {
  incident = await openRoomDesk();
  desk = incident.desk;
  [lead, support] = await signedIn(desk, 'U0SRELEAD', 'U0CS');
});
afterAll(() => desk.close());

const correct = (browser: Browser, path: string, fields: Record<string, string>) =>
  sendCorrection(desk, browser, path, fields);
const world = () => worldOf(desk);

describe('one that is over already', () => {
  const seconds = (time: string) => Date.parse(`${time}:00+09:00`) / 1_000;

  test('is entered on the page with its times: it is in the list with its numbers, and nobody hears of it', async () => {
    const page = await lead.page('/incidents/new');
    const said = {
      csrf: hiddenIn(page, 'csrf'),
      nonce: hiddenIn(page, 'nonce'),
      title: '先月の決済障害',
      service: 'rental',
      vehicles: '900',
      started: '11/10 22:10',
      detected: '11/10 22:20',
    };
    const before = world();
    const half = await lead.post('/incidents/new', said);
    expect(half.status).toBe(422);
    expect(mainOf(await half.text())).toContain('解決した時刻を入れてください');
    const backwards = await lead.post('/incidents/new', { ...said, resolved: '11/10 22:00' });
    expect(mainOf(await backwards.text())).toContain('始まった時刻より後にしてください');
    expect((await lead.post('/incidents/new', { ...said, resolved: '11/11 0:20' })).status).toBe(303);
    await desk.system.settle();
    await lead.post('/incidents/new', { ...said, resolved: '11/11 0:20' });
    await desk.system.settle();
    expect(world()).toEqual(before);
    const list = mainOf(await support.page('/incidents?status=resolved'));
    const label = /(INC-\d+) 先月の決済障害/.exec(list)?.[1] ?? '';
    expect(list.split('先月の決済障害')).toHaveLength(2);
    const shown = mainOf(await support.page(`/incidents/${label}`));
    for (const part of [
      '森 由紀さんが事後に記録',
      'なし（事後に記録）',
      '発生から検知（TTD） 10分',
      '検知から解決（TTR） 2時間',
    ])
      expect(shown).toContain(part);
    await sendOnPage(desk, lead, `/incidents/${label}`, 'status', { to: 'closed' });
    expect(
      (await correct(lead, `/incidents/${label}`, { 'severity-new': 'SEV2', 'since-new': '11/10 22:15' }))
        .status,
    ).toBe(303);
    const again = await sendOnPage(desk, lead, `/incidents/${label}`, 'status', {
      to: 'fixing',
      reason: 'また',
    });
    expect(mainOf(await again.text())).toContain('新しく宣言してください');
    expect(world().channels).toEqual(before.channels);
    const rooms = incident.rooms().map(({ id }) => id);
    expect(world().messages.filter((one) => !rooms.includes(one.split(' ')[0] ?? ''))).toEqual(
      before.messages.filter((one) => !rooms.includes(one.split(' ')[0] ?? '')),
    );
  });

  test('is entered by the modal, too: the one who did is told its number, and nobody else anything', async () => {
    await incident.command('U0CS', 'C0CSHELP', '');
    const wrong = await incident.submit('U0CS', {
      title: '昨日の鍵の不具合',
      started: seconds('2026-11-23T22:10'),
      ended: seconds('2026-11-23T21:00'),
    });
    expect(JSON.stringify(wrong)).toMatch(/ended.*始まった時刻より後/);
    const before = world();
    await incident.submit('U0CS', {
      title: '昨日の鍵の不具合',
      started: seconds('2026-11-23T22:10'),
      ended: seconds('2026-11-23T23:00'),
    });
    await desk.system.settle();
    const label = /(INC-\d+) として記録しました/.exec(incident.answer('cs'))?.[1] ?? '';
    expect(world().channels).toEqual(before.channels);
    expect(world().messages).toHaveLength(before.messages.length + 1);
    expect(mainOf(await support.page(`/incidents/${label}`))).toMatch(/^SEV4 解決[\s\S]*昨日の鍵の不具合/);
  });
});
