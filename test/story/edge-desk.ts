import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { createEdgeSlack } from '../../functions/ingress/edge-slack.ts';
import { createIngress } from '../../functions/ingress/handler.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { createLog } from '../../shared/platform/log.ts';
import { sign } from '../../shared/slack/index.ts';

// The real handler behind functions-framework, as it is registered on Google Cloud, and behind bare node:http.
export const published: object[] = [];
/** Lane by lane, beside `published`. */
export const lanes: string[] = [];
export const logged: string[] = [];
export const said: string[] = [];
/** What was asked of Slack, as `method: body`, and what it answers. */
export const asked: string[] = [];
/** How the others fare: changed by a test, back to good before the next. */
export const world: { slack: 'ok' | 'expired' | 'late'; busDown: boolean; stopped: number | null } = {
  slack: 'ok',
  busDown: false,
  /** Epoch ms at which the edge's clock stands; null: it goes. */
  stopped: null,
};
const servers: Server[] = [];
export const urls: string[] = [];

export const event = (fields: object) => ({
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.0', ...fields },
});

async function listen(server: Server): Promise<string> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts the edge for a file of tests. */
export function useEdge(): void {
  beforeAll(async () => {
    const slackHost = await listen(
      createServer((req, res) => {
        let body = '';
        req.on('data', (chunk) => {
          body += chunk;
        });
        req.on('end', () => {
          if (!req.url?.startsWith('/api/')) said.push(body);
          else asked.push(`${req.url.slice(5)} ${decodeURIComponent(body.replaceAll('+', ' '))}`);
          if (world.slack === 'late') return;
          res.end(JSON.stringify({ ok: world.slack === 'ok' }));
        });
      }),
    );
    const handler = createIngress({
      bus: {
        async publish(topic, message) {
          if (world.busDown) throw new TobanError('unavailable', 'the bus is down');
          published.push(message);
          lanes.push(topic);
        },
      },
      signingSecrets: ['current', 'previous'],
      clock: systemClock,
      realClock: { now: () => world.stopped ?? systemClock.now() },
      log: createLog('edge', { least: 'DEBUG', write: (line) => logged.push(line) }),
      sheetSecrets: [],
      alertTokens: ['alert-token'],
      balancer: null,
      responseHosts: [slackHost],
      slack: createEdgeSlack({ apiUrl: `http://${slackHost}/api/`, token: 'xoxb-1', timeoutMs: 1_000 }),
      rules: [
        {
          opens: (gesture) => gesture.type === 'command' && gesture.command === '/incident',
          validate: {
            declare: ({ values }): Record<string, string> =>
              values.title ? {} : { title: '題名を入れてください。' },
          },
        },
      ],
    });
    http('edge', handler);
    urls.push(
      `http://${await listen(getTestServer('edge'))}`,
      `http://${await listen(createServer(handler))}`,
    );
    urls.push(`http://${slackHost}`);
  });
  afterAll(() => {
    for (const server of servers.splice(0)) server.close();
    urls.length = 0;
  });
  beforeEach(() => {
    published.length = 0;
    lanes.length = 0;
    logged.length = 0;
    said.length = 0;
    asked.length = 0;
    Object.assign(world, { slack: 'ok', busDown: false, stopped: null });
  });
}

export interface Sent {
  readonly path?: string;
  readonly secret?: string;
  readonly age?: number;
  readonly headers?: Record<string, string>;
}

export function send(
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

export const pressed = (responseUrl: string) =>
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

export const typed = {
  command: '/toban',
  text: 'call',
  team_id: 'T1',
  channel_id: 'C1',
  user_id: 'U1',
  response_url: 'https://hooks.slack.com/commands/1',
  trigger_id: '1.2.t',
};

export const submitted = (values: object) =>
  new URLSearchParams({
    payload: JSON.stringify({
      type: 'view_submission',
      team: { id: 'T1' },
      user: { id: 'U1' },
      view: { id: 'V1', callback_id: 'declare', state: { values } },
    }),
  }).toString();
