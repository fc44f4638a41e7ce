import { createHmac } from 'node:crypto';
import type { lookup } from 'node:dns';
import { createServer } from 'node:http';
import { type AddressInfo, connect, isIP } from 'node:net';
import { describe, expect, test } from 'vitest';
import { createWebhooks, publicTarget } from '../../../../shared/adapters/webhook/index.ts';
import {
  isPublic,
  publicLookup,
  publicLookupBy,
} from '../../../../shared/adapters/webhook/public-address.ts';
import { retryAfterMs } from '../../../../shared/adapters/webhook/retry-after.ts';
import { signed } from '../../../../shared/adapters/webhook/sign.ts';

const signal = new AbortController().signal;
const message = { id: 'esc_1/signal-0', at: 1_700_000_000_500, body: { type: 'toban.call' } };
const webhooks = createWebhooks({ secretOf: (name) => (name === 'PHONE_SECRET' ? 'secret' : null) });
const send = (url: string, secret = 'PHONE_SECRET') => webhooks.send({ url, secret }, message, signal);

describe('only public addresses are spoken to', () => {
  test.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.0.1',
    '192.168.1.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '::1',
    '::ffff:127.0.0.1',
    'fe80::1',
    'fd00::1',
    '2002:7f00:1::',
    'not-an-address',
  ])('not to %s', (address) => expect(isPublic(address)).toBe(false));
  test.each(['8.8.8.8', '172.32.0.1', '2606:4700::1111'])('to %s', (address) =>
    expect(isPublic(address)).toBe(true),
  );

  test.each([
    'https://127.0.0.1/x',
    'https://[::1]/x',
    'https://169.254.169.254/computeMetadata',
    'http://8.8.8.8/x',
  ])('%s is refused before anything is sent', async (url) => {
    await expect(send(url)).rejects.toMatchObject({ code: 'refused', reason: 'not-public' });
  });

  test('a name that leads inside is refused, by the address that would be connected to', async () => {
    await expect(send('https://localhost/x')).rejects.toMatchObject({
      code: 'refused',
      reason: 'not-public',
    });
    const failure = await new Promise((resolve) => publicLookup('localhost', { all: true }, resolve));
    expect(failure).toMatchObject({ code: 'ENOTPUBLIC' });
  });
});

describe('a name that answers now this, now that (DNS rebinding)', () => {
  /** Answers of a name server, one after the other, and how often it was asked. */
  function answering(...answers: readonly (readonly string[])[]) {
    const asked: string[] = [];
    const ask = ((host: string, _options: object, done: (error: null, found: object[]) => void) => {
      asked.push(host);
      const found = answers[Math.min(asked.length, answers.length) - 1] ?? [];
      done(
        null,
        found.map((address) => ({ address, family: isIP(address) })),
      );
    }) as unknown as typeof lookup;
    return { asked, look: publicLookupBy(ask) };
  }
  const looked = (look: ReturnType<typeof publicLookupBy>, all: boolean) =>
    new Promise((resolve) =>
      look('rebind.example.com', { all }, (error, address) => resolve(error?.code ?? address)),
    );

  test('is judged anew each time, and the address that was judged is the one that is connected to', async () => {
    const { asked, look } = answering(['8.8.8.8'], ['127.0.0.1']);
    expect(await looked(look, false)).toBe('8.8.8.8');
    expect(await looked(look, false)).toBe('ENOTPUBLIC');
    // Nobody asks again between the judgement and the connection.
    expect(asked).toHaveLength(2);
  });

  test.each([[['8.8.8.8', '10.0.0.1']], [['169.254.169.254']], [['::ffff:127.0.0.1', '8.8.8.8']], [[]]])(
    'an answer with an inner address in it, or with none, is refused: %j',
    async (found) => {
      const { look } = answering(found);
      for (const all of [true, false]) expect(await looked(look, all)).toBe('ENOTPUBLIC');
    },
  );

  test('what is sent ends there, with the reason', async () => {
    const { asked, look } = answering(['127.0.0.1']);
    const sender = createWebhooks({ secretOf: () => null, connect: { lookup: look } });
    const to = { url: 'https://rebind.example.com/', secrets: [] };
    await expect(sender.deliver(to, { id: 'x', at: 0, body: '{}' }, signal)).rejects.toMatchObject({
      reason: 'not-public',
    });
    expect(asked).toEqual(['rebind.example.com']);
  });
});

