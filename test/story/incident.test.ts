import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Desk } from './desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let incident: RoomDesk;
let desk: Desk;
beforeEach(async () => {
  incident = await openRoomDesk();
  desk = incident.desk;
});
afterEach(() => desk.close());

const state = () => incident.state;
const rooms = () => incident.rooms();
const said = (channel: string) => incident.said(channel);
const send = (user: string, values: Record<string, unknown>) => incident.send(user, values);
const command = (user: string, channel: string, text = '') => incident.command(user, channel, text);
const declareFromCall = () => incident.declareFromCall();

describe('a call becomes an incident', () => {
  test('the guest on duty declares; room, people, card, announcement and the thread are there', async () => {
    const call = await declareFromCall();
    const [room] = rooms();
    expect(room?.name).toBe('inc-1-返却できないお客様が何人もいます');
    expect(room?.members).toEqual(expect.arrayContaining(['U0TOBAN', 'U0ARAI', 'U0CS', 'U0SRELEAD']));
    expect(room?.topic).toContain('INC-1 · SEV4');
    expect(room?.pins).toHaveLength(1);
    expect(room?.bookmarks).toContainEqual(
      expect.objectContaining({
        title: '呼び出しのスレッド',
        link: expect.stringContaining('/archives/C0CSHELP/'),
      }),
    );
    expect(said(room?.id ?? '')).toContain('問い合わせ 1件');
    expect(said('C0INCIDENTS')).toContain('INC-1');
    expect(desk.thread(call)[0]?.text).toMatch(/インシデント.*INC-1/s);
    expect(desk.dms('arai').at(-1)?.text).toContain('✅ 新井 さくらさんの招待');
    // The messages are the bot's, always.
    expect(
      state().messages.filter(({ channel, user }) => channel === room?.id && user !== 'U0TOBAN'),
    ).toEqual([]);
  });

  test('declared twice, also by another, it stays one', async () => {
    const call = await desk.say('cs', '@Toban 返却できない');
    const card = desk.thread(call)[0];
    await desk.press('cs', card, 'インシデントにする');
    await desk.press('arai', card, 'インシデントにする');
    await send('U0CS', {});
    await send('U0ARAI', {});
    expect(rooms()).toHaveLength(1);
  });

  test('it rises as inquiries pass the rules, calls in whom they name, is resolved, and the card says so', async () => {
    await declareFromCall();
    const room = rooms()[0]?.id ?? '';
    await command('U0CS', room, 'cs +9 https://tickets.example/1');
    expect(said(room)).toContain('SEV2');
    await command('U0CS', 'C0CSHELP', 'cs INC-1 +40');
    await desk.advance('PT10S');
    expect(said(room)).toContain('SEV1');
    expect(rooms()[0]?.members).toContain('U0CTO');
    expect(
      desk
        .dms('cto')
        .map(({ text }) => text)
        .join(),
    ).toContain('INC-1');
    await command('U0ARAI', room, 'status');
    await send('U0ARAI', { to: 'resolved' });
    expect(said('C0INCIDENTS')).toContain('解決');
    expect(said(room)).toContain('🟩');
  });

  test('words to other departments reach them, and a late promise is asked of the room', async () => {
    await declareFromCall();
    const room = rooms()[0]?.id ?? '';
    await command('U0ARAI', room, 'update');
    await send('U0ARAI', { known: '返却が完了しない', doing: '原因を調べています', minutes: '30' });
    expect(said('C0SERVICEOPS')).toContain('返却が完了しない');
    await desk.advance('PT31M');
    expect(said(room)).toContain('過ぎています');
  });
});

describe('Slack does not let the bot do everything', () => {
  test('creation restricted: the administrator makes the room, the bot speaks in it', async () => {
    state().settings.channelCreation = 'admins';
    await declareFromCall();
    expect(rooms()[0]?.members).toEqual(expect.arrayContaining(['U0ADMIN', 'U0TOBAN', 'U0ARAI']));
    expect(said(rooms()[0]?.id ?? '')).toContain('INC-1');
  });

  test('the administrator is gone: the room is there, and the guest is to be invited by hand', async () => {
    const token = state().tokens.find(({ kind }) => kind === 'user');
    if (token) token.revoked = true;
    await declareFromCall();
    expect(rooms()[0]?.members).toContain('U0CS');
    expect(rooms()[0]?.members).not.toContain('U0ARAI');
    const receipt = desk.dms('arai').at(-1);
    expect(receipt?.text).toMatch(/手作業で招待.*\/invite/s);
    if (token) token.revoked = false;
    await desk.press('arai', receipt, '再試行');
    await desk.advance('PT10S');
    expect(rooms()[0]?.members).toContain('U0ARAI');
    expect(desk.dms('arai').at(-1)?.text).not.toContain('手作業');
  });
});

describe('what must stay inside', () => {
  test('a private incident: nothing but "an incident" leaves it', async () => {
    await command('U0SRELEAD', 'C0CSHELP');
    await send('U0SRELEAD', { title: '個人情報の疑い', kind: ['private'] });
    expect(rooms()[0]).toMatchObject({ name: 'inc-1', private: true });
    expect(said('C0INCIDENTS')).not.toContain('INC-1');
    await command('U0CS', 'C0CSHELP', 'list');
    expect(desk.whispers('cs').join()).not.toContain('個人情報');
  });

  test('a drill is marked wherever it shows, and tells no other department', async () => {
    await command('U0SRELEAD', 'C0CSHELP');
    await send('U0SRELEAD', { title: '年次訓練', kind: ['drill'] });
    expect(said('C0INCIDENTS')).toContain('【訓練】');
    expect(said(rooms()[0]?.id ?? '')).toContain('【訓練】');
  });
});
