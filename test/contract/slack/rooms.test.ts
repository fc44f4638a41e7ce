import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Bench, eventsOf, failure, soon, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const channelOf = (id: string) => bench.simulator.workspace.channel(id);

describe('a room', () => {
  test('is made, described, bookmarked, pinned, found by its name and archived; each may be repeated', async () => {
    const { rooms, slack } = bench;
    const room = await rooms.createChannel('inc-1-返却できない', false, soon());
    for (let time = 0; time < 2; time += 1) {
      await rooms.invite(room.id, 'U0CS', soon());
      await rooms.setTopic(room.id, '調査中', soon());
      await rooms.setPurpose(room.id, '返却できない件', soon());
      await rooms.bookmark(room.id, { title: 'ページ', url: 'https://toban.example.com/' }, soon());
    }
    const card = { channel: room.id, text: 'カード', blocks: [], key: 'task_1' };
    const posted = await slack.post(card, soon());
    await rooms.pin(posted, soon());
    await rooms.pin(posted, soon());
    const from = bench.simulator.workspace.now();
    expect(await rooms.findOwn(['inc-1', 'inc-1-返却できない'], from, soon())).toEqual(room);
    expect(await rooms.findOwn(['inc-1-返却できない'], from + 3_600_000, soon())).toBeNull();
    expect(await bench.admin.rooms.findOwn(['inc-1-返却できない'], from, soon())).toBeNull();
    expect(await rooms.members(room.id, soon())).toEqual(['U0TOBAN', 'U0CS']);
    expect(channelOf(room.id)).toMatchObject({
      topic: '調査中',
      purpose: '返却できない件',
      bookmarks: [{ title: 'ページ', link: 'https://toban.example.com/' }],
      pins: [posted.ts],
    });
    await rooms.archive(room.id, soon());
    await rooms.archive(room.id, soon());
    expect(await failure(slack.post(card, soon()))).toMatchObject({ reason: 'is_archived' });
  });

  test.each([
    ['cs-help', 'name_taken'],
    ['', 'invalid_name_required'],
    ['Big Name', 'invalid_name_specials'],
    ['a'.repeat(81), 'invalid_name_maxlength'],
    ['---', 'invalid_name_punctuation'],
  ])('"%s" is refused as %s', async (name, reason) => {
    expect(await failure(bench.rooms.createChannel(name, false, soon()))).toMatchObject({
      code: 'refused',
      reason,
    });
  });

  test('an archived channel keeps its name, and a private one is there for its members only', async () => {
    const room = await bench.rooms.createChannel('inc-2', true, soon());
    expect(await failure(bench.admin.rooms.invite(room.id, 'U0CS', soon()))).toMatchObject({
      reason: 'channel_not_found',
    });
    await bench.rooms.archive(room.id, soon());
    expect(await failure(bench.rooms.createChannel('inc-2', false, soon()))).toMatchObject({
      reason: 'name_taken',
    });
  });

  test('where only administrators make channels, the bot is refused and the administrator is not', async () => {
    await bench.control({ do: 'setting', name: 'channelCreation', value: 'admins' });
    expect(await failure(bench.rooms.createChannel('inc-3', false, soon()))).toMatchObject({
      reason: 'restricted_action',
    });
    const room = await bench.admin.rooms.createChannel('inc-3', false, soon());
    await bench.admin.rooms.invite(room.id, 'U0TOBAN', soon());
    await bench.slack.post({ channel: room.id, text: 'ここです', blocks: [], key: 'task_1' }, soon());
    expect((await eventsOf(bench)).map(({ type }) => type)).toContain('member_joined_channel');
  });

  test('a message is read as it stands, a reply too: who reacted, its files, whether edited; deleted, it is null', async () => {
    const { people } = bench.simulator;
    const head = people.say('U0CS', 'C0CSHELP', 'はじめ');
    const reply = people.share('U0CS', 'C0CSHELP', 'ログ <@U0ARAI>', ['app.log'], head.ts);
    people.react('U0ARAI', reply, 'pushpin');
    people.edit(reply, 'ログです <@U0ARAI>');
    expect(await bench.rooms.read(reply, soon())).toEqual({
      user: 'U0CS',
      bot: null,
      text: 'ログです <@U0ARAI>',
      files: ['app.log'],
      editedTs: expect.any(String),
      reactions: { pushpin: ['U0ARAI'] },
    });
    people.delete(head);
    people.delete(reply);
    expect(await bench.rooms.read(head, soon())).toBeNull();
    expect(await bench.rooms.read(reply, soon())).toBeNull();
  });

  test('a topic of more than 250 characters is refused', async () => {
    const room = await bench.rooms.createChannel('inc-4', false, soon());
    expect(await failure(bench.rooms.setTopic(room.id, 'あ'.repeat(251), soon()))).toMatchObject({
      reason: 'too_long',
    });
  });
});

