import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { SIMULATED_APP } from '../../../local/slack/index.ts';
import { systemClock } from '../../../shared/platform/clock.ts';
import { verifySignature } from '../../../shared/slack/index.ts';
import { type Bench, eventsOf, failure, payloadOf, soon, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench();
});
afterEach(() => bench.close());

const MINUTE = 60_000;
const retries = () => bench.app.received.map(({ headers }) => headers['x-slack-retry-num'] ?? '0');

describe('events', () => {
  test('are signed, and a mention of the app comes twice: as a message and as a mention', async () => {
    bench.simulator.people.say('U0CS', 'C0CSHELP', '<@U0TOBAN> 返却できない');
    expect((await eventsOf(bench)).map(({ type }) => type)).toEqual(['message', 'app_mention']);
    const [first] = bench.app.received;
    const verdict = verifySignature(
      Buffer.from(first?.body ?? ''),
      {
        timestamp: String(first?.headers['x-slack-request-timestamp']),
        signature: String(first?.headers['x-slack-signature']),
      },
      [SIMULATED_APP.signingSecret],
      systemClock.now(),
    );
    expect(verdict).toBe('ok');
  });

  test('what is not answered comes again at once, after 1 and after 5 minutes, and then no more', async () => {
    bench.app.answer = { status: 503 };
    bench.simulator.people.say('U0CS', 'C0CSHELP', 'a');
    for (const wait of [0, 0, MINUTE, 5 * MINUTE, 60 * MINUTE]) {
      bench.advance(wait);
      await bench.simulator.runDue();
    }
    expect(retries()).toEqual(['0', '1', '2', '3']);
    expect(bench.app.received[1]?.headers['x-slack-retry-reason']).toBe('http_error');
    expect(new Set(bench.app.received.map(({ body }) => body)).size).toBe(1);
  });

  test('an app that answers after three seconds counts as silent; one that asks for no retry gets none', async () => {
    bench.app.answer = { status: 200, delayMs: 3_200 };
    bench.simulator.people.say('U0CS', 'C0CSHELP', 'a');
    await bench.simulator.runDue();
    bench.app.answer = { status: 500, headers: { 'x-slack-no-retry': '1' } };
    await bench.simulator.runDue();
    await bench.simulator.runDue();
    expect(retries()).toEqual(['0', '1']);
    expect(bench.app.received[1]?.headers['x-slack-retry-reason']).toBe('http_timeout');
  });

  test('a planned fault of the endpoint: it never arrives, and comes again', async () => {
    bench.simulator.faults.plan('events', 'connection_failed');
    bench.simulator.people.say('U0CS', 'C0CSHELP', 'a');
    await bench.simulator.runDue();
    expect(bench.app.received).toEqual([]);
    await bench.simulator.runDue();
    expect(retries()).toEqual(['1']);
  });

  test('edits, deletions, reactions and people are told; what the app is no member of is not', async () => {
    const { people } = bench.simulator;
    const said = people.say('U0CS', 'C0CSHELP', 'a');
    people.edit(said, 'b');
    people.react('U0ONO', said, 'pushpin');
    people.unreact('U0ONO', said, 'pushpin');
    people.delete(said);
    people.say('U0ONO', 'C0MOBILITY', 'c');
    await bench.control({ do: 'set-user', user: 'U0CS', deactivated: true });
    await bench.control({ do: 'rename', channel: 'C0CSHELP', name: 'help' });
    await bench.control({ do: 'archive', channel: 'C0OWNERS' });
    await bench.control({ do: 'kick', channel: 'C0CANARY', user: 'U0TOBAN' });
    const seen = (await eventsOf(bench)).map(({ type, subtype }) => subtype ?? type);
    expect(seen).toEqual([
      'message',
      'message_changed',
      'reaction_added',
      'reaction_removed',
      'message_deleted',
      'user_change',
      'channel_rename',
      'group_archive',
      'channel_left',
    ]);
  });

  test('the app is told of its own messages, never of what only one person sees', async () => {
    await bench.slack.post({ channel: 'C0CSHELP', text: 'a', blocks: [], key: 'k' }, soon());
    await bench.slack.whisper({ channel: 'C0CSHELP', user: 'U0CS', text: 'b' }, soon());
    expect(await eventsOf(bench)).toMatchObject([{ user: 'U0TOBAN', bot_id: 'B0TOBAN', text: 'a' }]);
  });
});

describe('answers to gestures', () => {
  test('a command is answered at once for its person, then by its response_url five times in half an hour', async () => {
    bench.app.answer = { status: 200, body: { text: '当番は新井さんです' } };
    await bench.simulator.people.command('U0ONO', 'C0MOBILITY', '/oncall', 'who');
    const url = new URLSearchParams(bench.app.received[0]?.body).get('response_url') ?? '';
    const respond = (text: string) => bench.slack.respond(url, { text }, soon());
    for (let n = 1; n <= 5; n += 1) await respond(`答え${n}`);
    expect((await failure(respond('6つめ'))).code).toBe('refused');
    const shown = bench.simulator.workspace.messagesIn('C0MOBILITY').filter(({ user }) => user === 'U0TOBAN');
    expect(shown).toHaveLength(6);
    expect(shown.every(({ onlyFor }) => onlyFor === 'U0ONO')).toBe(true);
  });

  test('a response_url is over after half an hour, and an unknown command is no command', async () => {
    await bench.simulator.people.command('U0ONO', 'C0CSHELP', '/toban');
    const url = new URLSearchParams(bench.app.received[0]?.body).get('response_url') ?? '';
    bench.advance(30 * MINUTE + 1);
    expect((await failure(bench.slack.respond(url, { text: 'a' }, soon()))).code).toBe('refused');
    expect(
      await bench.control({ do: 'command', user: 'U0ONO', channel: 'C0CSHELP', command: '/no' }),
    ).toEqual({
      status: 0,
      response: 'unknown_command',
    });
  });

  test('a shortcut carries its message, and replacing the original replaces a message of the app’s', async () => {
    const { people, workspace } = bench.simulator;
    const said = people.say('U0CS', 'C0CSHELP', '返却できない');
    const shortcut = { do: 'shortcut', user: 'U0ONO', callbackId: 'call_for_help' };
    await bench.control({ ...shortcut, channel: said.channel, ts: said.ts });
    expect(payloadOf(bench)).toMatchObject({
      type: 'message_action',
      callback_id: 'call_for_help',
      message: { text: '返却できない', user: 'U0CS' },
    });
    const button = {
      type: 'button' as const,
      action_id: 'go',
      value: 'v',
      text: { type: 'plain_text' as const, text: '押す' },
    };
    const card = {
      channel: 'C0CSHELP',
      text: '前',
      blocks: [{ type: 'actions' as const, elements: [button] }],
      key: 'k',
    };
    const { ts } = await bench.slack.post(card, soon());
    await bench.control({ do: 'press', user: 'U0ONO', channel: 'C0CSHELP', ts, actionId: 'go' });
    const { actions, response_url: url } = payloadOf(bench);
    expect(actions).toMatchObject([{ action_id: 'go', value: 'v' }]);
    await bench.slack.respond(String(url), { text: '後', replace: true }, soon());
    expect(workspace.find('C0CSHELP', ts)?.text).toBe('後');
  });
});
