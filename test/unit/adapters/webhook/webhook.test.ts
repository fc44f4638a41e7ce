import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createWebhooks, signed } from '../../../../shared/adapters/webhook/index.ts';
import { isPublic, publicLookup } from '../../../../shared/adapters/webhook/public-address.ts';

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

test('a missing secret is a mistake in the settings, and nothing is sent', async () => {
  await expect(send('https://8.8.8.8/x', 'OTHER_SECRET')).rejects.toMatchObject({ code: 'misconfigured' });
});

test('what is sent is signed as Standard Webhooks ask: id, seconds and body', () => {
  const { body, headers } = signed(message, 'secret');
  const mac = createHmac('sha256', 'secret').update(`esc_1/signal-0.1700000000.${body}`).digest('base64');
  expect(headers).toMatchObject({ 'webhook-id': 'esc_1/signal-0', 'webhook-signature': `v1,${mac}` });
  const key = Buffer.from('c2VjcmV0', 'base64');
  expect(signed(message, 'whsec_c2VjcmV0').headers['webhook-signature']).toBe(
    `v1,${createHmac('sha256', key).update(`esc_1/signal-0.1700000000.${body}`).digest('base64')}`,
  );
});