describe('who may be invited', () => {
  let room: string;
  beforeEach(async () => {
    room = (await bench.rooms.createChannel('inc-5', false, soon())).id;
  });

  test.each(['user_is_restricted', 'cant_invite', 'no_permission'])(
    'a guest: not by the bot (%s), but by an administrator who is in the channel',
    async (code) => {
      await bench.control({ do: 'setting', name: 'guestInviteError', value: code });
      expect(await failure(bench.rooms.invite(room, 'U0ARAI', soon()))).toMatchObject({ reason: code });
      expect(await failure(bench.admin.rooms.invite(room, 'U0ARAI', soon()))).toMatchObject({
        reason: 'not_in_channel',
      });
      await bench.rooms.invite(room, await bench.admin.rooms.self(soon()), soon());
      await bench.admin.rooms.invite(room, 'U0ARAI', soon());
      expect(channelOf(room)?.members).toContain('U0ARAI');
    },
  );

  test('a single-channel guest stays in the one channel, also for an administrator', async () => {
    await bench.rooms.invite(room, 'U0ADMIN', soon());
    expect(await failure(bench.admin.rooms.invite(room, 'U0SOLO', soon()))).toMatchObject({
      reason: 'ura_max_channels',
    });
  });

  test.each([
    ['U0NOBODY', 'user_not_found'],
    ['U0GONE', 'user_disabled'],
  ])('%s: %s', async (user, reason) => {
    expect(await failure(bench.rooms.invite(room, user, soon()))).toMatchObject({ reason });
  });

  test('one bad id blocks the others, unless forced; more than 100 are too many', async () => {
    const users = ['U0CS', 'U0GONE'];
    expect(await bench.api('conversations.invite', { channel: room, users })).toMatchObject({ ok: false });
    expect(channelOf(room)?.members).not.toContain('U0CS');
    const forced = await bench.api('conversations.invite', { channel: room, users, force: true });
    expect(forced).toMatchObject({ ok: true, errors: [{ user: 'U0GONE', error: 'user_disabled' }] });
    expect(channelOf(room)?.members).toContain('U0CS');
    const many = Array.from({ length: 101 }, (_, n) => `U${n}`);
    expect(await bench.api('conversations.invite', { channel: room, users: many })).toMatchObject({
      ok: false,
    });
  });
});

