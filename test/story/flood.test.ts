import { afterAll, beforeAll, expect, test } from 'vitest';
import { TRIES_A_MINUTE } from '../../functions/http/strangers.ts';
import { makeToken } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

/** Asks for a path as one address, as Cloud Run's front end would hand it on. */
const ask = (path: string, address: string, headers: Record<string, string> = {}) =>
  fetch(`${desk.system.url}${path}`, {
    headers: { 'x-forwarded-for': `10.0.0.1, ${address}`, ...headers },
    redirect: 'manual',
  });

/** The first answer that says to wait. Twice the limit: the minute may turn on the way. */
async function refused(path: string, address: string, headers?: Record<string, string>): Promise<Response> {
  for (let i = 0; i < 2 * TRIES_A_MINUTE; i += 1) {
    const answer = await ask(path, address, headers);
    if (answer.status === 429) return answer;
    await answer.arrayBuffer();
  }
  throw new Error(`${path} never says to wait`);
}

const expectWait = (answer: Response) => {
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(Number(answer.headers.get('retry-after'))).toBeLessThanOrEqual(60);
};

test('one address that begins to sign in again and again is asked to wait, in its language; others go on', async () => {
  for (const path of ['/sign-in/slack', '/sign-in/callback?code=x&state=y']) {
    const answer = await refused(path, '203.0.113.1', { 'accept-language': 'ja' });
    expectWait(answer);
    expect(await answer.text()).toContain('少し時間をおいてください');
    expect((await ask('/sign-in/slack', '203.0.113.2')).status).toBe(303);
  }
});

test('one address that guesses tokens waits at the API and at MCP; a token known to be good works on, and elsewhere any', async () => {
  const token = await makeToken(desk, 'U0SRELEAD');
  const good = { authorization: `Bearer ${token}` };
  const bad = { authorization: `Bearer toban_${'x'.repeat(43)}` };
  const late = { authorization: `Bearer ${await makeToken(desk, 'U0SRELEAD')}` };
  expect((await ask('/api/v1/me', '203.0.113.3', good)).status).toBe(200);
  for (const path of ['/api/v1/me', '/mcp']) {
    const answer = await refused(path, '203.0.113.3', bad);
    expectWait(answer);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  }
  // The same office, where it was good before; a token never seen here may be a guess.
  expect((await ask('/api/v1/me', '203.0.113.3', good)).status).toBe(200);
  await refused('/api/v1/me', '203.0.113.3', bad);
  expect((await ask('/api/v1/me', '203.0.113.3', late)).status).toBe(429);
  expect((await ask('/api/v1/me', '203.0.113.4', good)).status).toBe(200);
  expect((await ask('/api/v1/me', '203.0.113.4', bad)).status).toBe(401);
});

test('one address that guesses the addresses of calendars waits; a calendar known to be there is served on, and elsewhere any', async () => {
  const browser = new Browser(desk.system.url);
  await browser.signIn('U0ONO');
  const made = await browser.post('/feeds/make', { csrf: await browser.csrf('/feeds'), rota: '' });
  const [path = ''] = /\/feeds\/me\/[\w-]+\.ics/.exec(await made.text()) ?? [];
  const guess = `/feeds/me/${'x'.repeat(43)}.ics`;
  expectWait(await refused(guess, '203.0.113.5'));
  expect((await ask(path, '203.0.113.6')).status).toBe(200);
  // An office shares one address with whoever still asks for a calendar that was stopped.
  await refused(guess, '203.0.113.5');
  expect((await ask(path, '203.0.113.5')).status).toBe(200);
});

test('without a proxy before it, as on a laptop, nobody waits', async () => {
  for (let i = 0; i < 2 * TRIES_A_MINUTE + 1; i += 1)
    expect((await fetch(`${desk.system.url}/api/v1/me`)).status).toBe(401);
});