test('a missing secret is a mistake in the settings, and nothing is sent', async () => {
  await expect(send('https://8.8.8.8/x', 'OTHER_SECRET')).rejects.toMatchObject({ code: 'misconfigured' });
});

describe('what is sent is signed as Standard Webhooks ask: id, seconds and body', () => {
  const text = { ...message, body: '{"type":"toban.call"}' };
  const mac = (key: string | Buffer) =>
    createHmac('sha256', key).update(`esc_1/signal-0.1700000000.${text.body}`).digest('base64');
  const signature = (...secrets: string[]) => signed(text, secrets).headers['webhook-signature'];

  test('with a secret as it is, or one in base64', () => {
    expect(signed(text, ['secret']).headers).toMatchObject({ 'webhook-id': 'esc_1/signal-0' });
    expect(signature('secret')).toBe(`v1,${mac('secret')}`);
    expect(signature('whsec_b3RoZXI=')).toBe(`v1,${mac('other')}`);
  });

  test('while a secret is being changed, with both', () => {
    expect(signature('whsec_b3RoZXI=', 'secret')).toBe(`v1,${mac('other')} v1,${mac('secret')}`);
    expect(signature()).toBeUndefined();
  });
});

test.each([
  ['https://hooks.example.com/toban?team=1', true],
  ['https://8.8.8.8:8443/x', true],
  ['http://hooks.example.com/', false],
  ['https://user:password@hooks.example.com/', false],
  ['https://localhost/', false],
  ['https://metadata.google.internal/', false],
  ['https://metadata.google.internal./', false],
  ['https://intranet/', false],
  ['https://0x7f000001/', false],
  ['https://2130706433/', false],
  ['https://[::ffff:10.0.0.1]/', false],
  ['ftp://hooks.example.com/', false],
  ['hooks.example.com', false],
])('%s may be written down as an address: %s', (url, may) => expect(publicTarget(url) !== null).toBe(may));

test.each([
  ['120', 120_000],
  [' 0 ', 0],
  ['Tue, 24 Nov 2026 03:10:00 GMT', 600_000],
  ['Tue, 24 Nov 2026 02:00:00 GMT', 0],
  ['1e9', null],
  ['-5', null],
  ['2026-11-24T03:10:00Z', null],
  ['9'.repeat(400), null],
  ['soon', null],
  ['', null],
  [undefined, null],
])('a Retry-After of %j is %j ms', (header, wait) => {
  expect(retryAfterMs(header, Date.parse('2026-11-24T03:00:00Z'))).toBe(wait);
});

test.each([
  [429, '120', { code: 'rate-limited', retryAfterMs: 120_000, reason: 'http_429' }],
  [503, '99999999', { code: 'rate-limited', retryAfterMs: 300_000 }],
  [429, null, { code: 'unavailable' }],
  [400, '120', { code: 'refused' }],
])('a service that answers %i with Retry-After %j', async (status, after, error) => {
  const server = createServer((_req, res) =>
    res.writeHead(status, after === null ? {} : { 'retry-after': after }).end(),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const sender = createWebhooks({
    secretOf: () => 'secret',
    connect: { createConnection: () => connect(port, '127.0.0.1') },
  });
  const sent = sender.send({ url: 'https://hooks.example.com/', secret: 'X' }, message, signal);
  await expect(sent).rejects.toMatchObject(error);
  server.close();
});
