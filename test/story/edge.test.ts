import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createIngress } from '../../functions/ingress/handler.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { createLog } from '../../shared/platform/log.ts';
import { sign } from '../../shared/slack/index.ts';

// The real handler behind functions-framework, as it is registered on Google Cloud, and behind bare node:http.
const published: object[] = [];
const logged: string[] = [];
const said: string[] = [];
let busDown = false;
const servers: Server[] = [];
const urls: string[] = [];

const event = (fields: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.0', ...fields },
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

beforeAll(async () => {
  const slackHost = await listen(
    createServer((req, res) => {
      let body = '';
      req.on('data', (chunk) => {
        body += chunk;
      });
      req.on('end', () => {
        said.push(body);
        res.end();
      });
    }),
  );
  const handler = createIngress({
    bus: {
      async publish(_topic, message) {
        if (busDown) throw new TobanError('unavailable', 'the bus is down');
        published.push(message);
      },
    },
    signingSecrets: ['current', 'previous'],
    clock: systemClock,
    realClock: systemClock,
    log: createLog('edge', 'DEBUG', (line) => logged.push(line)),
    responseHosts: [slackHost],
  });
  http('edge', handler);
  urls.push(`http://${await listen(getTestServer('edge'))}`, `http://${await listen(createServer(handler))}`);
  urls.push(`http://${slackHost}`);
});
afterAll(() => servers.forEach((server) => void server.close()));
beforeEach(() => {
  published.length = 0;
  logged.length = 0;
  said.length = 0;
  busDown = false;
});

interface Sent {
  readonly path?: string;
  readonly secret?: string;
  readonly age?: number;
  readonly headers?: Record<string, string>;
}

function send(
  base: string,
  body: string,
  { path = '/slack/events', secret = 'current', age = 0, headers = {} }: Sent = {},
): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1_000) - age);
  const type = path === '/slack/events' ? 'application/json' : 'application/x-www-form-urlencoded';
  return fetch(`${base}${path}`, {
    method: 'POST',
    body,
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': sign(body, timestamp, secret),
      ...headers,
    },
  });
}

const pressed = (responseUrl: string) =>
  new URLSearchParams({
    payload: JSON.stringify({
      type: 'block_actions',
      team: { id: 'T1' },
      user: { id: 'U1' },
      channel: { id: 'C1' },
      message: { ts: '1.0' },
      response_url: responseUrl,
      actions: [{ action_id: 'call_acknowledge', value: 'esc_1' }],
    }),
  }).toString();

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

  test('answers 503 when the bus is down, so that Slack tries again, and serves that retry', async () => {
    busDown = true;
    expect((await send(base(), JSON.stringify(event({})))).status).toBe(503);
    busDown = false;
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

  test('answers a command plainly, in both languages', async () => {
    const answer = await send(base(), 'command=%2Fincident&text=', { path: '/slack/commands' });
    expect(await answer.json()).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringMatching(/当番.*\n.*on duty/s),
    });
  });

  test('tells the person who pressed a button when it was not accepted', async () => {
    busDown = true;
    const answer = await send(base(), pressed(`${urls[2]}/respond`), { path: '/slack/interactivity' });
    expect(answer.status).toBe(503);
    expect(said).toEqual([expect.stringContaining('もう一度押してください')]);
  });

  test('sends no answer to a host that is not Slack', async () => {
    busDown = true;
    await send(base(), pressed('http://169.254.169.254/computeMetadata'), { path: '/slack/interactivity' });
    expect(logged.join()).toContain('not-accepted-unsaid');
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
    expect(logged.join()).not.toMatch(/private words|current|previous/);
  });
});
