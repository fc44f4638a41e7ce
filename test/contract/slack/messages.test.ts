import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { OutgoingMessage } from '../../../shared/ports/slack.ts';
import { type Bench, failure, NOW, soon, startBench } from './harness.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({ timeoutMs: 1_500 });
});
afterEach(() => bench.close());

const section = (text: string) => ({ type: 'section' as const, text: { type: 'mrkdwn' as const, text } });
const message = (more: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  channel: 'C0CSHELP',
  text: '返却できない',
  blocks: [section('返却できない')],
  key: 'task_1',
  ...more,
});
const inHelp = () => bench.simulator.workspace.messagesIn('C0CSHELP');

describe('posting', () => {
  test('answers where the message is, and it is found again by its key, in a channel and in a thread', async () => {
    const posted = await bench.slack.post(message(), soon());
    const reply = await bench.slack.post(message({ threadTs: posted.ts, key: 'task_2' }), soon());
    const since = NOW - 60_000;
    expect(await bench.slack.find({ channel: 'C0CSHELP', key: 'task_1', since }, soon())).toEqual(posted);
    const where = { channel: 'C0CSHELP', threadTs: posted.ts, key: 'task_2', since };
    expect(await bench.slack.find(where, soon())).toEqual(reply);
    expect(await bench.slack.find({ ...where, key: 'task_3' }, soon())).toBeNull();
  });

  test('a lost answer is an unknown outcome, and the message is there', async () => {
    bench.simulator.faults.plan('chat.postMessage', 'lost');
    expect((await failure(bench.slack.post(message(), soon()))).code).toBe('unknown-outcome');
    const where = { channel: 'C0CSHELP', key: 'task_1', since: NOW - 60_000 };
    expect(await bench.slack.find(where, soon())).not.toBeNull();
  });

  test('an answer later than the time-out is an unknown outcome, too', async () => {
    bench.simulator.faults.plan('chat.postMessage', 'slow', 1, { delayMs: 2_000 });
    expect((await failure(bench.slack.post(message(), soon()))).code).toBe('unknown-outcome');
    expect(inHelp()).toHaveLength(1);
  });

  test.each([
    ['500', 'unknown-outcome', 'http_500'],
    ['internal_error', 'unknown-outcome', 'internal_error'],
    ['not_in_channel', 'refused', 'not_in_channel'],
    ['429', 'rate-limited', 'ratelimited'],
  ])('%s is %s', async (kind, code, reason) => {
    bench.simulator.faults.plan('chat.postMessage', kind);
    expect(await failure(bench.slack.post(message(), soon()))).toMatchObject({ code, reason });
    expect(inHelp()).toEqual([]);
  });

  test('a read that fails was simply not possible', async () => {
    bench.simulator.faults.plan('users.info', '500');
    expect((await failure(bench.slack.user('U0ONO', soon()))).code).toBe('unavailable');
  });

  test('an update replaces the message in place and may be repeated after a lost answer', async () => {
    const posted = await bench.slack.post(message(), soon());
    bench.simulator.faults.plan('chat.update', 'lost');
    const changed = { ...message({ text: '対応中', blocks: [section('対応中')] }), ts: posted.ts };
    expect((await failure(bench.slack.update(changed, soon()))).code).toBe('unavailable');
    await bench.slack.update(changed, soon());
    expect(inHelp().map(({ text }) => text)).toEqual(['対応中']);
  });

  test('one message a second in a channel after a short burst, and another channel is not held up', async () => {
    for (let n = 0; n < 5; n += 1) await bench.slack.post(message({ key: `task_${n}` }), soon());
    const error = await failure(bench.slack.post(message(), soon()));
    expect(error).toMatchObject({ code: 'rate-limited', retryAfterMs: 1_000 });
    await bench.slack.post(message({ channel: 'C0INCIDENTS' }), soon());
    bench.advance(1_000);
    await bench.slack.post(message(), soon());
    expect((await failure(bench.slack.post(message(), soon()))).code).toBe('rate-limited');
  });
});

