import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../shared/platform/log.ts';
import { Browser } from './browser.ts';
import { agree, connect, declare, visitor } from './connect.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let lines: string[];
beforeEach(async () => {
  lines = [];
  const note = (event: string, fields: object = {}) => lines.push(`${event} ${JSON.stringify(fields)}`);
  const log: Log = { debug: note, info: note, warn: note, error: note };
  desk = await openDesk({ adminInEnvironment: false, log });
});
afterEach(() => desk.close());

const state = () => desk.slack.workspace.state;
const textsIn = (channel: string) =>
  state().messages.filter((one) => one.channel === channel && one.user === 'U0TOBAN');
/** What the owners' channel hears of accounts; that people on duty are not in the help channel is another matter. */
const owners = () =>
  textsIn('C0OWNERS')
    .map(({ text }) => text)
    .filter((text) => !text.includes('直してほしい'));
const tokenOf = (user: string) => state().tokens.find((one) => one.kind === 'user' && one.user === user);
const read = async (response: Response) => ({ status: response.status, text: await response.text() });

describe('connecting', () => {
  test('an administrator’s dedicated account is connected, kept encrypted, and never shown or logged', async () => {
    const browser = await visitor(desk, 'U0SRELEAD');
    const consent = await browser.get('/slack/install');
    const scopes = new URL(consent.headers.get('location') ?? '').searchParams.get('user_scope') ?? '';
    expect(scopes.split(',')).toEqual(
      expect.arrayContaining(['channels:write', 'groups:write.invites', 'usergroups:write']),
    );
    expect(scopes).not.toContain('chat:write');
    const back = await connect(desk, browser, 'U0ADMIN');
    expect([back.status, back.headers.get('location')]).toEqual([303, '/settings/slack?done=connected']);
    const page = await browser.page('/settings/slack?done=connected');
    expect(page).toMatch(/使えます[\s\S]*Toban 管理用[\s\S]*森 由紀/);
    expect(owners()).toEqual([
      expect.stringMatching(/管理者アカウントをつなぎました.*Toban 管理用.*森 由紀/),
    ]);

    const { token = '' } = tokenOf('U0ADMIN') ?? {};
    expect(token).toMatch(/^xoxp-/);
    const kept = await desk.system.store.get<{ ciphertext: string }>('encrypted-tokens/T0TOBAN-U0ADMIN');
    expect(kept?.data.ciphertext).toBeTruthy();
    const seen = [page, JSON.stringify(kept), JSON.stringify(state().messages), ...lines];
    expect(seen.filter((one) => one.includes(token))).toEqual([]);
    expect(await declare(desk)).toContain('U0ARAI');
  });

  test.each([
    ['a plain member', 'U0CS', '中村 美咲さんは、このワークスペースのオーナーでも管理者でもありません。'],
    ['a guest', 'U0ARAI', '新井 さくらさんはゲストです。'],
    ['an administrator of another workspace', 'U0ELSEWHERE', '別のワークスペースのアカウントです。'],
  ])('%s is told why not; what is connected stays', async (_who, user, sentence) => {
    await connect(desk, await visitor(desk, 'U0SRELEAD'), 'U0ADMIN');
    const before = await desk.system.store.get('admin-tokens/slack');
    const page = await read(await connect(desk, await visitor(desk, 'U0CS'), user));
    expect(page.status).toBe(403);
    expect(page.text).toContain(sentence);
    expect(page.text).toContain('いままでの設定は変わっていません。');
    expect(await desk.system.store.get('admin-tokens/slack')).toEqual(before);
    // What Slack gave all the same is given back.
    expect(tokenOf(user)).toMatchObject({ revoked: true });
    expect(tokenOf('U0ADMIN')).toMatchObject({ revoked: false });
    expect(await declare(desk)).toContain('U0ARAI');
  });

  test('who does not agree changes nothing', async () => {
    const page = await read(await connect(desk, await visitor(desk, 'U0SRELEAD'), null));
    expect(page.text).toContain('接続を中止しました');
    expect(await desk.system.store.get('admin-tokens/slack')).toBeNull();
  });

  test('the way back counts once, in the session that began it, for ten minutes', async () => {
    const browser = await visitor(desk, 'U0SRELEAD');
    const way = await agree(browser, 'U0ADMIN');
    const cookie = browser.cookie('toban-install') ?? '';
    const other = await visitor(desk, 'U0CTO');
    other.setCookie('toban-install', cookie);
    expect((await read(await other.get(way))).text).toContain('この接続の手続きは終わっています');
    expect(await desk.system.store.get('admin-tokens/slack')).toBeNull();

    expect((await browser.get(way)).status).toBe(303);
    // Replayed, even with the cookie that was dropped.
    browser.setCookie('toban-install', cookie);
    expect(await read(await browser.get(way))).toMatchObject({
      status: 401,
      text: expect.stringContaining('この接続の手続きは終わっています'),
    });
    const forged = way.replace(/state=[^&]+/, 'state=forged');
    browser.setCookie('toban-install', cookie);
    expect((await browser.get(forged)).status).toBe(401);
  });

  test('a code that Slack does not know connects nothing', async () => {
    const browser = await visitor(desk, 'U0SRELEAD');
    const way = await agree(browser, 'U0ADMIN');
    const page = await read(await browser.get(way.replace(/code=[^&]+/, 'code=guessed')));
    expect(page.text).toContain('Slack に確認できませんでした');
    expect(await desk.system.store.get('admin-tokens/slack')).toBeNull();
  });

  test('who is not signed in signs in first, and only administrators see the button', async () => {
    const stranger = new Browser(desk.system.url);
    expect((await stranger.get('/slack/install')).headers.get('location')).toBe(
      '/sign-in?to=%2Fslack%2Finstall',
    );
    const member = await visitor(desk, 'U0CS');
    const page = await member.page('/settings/slack');
    expect(page).toContain('Toban の管理者だけです');
    expect(page).not.toContain('href="/slack/install"');
    const csrf = await member.csrf('/settings/slack');
    expect((await member.post('/settings/slack/disconnect', { csrf })).status).toBe(403);
  });
});

