import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createWebhooks } from '../../shared/adapters/webhook/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

const SECRET = 'the phone service shares this';

interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

let desk: Desk;
let server: Server;
let received: Received[];
/** What the service answers next; 200 when it is empty. */
let answers: number[];

beforeEach(async () => {
  received = [];
  answers = [];
  server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      received.push({ headers: req.headers, body });
      res.writeHead(answers.shift() ?? 200).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // The real sender; only the public network between is this machine.
  const webhooks = createWebhooks({
    secretOf: (name) => (name === 'PHONE_SECRET' ? SECRET : null),
    connect: { createConnection: () => connect(port, '127.0.0.1') },
  });
  desk = await openDesk({
    config: config(),
    wrap: <T extends object>(name: string, part: T) =>
      name === 'webhooks' ? (webhooks as unknown as T) : part,
  });
});
afterEach(async () => {
  await desk.close();
  await new Promise((resolve) => server.close(resolve));
});

test('a step with `via` tells the service whom to reach, signed, and says why', async () => {
  await desk.say('cs', '@Toban 返却できない <!channel>');
  expect(received).toEqual([]);
  await desk.advance('PT5M');
  expect(received).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  const id = String(headers['webhook-id']);
  const mac = createHmac('sha256', SECRET).update(`${id}.${headers['webhook-timestamp']}.${body}`);
  expect(headers['webhook-signature']).toBe(`v1,${mac.digest('base64')}`);
  expect(id).toMatch(/^esc_[0-9a-f]{32}\/signal-1$/);
  expect(JSON.parse(body)).toMatchObject({
    type: 'toban.call',
    step: 2,
    person: { slack: 'U0KATO', name: '加藤 誠' },
    words: expect.stringContaining('返却できない'),
  });
  expect(JSON.stringify(received)).not.toContain(SECRET);
  expect(desk.pinged()).toEqual(['arai', 'kato']);
});

test('answered 500 it is told again under the same id until it takes it, and then no more', async () => {
  answers = [500, 503];
  await desk.say('cs', '@Toban 返却できない');
  await desk.advance('PT9M');
  expect(received).toHaveLength(3);
  expect(new Set(received.map(({ headers }) => headers['webhook-id'])).size).toBe(1);
  expect(desk.pinged()).toEqual(['arai', 'kato']);
});

test('acknowledged before it could be told, it is never told', async () => {
  answers = Array.from({ length: 50 }, () => 500);
  await desk.say('cs', '@Toban 返却できない');
  await desk.advance('PT5M');
  const before = received.length;
  expect(before).toBeGreaterThan(0);
  await desk.press('kato', desk.dms('kato')[0], '受領する');
  await desk.advance('PT20M');
  expect(received).toHaveLength(before);
});

test('acknowledged by the one before, the step and its service are left in peace', async () => {
  await desk.say('cs', '@Toban 返却できない');
  await desk.press('arai', desk.dms('arai')[0], '受領する');
  await desk.advance('PT20M');
  expect(received).toEqual([]);
});

test('a service that refuses is named on the card; Slack calls all the same', async () => {
  answers = [401];
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.advance('PT6M');
  expect(received).toHaveLength(1);
  expect(desk.thread(call)[0]?.text).toContain('連絡サービス「phone」に知らせられませんでした');
  expect(desk.pinged()).toEqual(['arai', 'kato']);
});

function config() {
  const sheet = { spreadsheet: 'mobility', sheet: '当番表', members: 'メンバー', handover: '10:00' };
  return parseConfig(
    JSON.stringify({
      rotas: [{ id: 'mobility', ...sheet, fallback: ['U0SRELEAD'] }],
      routes: [
        {
          channel: 'C0CSHELP',
          rota: 'mobility',
          ladder: [{ to: 'primary' }, { after: '5m', to: 'U0KATO', via: 'phone' }],
        },
      ],
      webhooks: { phone: { url: 'https://calls.example.com/toban', secret: 'PHONE_SECRET' } },
    }),
  );
}
