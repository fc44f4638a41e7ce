import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { event, lanes, logged, pressed, published, send, urls, useEdge, world } from './edge-desk.ts';

useEdge();

describe.each([
  ['functions-framework', 0],
  ['node:http', 1],
])('the edge on %s', (_name, index) => {
  const base = () => urls[index] ?? '';

  test('answers 200 only with the event on the bus', async () => {
    expect((await send(base(), JSON.stringify(event({ text: 'こんにちは' })))).status).toBe(200);
    expect(published).toEqual([
      { kind: 'slack', inbound: expect.objectContaining({ text: 'こんにちは', channel: 'C1' }) },
    ]);
  });

  test('accounts that change, a whole directory perhaps, never stand before a call for help', async () => {
    const changed = JSON.stringify({ ...event({}), event: { type: 'user_change', user: { id: 'U1' } } });
    expect((await send(base(), changed)).status).toBe(200);
    expect((await send(base(), JSON.stringify(event({})))).status).toBe(200);
    expect(lanes).toEqual(['work', 'calls']);
  });

  test('answers 503 when the bus is down, so that Slack tries again, and serves that retry', async () => {
    world.busDown = true;
    expect((await send(base(), JSON.stringify(event({})))).status).toBe(503);
    world.busDown = false;
    const retry = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_error' } };
    expect((await send(base(), JSON.stringify(event({})), retry)).status).toBe(200);
    expect(published).toHaveLength(1);
  });

  test.each([
    ['the current secret', { secret: 'current' }, 200],
    ['the previous secret', { secret: 'previous' }, 200],
    ['another secret', { secret: 'other' }, 401],
    ['an old timestamp', { age: 310 }, 401],
    ['a timestamp ahead', { age: -310 }, 401],
  ])('signed with %s', async (_what, how, status) => {
    expect((await send(base(), JSON.stringify(event({})), how)).status).toBe(status);
    expect(published).toHaveLength(status === 200 ? 1 : 0);
  });

  test('answers the verification of its address, and only when signed', async () => {
    const body = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect(await (await send(base(), body)).text()).toBe('abc');
    expect((await send(base(), body, { secret: 'other' })).status).toBe(401);
  });

  test('signed nonsense is answered with 2xx or 4xx and a logged code, never 5xx', async () => {
    const paths = fc.constantFrom(
      '/slack/events',
      '/slack/interactivity',
      '/slack/commands',
      '/slack/elsewhere',
    );
    const bodies = fc.oneof(
      fc.json(),
      fc.string(),
      fc.json().map((json) => `payload=${encodeURIComponent(json)}`),
    );
    await fc.assert(
      fc.asyncProperty(paths, bodies, async (path, body) => {
        expect((await send(base(), body, { path })).status).toBeLessThan(500);
      }),
      { numRuns: 60 },
    );
  });

  test('refuses a body over a mebibyte', async () => {
    expect((await send(base(), JSON.stringify(event({ text: 'x'.repeat(1_048_576) })))).status).toBe(413);
  });

  test('keeps what people wrote, and secrets, out of its log', async () => {
    await send(base(), JSON.stringify(event({ text: 'private words' })));
    await send(base(), JSON.stringify({ type: 'event_callback', secret: 'private words' }));
    await send(base(), pressed('https://hooks.slack.com/private/words'), { path: '/slack/interactivity' });
    expect(logged.join()).not.toMatch(/private.words|current|previous|xoxb/);
  });
});