describe('the war room', () => {
  test('the bot is refused the guest, and exactly that call is repeated as the administrator', async () => {
    await connect(desk, await visitor(desk, 'U0SRELEAD'), 'U0ADMIN');
    expect(await declare(desk)).toEqual(expect.arrayContaining(['U0TOBAN', 'U0ARAI', 'U0CS', 'U0ADMIN']));
    expect(state().messages.filter(({ user }) => user === 'U0ADMIN')).toEqual([]);
    expect(desk.dms('arai').at(-1)?.text).toContain('✅ 新井 さくらさんの招待');
  });

  test('without one, the guest is to be invited by hand: a line to copy, and where to connect', async () => {
    expect(await declare(desk)).not.toContain('U0ARAI');
    const receipt = desk.dms('arai').at(-1)?.text ?? '';
    expect(receipt).toContain('/invite @arai');
    expect(JSON.stringify(textsIn('D0ARAI').at(-1)?.blocks)).toContain('/settings/slack|');
  });

  test('revoked between two declares, and nobody told: the second says what is missing, the owners hear at once', async () => {
    await connect(desk, await visitor(desk, 'U0SRELEAD'), 'U0ADMIN');
    const token = tokenOf('U0ADMIN');
    if (!token) throw new Error('no token');
    // Slack's event is lost.
    token.revoked = true;
    expect(await declare(desk)).not.toContain('U0ARAI');
    expect(desk.dms('arai').at(-1)?.text).toMatch(
      /新井 さくらさんの招待: 管理者アカウント[\s\S]*\/invite @arai/,
    );
    await desk.advance('PT1M');
    expect(owners().at(-1)).toContain('管理者アカウントが使えなくなりました');
  });

  test('revoked in the middle of a declare: no lie, and after connecting again the very same room', async () => {
    const browser = await visitor(desk, 'U0SRELEAD');
    await connect(desk, browser, 'U0ADMIN');
    state().settings.channelCreation = 'admins';
    const { workspace } = desk.slack;
    const save = workspace.save.bind(workspace);
    // The administrator has made the room, and is gone before letting the bot in.
    workspace.save = (collection, item) => {
      save(collection, item);
      const token = tokenOf('U0ADMIN');
      if (collection === 'channels' && token) token.revoked = true;
    };
    expect(await declare(desk)).toEqual(['U0ADMIN']);
    workspace.save = save;
    const receipt = desk.dms('arai').at(-1);
    expect(receipt?.text).toMatch(/対応チャンネル: 管理者アカウントの権限が取り消されています/);
    expect(owners().at(-1)).toContain('使えなくなりました');

    await connect(desk, browser, 'U0ADMIN');
    await desk.press('arai', receipt, '再試行');
    await desk.advance('PT30S');
    const rooms = state().channels.filter(({ name }) => name.startsWith('inc-'));
    expect(rooms).toHaveLength(1);
    expect(rooms[0]?.members).toEqual(expect.arrayContaining(['U0TOBAN', 'U0ARAI', 'U0CS']));
  });
});
