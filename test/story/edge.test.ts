import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { TRIES_A_MINUTE } from '../../functions/http/strangers.ts';
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

  test('a flood of bad signatures from one address is told to wait and not written down; who signs right is served', async () => {
    world.stopped = Date.now();
    // Whatever a client claims stands before what Cloud Run's front end has seen.
    const from = (address: string, claimed = '198.51.100.1') => ({
      headers: { 'x-forwarded-for': `${claimed}, ${address}` },
    });
    const address = `203.0.113.${index}`;
    const body = JSON.stringify(event({}));
    for (let i = 0; i < TRIES_A_MINUTE; i += 1)
      expect((await send(base(), body, { secret: 'other', ...from(address) })).status).toBe(401);
    const lines = logged.length;
    for (let i = 0; i < 5; i += 1) {
      const refused = await send(base(), body, { secret: 'other', ...from(address, `198.51.100.${i}`) });
      expect(refused.status).toBe(429);
      expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    }
    expect(logged.slice(lines).map((line) => JSON.parse(line).message)).toEqual(['address-throttled']);
    expect((await send(base(), body, from(address))).status).toBe(200);
    expect((await send(base(), body, { secret: 'other', ...from('203.0.113.200') })).status).toBe(401);
    world.stopped += 60_000;
    expect((await send(base(), body, { secret: 'other', ...from(address) })).status).toBe(401);
  });

  test('a flood of wrong tokens at the alerts ends the same way, and alerts with the right one come through', async () => {
    world.stopped = Date.now();
    const alert = (token: string) =>
      fetch(`${base()}/alerts/grafana`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'x-forwarded-for': `203.0.113.${100 + index}` },
        body: JSON.stringify({ key: 'disk', title: 'disk full', state: 'open' }),
      });
    for (let i = 0; i < TRIES_A_MINUTE; i += 1) expect((await alert('guess')).status).toBe(401);
    expect((await alert('guess')).status).toBe(429);
    expect((await alert('alert-token')).status).toBe(200);
  });
});