describe('what Slack would not take', () => {
  test.each([
    ['51 blocks', { blocks: Array.from({ length: 51 }, () => section('a')) }, 'invalid_blocks'],
    ['a section of 3,001 characters', { blocks: [section('a'.repeat(3_001))] }, 'invalid_blocks'],
    ['an empty section', { blocks: [section('')] }, 'invalid_blocks'],
    [
      'too much in all',
      { blocks: Array.from({ length: 5 }, () => section('a'.repeat(2_500))) },
      'msg_blocks_too_long',
    ],
    ['an unknown block', { blocks: [{ type: 'nonsense' } as never] }, 'invalid_blocks'],
    ['a channel without the bot', { channel: 'C0MOBILITY' }, 'not_in_channel'],
    ['a channel that is not there', { channel: 'C0NOWHERE' }, 'channel_not_found'],
    ['a thread that is not there', { threadTs: '1.000001' }, 'thread_not_found'],
    ['somebody deactivated', { channel: 'D0GONE' }, 'user_disabled'],
  ])('%s', async (_what, more, reason) => {
    const error = await failure(bench.slack.post(message(more as Partial<OutgoingMessage>), soon()));
    expect(error).toMatchObject({ code: 'refused', reason });
  });

  test.each([
    ['chat.nonsense', {}, 'unknown_method'],
    ['chat.postMessage', { channel: 'C0CSHELP', text: 'a', colour: 'red' }, 'invalid_arguments'],
    ['chat.postMessage', { channel: 'C0CSHELP' }, 'no_text'],
    ['chat.update', { channel: 'C0CSHELP', ts: '1.0', text: 'a' }, 'message_not_found'],
  ])('%s %j', async (method, args, error) => {
    expect(await bench.api(method, args)).toMatchObject({ ok: false, error });
  });

  test('an update of more than 4,000 characters, or of somebody else’s message', async () => {
    const { channel, ts } = await bench.slack.post(message(), soon());
    expect(await bench.api('chat.update', { channel, ts, text: 'a'.repeat(4_001) })).toMatchObject({
      error: 'msg_too_long',
    });
    const said = bench.simulator.people.say('U0CS', 'C0CSHELP', 'a');
    expect(await bench.api('chat.update', { channel, ts: said.ts, text: 'b' })).toMatchObject({
      error: 'cant_update_message',
    });
  });
});

describe('around a message', () => {
  test('metadata is shown only to who asks for it', async () => {
    await bench.slack.post(message(), soon());
    const plain = await bench.api('conversations.history', { channel: 'C0CSHELP' });
    expect(JSON.stringify(plain)).not.toContain('task_1');
    const asked = await bench.api('conversations.history', {
      channel: 'C0CSHELP',
      include_all_metadata: true,
    });
    expect(JSON.stringify(asked)).toContain('task_1');
  });

  test('history is the newest first and threads the oldest first, page by page', async () => {
    bench.simulator.workspace.set({ rateLimits: 'off' });
    const head = await bench.slack.post(message({ key: 'head' }), soon());
    for (let n = 0; n < 4; n += 1) bench.simulator.people.say('U0CS', 'C0CSHELP', `返信${n}`, head.ts);
    bench.simulator.people.say('U0CS', 'C0CSHELP', '最後');
    const history = await bench.api('conversations.history', { channel: 'C0CSHELP', limit: 1 });
    expect(history.messages).toMatchObject([{ text: '最後' }]);
    const texts: string[] = [];
    let cursor: string | undefined;
    do {
      const args = { channel: 'C0CSHELP', ts: head.ts, limit: 2, ...(cursor && { cursor }) };
      const page = await bench.api('conversations.replies', args);
      texts.push(...(page.messages as { text: string }[]).map(({ text }) => text));
      cursor = (page.response_metadata as { next_cursor: string }).next_cursor;
    } while (cursor);
    expect(texts).toEqual(['返却できない', '返信0', '返信1', '返信2', '返信3']);
  });

  test('a whisper reaches one member and is in no history', async () => {
    await bench.slack.whisper({ channel: 'C0CSHELP', user: 'U0CS', text: 'あなただけに' }, soon());
    expect(inHelp()).toMatchObject([{ onlyFor: 'U0CS' }]);
    expect((await bench.api('conversations.history', { channel: 'C0CSHELP' })).messages).toEqual([]);
    const outside = { channel: 'C0CSHELP', user: 'U0ARAI', text: 'a' };
    expect(await failure(bench.slack.whisper(outside, soon()))).toMatchObject({
      reason: 'user_not_in_channel',
    });
  });

  test('reacting and taking it back may be repeated', async () => {
    const posted = await bench.slack.post(message(), soon());
    await bench.slack.react(posted, 'eyes', soon());
    await bench.slack.react(posted, 'eyes', soon());
    expect(inHelp()[0]?.reactions).toEqual([{ name: 'eyes', user: 'U0TOBAN' }]);
    await bench.slack.unreact(posted, 'eyes', soon());
    await bench.slack.unreact(posted, 'eyes', soon());
    expect(inHelp()[0]?.reactions).toEqual([]);
  });

  test('a reply’s permalink leads into its thread', async () => {
    const head = await bench.slack.post(message(), soon());
    const reply = await bench.slack.post(message({ threadTs: head.ts }), soon());
    expect(await bench.slack.permalink(reply, soon())).toContain(`thread_ts=${head.ts}`);
  });

  test('a deleted head of a thread leaves a tombstone, a loose message nothing', async () => {
    const { people } = bench.simulator;
    const head = people.say('U0CS', 'C0CSHELP', '相談');
    people.say('U0ONO', 'C0CSHELP', '返信', head.ts);
    people.delete(people.say('U0CS', 'C0CSHELP', '間違い'));
    people.delete(head);
    expect(inHelp().map(({ text, tombstone }) => [text, tombstone])).toEqual([
      ['This message was deleted.', true],
      ['返信', false],
    ]);
  });
});
