import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Inbound, parseCommand, parseInteraction } from '../../../shared/slack/index.ts';

const by = { team: { id: 'T1' }, user: { id: 'U1' }, trigger_id: '1.2.secret' };
const inboundOf = (payload: object) => {
  const parsed = parseInteraction({ ...by, ...payload }, 5);
  if (parsed.kind !== 'inbound') return parsed;
  // What the edge sends must be what the worker accepts.
  expect(Inbound.parse(JSON.parse(JSON.stringify(parsed.inbound)))).toEqual(parsed.inbound);
  return parsed.inbound;
};

const pressed = {
  type: 'block_actions',
  channel: { id: 'C1' },
  message: { ts: '2.0', thread_ts: '1.0' },
  response_url: 'https://hooks.slack.com/x',
  actions: [{ action_id: 'call_acknowledge', block_id: 'call', value: 'esc_1', action_ts: '3.0' }],
};

describe('an action in our words', () => {
  test('a button in a message, with the address for an answer', () => {
    expect(inboundOf(pressed)).toMatchObject({
      type: 'action',
      team: 'T1',
      receivedAt: 5,
      user: 'U1',
      channel: 'C1',
      messageTs: '2.0',
      threadTs: '1.0',
      actionId: 'call_acknowledge',
      blockId: 'call',
      value: 'esc_1',
      modal: null,
      view: null,
      responseUrl: 'https://hooks.slack.com/x',
    });
  });

  test.each([
    ['a menu', { selected_option: { value: 'b' } }, 'b'],
    ['a person', { selected_user: 'U2' }, 'U2'],
    ['a channel', { selected_channel: 'C2' }, 'C2'],
    ['a date', { selected_date: '2026-11-24' }, '2026-11-24'],
    ['several options', { selected_options: [{ value: 'a' }, { value: 'b' }] }, 'a,b'],
    ['a button without a value', {}, ''],
  ])('%s', (_what, chosen, value) => {
    expect(inboundOf({ ...pressed, actions: [{ action_id: 'x_y', ...chosen }] })).toMatchObject({ value });
  });

  test('in a view, with what the view holds', () => {
    const state = { values: { who: { pick: { selected_user: 'U2' } } } };
    const view = { id: 'V1', type: 'home', callback_id: 'home', hash: 'h', private_metadata: 'm', state };
    expect(inboundOf({ ...pressed, channel: null, message: null, view })).toMatchObject({
      channel: null,
      messageTs: null,
      view: { id: 'V1', kind: 'home', hash: 'h', privateMetadata: 'm', values: { who: 'U2' } },
    });
  });

  test('the same press has one cause, another press another', () => {
    const cause = (actionTs: string) =>
      (
        inboundOf({ ...pressed, actions: [{ action_id: 'a', action_ts: actionTs }] }) as {
          cause: string;
        }
      ).cause;
    expect(cause('1')).toBe(cause('1'));
    expect(cause('1')).not.toBe(cause('2'));
  });
});

describe('shortcuts', () => {
  test('on a message', () => {
    const message = { ts: '2.0', thread_ts: '1.0', text: 'help', user: 'U2' };
    expect(
      inboundOf({ type: 'message_action', callback_id: 'call', channel: { id: 'C1' }, message }),
    ).toMatchObject({
      type: 'shortcut',
      callbackId: 'call',
      channel: 'C1',
      messageTs: '2.0',
      threadTs: '1.0',
      messageText: 'help',
      messageUser: 'U2',
    });
  });

  test("on a bot's message there is no person, and from anywhere no message", () => {
    const message = { ts: '2.0', user: 'U0BOT', bot_id: 'B1' };
    const onBot = { type: 'message_action', callback_id: 'call', channel: { id: 'C1' }, message };
    expect(inboundOf(onBot)).toMatchObject({ messageUser: null, messageText: '' });
    expect(inboundOf({ type: 'shortcut', callback_id: 'declare' })).toMatchObject({
      channel: null,
      messageTs: null,
      messageText: null,
    });
  });
});

describe('a submitted view', () => {
  test('holds what was typed and chosen, by block', () => {
    const values = {
      title: { a: { type: 'plain_text_input', value: '返却できない' } },
      empty: { a: { type: 'plain_text_input', value: null } },
      people: { a: { type: 'multi_users_select', selected_users: ['U2', 'U3'] } },
      severity: { a: { type: 'static_select', selected_option: { value: 'sev2' } } },
      at: { a: { type: 'datetimepicker', selected_date_time: 1_800_000_000 } },
    };
    const view = { id: 'V1', callback_id: 'declare', private_metadata: 'm', state: { values } };
    expect(inboundOf({ type: 'view_submission', view })).toMatchObject({
      type: 'submission',
      callbackId: 'declare',
      viewId: 'V1',
      privateMetadata: 'm',
      values: {
        title: '返却できない',
        empty: null,
        people: ['U2', 'U3'],
        severity: 'sev2',
        at: '1800000000',
      },
    });
  });

  test('is bounded, however much is sent', () => {
    const values = Object.fromEntries(
      Array.from({ length: 300 }, (_none, i) => [`b${i}`, { a: { value: 'x'.repeat(9_000) } }]),
    );
    const inbound = inboundOf({
      type: 'view_submission',
      view: { id: 'V', callback_id: 'c', state: { values } },
    });
    expect(JSON.stringify(inbound).length).toBeLessThan(320_000);
  });

  test('a closed view is nothing', () => {
    expect(inboundOf({ type: 'view_closed', view: {} })).toEqual({ kind: 'ignored', code: 'view-closed' });
  });
});

test('a slash command in our words', () => {
  const fields = {
    command: '/toban',
    text: '  call 返却できない ',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    response_url: 'https://hooks.slack.com/commands/x',
    trigger_id: '1.2.secret',
  };
  expect(parseCommand(fields, 5)).toMatchObject({
    kind: 'inbound',
    trigger: '1.2.secret',
    inbound: { type: 'command', command: '/toban', text: 'call 返却できない', user: 'U1', channel: 'C1' },
  });
  expect(parseCommand({ ...fields, command: 'toban' }, 5)).toMatchObject({ kind: 'invalid' });
});

test('no trigger travels on the bus', () => {
  const view = { id: 'V1', callback_id: 'c', state: { values: {} } };
  const payloads = [pressed, { type: 'shortcut', callback_id: 'c' }, { type: 'view_submission', view }];
  for (const payload of payloads) expect(JSON.stringify(inboundOf(payload))).not.toContain('secret');
});

test('nothing that JSON can say makes the parser throw', () => {
  const types = fc.constantFrom(
    'block_actions',
    'message_action',
    'shortcut',
    'view_submission',
    'view_closed',
  );
  fc.assert(
    fc.property(fc.jsonValue(), types, (value, type) => {
      parseInteraction(value, 0);
      parseInteraction({ ...by, ...(typeof value === 'object' ? value : { view: value }), type }, 0);
    }),
  );
});
