import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { createCookies } from '../../../functions/web/cookies.ts';
import { createSealer } from '../../../functions/web/seal.ts';

const NOW = Date.parse('2026-11-24T12:00:00+09:00');
const DAY = 86_400_000;
const [OLD, NEW] = ['o'.repeat(32), 'n'.repeat(32)];

const set = async (baseUrl: string): Promise<string | null> => {
  const app = new Hono();
  app.get('/', (c) => {
    createCookies(baseUrl).set(c, 'session', 'sealed', 14 * DAY);
    return c.text('');
  });
  return (await app.request('/')).headers.get('set-cookie');
};

test('a session’s cookie is for this host by https alone, and neither scripts nor other sites’ forms have it', async () => {
  const parts = (await set('https://toban.example'))?.split('; ') ?? [];
  expect(new Set(parts)).toEqual(
    new Set([
      '__Host-toban-session=sealed',
      'Path=/',
      'HttpOnly',
      'Secure',
      'SameSite=Lax',
      `Max-Age=${14 * 86_400}`,
    ]),
  );
  expect(await set('http://127.0.0.1:8080')).toMatch(/^toban-session=sealed;.*HttpOnly/);
});

test('a session opens with its key or the one before, for its purpose and its time, and not when it was touched', async () => {
  const clock = { at: NOW, now: () => clock.at };
  const sealer = (...keys: string[]) => createSealer(keys, clock);
  const sealed = await sealer(OLD).seal('session', { sub: 'U1' }, DAY);
  expect(sealed).not.toContain('U1');
  expect(await sealer(OLD).open('session', sealed)).toMatchObject({ sub: 'U1' });
  expect(await sealer(NEW, OLD).open('session', sealed)).toMatchObject({ sub: 'U1' });
  expect(await sealer(NEW).open('session', sealed)).toBeNull();
  expect(await sealer(OLD).open('sign-in', sealed)).toBeNull();
  const touched = sealed.slice(0, -2) + (sealed.endsWith('A') ? 'B' : 'A') + sealed.slice(-1);
  expect(await sealer(OLD).open('session', touched)).toBeNull();
  clock.at += DAY + 60_000;
  expect(await sealer(OLD).open('session', sealed)).toBeNull();
});
