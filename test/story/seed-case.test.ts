import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf, roomOf, saidIn, sendForm } from './incident-desk.ts';

let desk: Desk;
let operations: Browser;
beforeEach(async () => {
  desk = await openDesk();
  await desk.advance('PT13H');
  operations = new Browser(desk.system.url);
  await operations.signIn('U0SRELEAD');
});
afterEach(() => desk.close());

const command = async (user: string, text: string) => {
  await desk.slack.people.command(user, roomOf(desk)?.id ?? '', '/incident', text);
  await desk.system.settle();
  await desk.advance('PT10S');
};
const page = async () => mainOf(await operations.page('/incidents/INC-1'));

test('vehicles cannot be returned, at night: declared by the guest on duty, followed on the web, resolved, and the numbers are right', async () => {
  // 01:00: support calls, and the contractor on duty takes it three minutes later and declares.
  await desk.say('cs', '@Toban 返却できないお客様が何人もいます');
  await desk.advance('PT3M');
  await desk.press('arai', desk.dms('arai')[0], '受領する');
  await desk.advance('PT2M');
  await desk.press('arai', desk.dms('arai')[0], 'インシデントにする');
  await sendForm(desk, 'U0ARAI', { service: 'rental' });
  const room = roomOf(desk);
  expect(room?.name).toMatch(/^inc-1-返却できない/);
  expect(room?.members).toEqual(expect.arrayContaining(['U0CS', 'U0ARAI', 'U0SRELEAD']));
  expect(saidIn(desk, 'C0INCIDENTS')).toContain('INC-1');

  // A commander, and inquiries that pass one rule after the other; who the rules name is called in once.
  const card = desk.slack.workspace.state.messages.find(
    ({ channel, blocks }) => channel === room?.id && JSON.stringify(blocks).includes('incident_take'),
  );
  const button = /"value":"(inc_[0-9a-f]{32}:commander)"/.exec(JSON.stringify(card?.blocks))?.[1] ?? '';
  if (!card) throw new Error('no card in the room');
  await desk.slack.people.press('U0SRELEAD', structuredClone(card), 'incident_take', button);
  await desk.system.settle();
  expect(await page()).toMatch(/SEV4 検知.*指揮 森 由紀/);
  await command('U0CS', 'cs +9 https://tickets.example/1');
  expect(await page()).toMatch(/SEV2 検知/);
  await command('U0CS', 'cs +40');
  expect(await page()).toMatch(/SEV1 検知.*問い合わせ 50/);
  const calledIn = desk.dms('cto').filter(({ text }) => text.includes('SEV1'));
  expect(calledIn).toHaveLength(1);

  // Words to the others reach them, and the page says the same.
  await command('U0SRELEAD', 'update');
  await sendForm(desk, 'U0SRELEAD', { known: '渋谷で返却できない', doing: '端末を再起動中', minutes: '30' });
  expect(saidIn(desk, 'C0SERVICEOPS')).toContain('渋谷で返却できない');
  expect(await page()).toContain('端末を再起動中');

  // Resolved half an hour after the call: each time is what happened, and none is made up.
  for (const to of ['investigating', 'fixing']) {
    await command('U0ARAI', 'status');
    await sendForm(desk, 'U0ARAI', { to });
  }
  const now = desk.system.clock.now();
  const called = Date.parse('2026-11-25T01:00:00+09:00');
  await desk.advance(`PT${Math.round((called + 30 * 60_000 - now) / 1_000)}S`);
  await command('U0ARAI', 'status');
  await sendForm(desk, 'U0ARAI', { to: 'resolved' });
  const story = await page();
  expect(story).toMatch(/SEV1 解決/);
  expect(story).toMatch(/検知から対応開始（TTA） 3分/);
  expect(story).toMatch(/検知から解決（TTR） 30分/);
  expect(story).toMatch(/発生から検知（TTD） [^0-9]*「発生」/);
  expect(saidIn(desk, 'C0INCIDENTS')).toContain('解決');
  expect(saidIn(desk, room?.id ?? '')).toContain('TTR');
});
