import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Log } from '../../shared/platform/log.ts';
import { connect, declare, visitor } from './connect.ts';
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
const control = async (command: object) => {
  const answer = await fetch(`${desk.slack.url}/control`, { method: 'POST', body: JSON.stringify(command) });
  expect(answer.status).toBe(200);
  await desk.system.settle();
};

describe('guarding it', () => {
  beforeEach(async () => {
    await connect(desk, await visitor(desk, 'U0SRELEAD'), 'U0ADMIN');
  });
  const told = () => owners().slice(1);

  test('revoked in Slack: said at once, once, with the link that mends it; mended: said once', async () => {
    await control({ do: 'revoke-token', user: 'U0ADMIN' });
    expect(told()).toEqual([
      expect.stringMatching(/使えなくなりました[\s\S]*許可が取り消されています[\s\S]*\/settings\/slack/),
    ]);
    await desk.advance('PT72H');
    expect(told()).toHaveLength(1);
    expect(await (await visitor(desk, 'U0CS')).page('/settings/slack')).toMatch(
      /使えません[\s\S]*token_revoked/,
    );
    await connect(desk, await visitor(desk, 'U0SRELEAD'), 'U0ADMIN');
    expect(told()).toHaveLength(2);
    expect(await (await visitor(desk, 'U0CS')).page('/settings/slack')).toContain('使えます');
  });

  test('demoted: said at once and not used; promoted again: said, and used', async () => {
    await control({ do: 'set-user', user: 'U0ADMIN', admin: false });
    expect(told()).toEqual([expect.stringContaining('オーナーでも管理者でもなくなっています')]);
    expect(await declare(desk)).not.toContain('U0ARAI');
    await control({ do: 'set-user', user: 'U0ADMIN', admin: true });
    expect(told()).toHaveLength(2);
    expect(told()[1]).toContain('また使えるようになりました');
  });

  test('scopes taken away: named, and the token rests, even for what Slack would still allow', async () => {
    const token = tokenOf('U0ADMIN');
    if (!token) throw new Error('no token');
    token.scopes = token.scopes.filter((scope) => scope !== 'usergroups:write');
    const browser = await visitor(desk, 'U0SRELEAD');
    await browser.post('/settings/slack/check', { csrf: await browser.csrf('/settings/slack') });
    await desk.system.settle();
    expect(told()).toEqual([expect.stringContaining('`usergroups:write`')]);
    expect(await declare(desk)).not.toContain('U0ARAI');
    expect(desk.dms('arai').at(-1)?.text).toContain('手作業で招待');
  });

  test('the morning’s check finds what no event told', async () => {
    const admin = state().users.find(({ id }) => id === 'U0ADMIN');
    if (!admin) throw new Error('no such user');
    admin.deactivated = true;
    await desk.advance('PT20H');
    expect(told()).toEqual([]);
    await desk.advance('PT2H');
    expect(told()).toEqual([expect.stringContaining('使えなくなりました')]);
    expect(lines.filter((line) => line.startsWith('admin-token-lost'))).toHaveLength(1);
  });

  test('a Slack that is down is no reason for an alarm', async () => {
    desk.slack.faults.plan('auth.test', '500', 3);
    await control({ do: 'set-user', user: 'U0ADMIN', locale: 'en-US' });
    await desk.advance('PT10M');
    expect(told()).toEqual([]);
  });

  test('the app removed: it cannot be said in Slack, but stands in the log and on the page', async () => {
    await control({ do: 'uninstall' });
    expect(lines.some((line) => /^admin-token-lost.*uninstalled/.test(line))).toBe(true);
  });

  test('disconnected: ended in Slack, forgotten here, and said', async () => {
    const browser = await visitor(desk, 'U0SRELEAD');
    await browser.post('/settings/slack/disconnect', { csrf: await browser.csrf('/settings/slack') });
    await desk.system.settle();
    expect(tokenOf('U0ADMIN')).toMatchObject({ revoked: true });
    expect(await desk.system.store.get('encrypted-tokens/T0TOBAN-U0ADMIN')).toBeNull();
    expect(told()).toEqual([expect.stringMatching(/外しました.*森 由紀/)]);
    expect(await browser.page('/settings/slack')).toContain('つないでいません');
  });

  test('another administrator in its place: the first one’s token is ended', async () => {
    await connect(desk, await visitor(desk, 'U0OWNER'), 'U0OWNER');
    expect(tokenOf('U0ADMIN')).toMatchObject({ revoked: true });
    expect(tokenOf('U0OWNER')).toMatchObject({ revoked: false });
    expect(told()).toEqual([expect.stringContaining('石川 恵')]);
  });

  test('warned of: the account of somebody on call, and one that somebody writes with', async () => {
    const browser = await visitor(desk, 'U0SRELEAD');
    expect(await browser.page('/settings/slack')).not.toContain('専用アカウントをおすすめします。</p>');
    await connect(desk, browser, 'U0SRELEAD');
    expect(await browser.page('/settings/slack')).toContain('代わりの連絡先に入っている人のアカウントです');
    for (let day = 0; day < 3; day += 1) {
      expect(await browser.page('/settings/slack')).not.toContain('普段の投稿に使われている');
      await desk.say('U0SRELEAD', 'おはようございます');
      await desk.advance('PT24H');
    }
    expect(await (await visitor(desk, 'U0SRELEAD')).page('/settings/slack')).toContain(
      '普段の投稿に使われている',
    );
  });
});

test('an account in the environment serves while nobody has connected one', async () => {
  await desk.close();
  desk = await openDesk();
  const browser = await visitor(desk, 'U0SRELEAD');
  expect(await browser.page('/settings/slack')).toContain('SLACK_ADMIN_TOKEN');
  expect(owners()).toEqual([]);
  await connect(desk, browser, 'U0OWNER');
  expect(await browser.page('/settings/slack')).not.toContain('SLACK_ADMIN_TOKEN');
  expect(await declare(desk)).toEqual(expect.arrayContaining(['U0OWNER', 'U0ARAI']));
});