describe('user groups', () => {
  test('hold the members they are given, all at once, and are told to the app', async () => {
    await bench.groups.setMembers('S0ONCALL', ['U0ONO', 'U0KATO'], soon());
    await bench.groups.setMembers('S0ONCALL', ['U0KATO', 'U0SATO'], soon());
    const [group] = await bench.groups.list(soon());
    expect(group).toMatchObject({ handle: 'mobility-oncall', enabled: true, users: ['U0KATO', 'U0SATO'] });
    expect((await eventsOf(bench)).filter(({ type }) => type === 'subteam_members_changed')).toMatchObject([
      { added_users: ['U0ONO', 'U0KATO'], removed_users: ['U0ADMIN'] },
      { added_users: ['U0SATO'], removed_users: ['U0ONO'] },
    ]);
  });

  test.each([
    ['nobody', [], 'no_users_provided'],
    ['a guest', ['U0ONO', 'U0ARAI'], 'invalid_users'],
    ['a single-channel guest', ['U0SOLO'], 'single_channel_guests_cannot_be_added'],
    ['a bot', ['U0FORM'], 'invalid_users'],
    ['somebody deactivated', ['U0GONE'], 'invalid_users'],
  ])('%s is refused and changes nothing', async (_who, users, reason) => {
    expect(await failure(bench.groups.setMembers('S0ONCALL', users, soon()))).toMatchObject({ reason });
    expect((await bench.groups.list(soon()))[0]?.users).toEqual(['U0ADMIN']);
  });

  test('where only administrators change them, the bot is refused and the administrator is not', async () => {
    await bench.control({ do: 'setting', name: 'userGroups', value: 'admins' });
    expect(await failure(bench.groups.setMembers('S0ONCALL', ['U0ONO'], soon()))).toMatchObject({
      reason: 'permission_denied',
    });
    await bench.admin.groups.setMembers('S0ONCALL', ['U0ONO'], soon());
    await bench.admin.groups.setEnabled('S0ONCALL', false, soon());
    await bench.admin.groups.setEnabled('S0ONCALL', false, soon());
    expect(await bench.groups.list(soon())).toMatchObject([{ enabled: false, users: ['U0ONO'] }]);
  });

  test('a mention of a group notifies its members in the channel, silently in do-not-disturb', async () => {
    await bench.groups.setMembers('S0ONCALL', ['U0ONO', 'U0KATO', 'U0CTO'], soon());
    await bench.control({ do: 'set-user', user: 'U0CTO', dnd: true });
    bench.simulator.people.say('U0CS', 'C0CSHELP', '<!subteam^S0ONCALL> 助けて');
    const { notifications } = bench.simulator.workspace.state;
    expect(notifications.map(({ user, silent }) => [user, silent])).toEqual([
      ['U0ONO', false],
      ['U0CTO', true],
    ]);
  });
});

describe('people', () => {
  test('are told apart: member, guests, bot, administrator, deactivated', async () => {
    const user = (id: string) => bench.slack.user(id, soon());
    expect(await user('U0CS')).toMatchObject({ guest: 'no', bot: false, locale: 'ja-JP' });
    expect(await user('U0ARAI')).toMatchObject({ guest: 'multi-channel' });
    expect(await user('U0SOLO')).toMatchObject({ guest: 'single-channel' });
    expect(await user('U0FORM')).toMatchObject({ bot: true });
    expect(await user('U0GONE')).toMatchObject({ deactivated: true });
    expect(await user('U0NOBODY')).toBeNull();
    expect(await bench.slack.userByEmail('ono@example.com', soon())).toMatchObject({ id: 'U0ONO' });
    expect(await bench.slack.userByEmail('hayashi@example.com', soon())).toBeNull();
    expect(await bench.slack.users(soon())).toHaveLength(bench.simulator.workspace.state.users.length);
  });

  test('a direct message opens always the same conversation, and none with a deactivated account', async () => {
    const dm = await bench.slack.openDm('U0ARAI', soon());
    expect(await bench.slack.openDm('U0ARAI', soon())).toBe(dm);
    expect(await failure(bench.slack.openDm('U0GONE', soon()))).toMatchObject({ reason: 'user_disabled' });
  });

  test('the bot joins a public channel, again without harm, and no private one', async () => {
    await bench.slack.join('C0MOBILITY', soon());
    await bench.slack.join('C0MOBILITY', soon());
    expect(channelOf('C0MOBILITY')?.members.filter((id) => id === 'U0TOBAN')).toHaveLength(1);
    const secret = await bench.admin.rooms.createChannel('secret', true, soon());
    expect((await failure(bench.slack.join(secret.id, soon()))).code).toBe('refused');
  });
});
