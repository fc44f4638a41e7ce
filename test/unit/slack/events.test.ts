import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseEvent } from '../../../shared/slack/index.ts';

const envelope = (event: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  authorizations: [{ user_id: 'U0TOBAN', is_bot: true }],
  event,
});
const message = { type: 'message', channel: 'C1', user: 'U1', ts: '1.000001', text: 'hello' };
const inboundOf = (event: object) => {
  const parsed = parseEvent(envelope(event), 5);
  return parsed.kind === 'inbound' ? parsed.inbound : parsed;
};

describe('events in our words', () => {
  test('a plain message', () => {
    expect(inboundOf(message)).toMatchObject({
      type: 'message',
      team: 'T1',
      user: 'U1',
      bot: [],
      mentionsApp: false,
      receivedAt: 5,
    });
  });

  test('the message and its app_mention twin both mention the app, at the same ts', () => {
    const text = '<@U0TOBAN> help';
    expect(inboundOf({ ...message, text })).toMatchObject({ mentionsApp: true, ts: '1.000001' });
    expect(inboundOf({ ...message, text, type: 'app_mention' })).toMatchObject({
      mentionsApp: true,
      ts: '1.000001',
    });
  });

  test('user groups are found in the text and in rich text', () => {
    const blocks = [
      { type: 'rich_text', elements: [{ elements: [{ type: 'usergroup', usergroup_id: 'S2' }] }] },
    ];
    expect(inboundOf({ ...message, text: '<!subteam^S1|@a>', blocks })).toMatchObject({
      userGroups: ['S1', 'S2'],
    });
  });

  test("a bot's message carries the ids by which a route may accept it", () => {
    const bot = { ...message, user: undefined, subtype: 'bot_message', bot_id: 'B1', app_id: 'A1' };
    expect(inboundOf(bot)).toMatchObject({ bot: ['B1', 'A1'], user: null });
  });

  test('a reaction taken away says so', () => {
    const reaction = { user: 'U1', reaction: 'eyes', item: { type: 'message', channel: 'C1', ts: '1' } };
    expect(inboundOf({ type: 'reaction_added', ...reaction })).toMatchObject({ removed: false });
    expect(inboundOf({ type: 'reaction_removed', ...reaction })).toMatchObject({ removed: true });
  });

  test('a message deleted, also where the head of a thread leaves a tombstone', () => {
    const gone = { type: 'message', channel: 'C1', ts: '9.0' };
    expect(inboundOf({ ...gone, subtype: 'message_deleted', deleted_ts: '1.0' })).toEqual({
      type: 'deletion',
      team: 'T1',
      receivedAt: 5,
      channel: 'C1',
      ts: '1.0',
    });
    const tomb = { ...gone, subtype: 'message_changed', message: { ts: '1.0', subtype: 'tombstone' } };
    expect(inboundOf(tomb)).toMatchObject({ type: 'deletion', ts: '1.0' });
  });

  test.each([
    [
      { type: 'channel_archive', channel: 'C1', user: 'U1' },
      { change: 'archived', user: 'U1' },
    ],
    [{ type: 'group_unarchive', channel: 'C1', user: 'U1' }, { change: 'unarchived' }],
    [
      { type: 'channel_rename', channel: { id: 'C1', name: 'neu' } },
      { change: 'renamed', name: 'neu' },
    ],
    [
      { type: 'member_joined_channel', channel: 'C1', user: 'U1' },
      { change: 'joined', ourselves: false },
    ],
    [
      { type: 'member_joined_channel', channel: 'C1', user: 'U0TOBAN' },
      { change: 'joined', ourselves: true },
    ],
    [
      { type: 'channel_left', channel: 'C1' },
      { change: 'left', user: 'U0TOBAN', ourselves: true },
    ],
    [
      { type: 'member_left_channel', channel: 'C1', user: 'U1' },
      { change: 'left', ourselves: false },
    ],
  ])('of a room: %o', (event, expected) => {
    expect(inboundOf(event)).toMatchObject({ type: 'room', channel: 'C1', ...expected });
  });

  test("the app's home, opened; its messages tab is nothing", () => {
    const opened = { type: 'app_home_opened', user: 'U1', tab: 'home', event_ts: '7.0' };
    expect(inboundOf(opened)).toMatchObject({ type: 'home', team: 'T1', user: 'U1' });
    expect(inboundOf({ ...opened, tab: 'messages' })).toEqual({ kind: 'ignored', code: 'another-tab' });
  });

  test.each([
    [
      'tokens of people and the bot',
      { type: 'tokens_revoked', tokens: { oauth: ['U1'], bot: ['U0TOBAN'] } },
      ['U1', 'U0TOBAN'],
    ],
    ['tokens of nobody', { type: 'tokens_revoked', tokens: {} }, []],
    ['an account', { type: 'user_change', user: { id: 'U1', is_admin: true } }, ['U1']],
    ['the whole app', { type: 'app_uninstalled' }, null],
  ])('%s changed: a bell that says whose', (_what, event, users) => {
    expect(inboundOf(event)).toEqual({ type: 'accounts', team: 'T1', receivedAt: 5, users });
  });

  test('an edit carries the text before it', () => {
    const edit = {
      type: 'message',
      subtype: 'message_changed',
      channel: 'C1',
      message,
      previous_message: { text: 'hullo' },
    };
    expect(inboundOf(edit)).toMatchObject({ editedFrom: 'hullo', text: 'hello' });
  });

  test.each([
    ['our own message', { ...message, user: 'U0TOBAN' }, 'own-message'],
    [
      'our own reaction',
      {
        type: 'reaction_added',
        user: 'U0TOBAN',
        reaction: 'eyes',
        item: { type: 'message', channel: 'C1', ts: '1' },
      },
      'own-reaction',
    ],
    ['a deletion', { ...message, subtype: 'message_deleted' }, 'not-spoken'],
    ['somebody joining', { ...message, subtype: 'channel_join' }, 'not-spoken'],
    ['an event we did not ask for', { type: 'team_join' }, 'unused-event'],
  ])('%s is ignored', (_name, event, code) => {
    expect(inboundOf(event)).toEqual({ kind: 'ignored', code });
  });

  test('nothing that JSON can say makes the parsers throw', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.constantFrom('message', 'app_mention', 'reaction_added', 'reaction_removed', 'app_home_opened'),
        (value, type) => {
          parseEvent(value, 0);
          parseEvent(
            envelope({ type, ...(typeof value === 'object' && value !== null ? value : { text: value }) }),
            0,
          );
        },
      ),
    );
  });
});
