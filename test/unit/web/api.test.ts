import { afterEach, beforeEach, expect, test } from 'vitest';
import { createLimit } from '../../../functions/http/limit.ts';
import { createApi } from '../../../functions/web/api/serve.ts';
import type { WebParts } from '../../../functions/web/parts.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { makeToken } from '../../../shared/api-token/index.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import type { SlackUser } from '../../../shared/ports/slack.ts';
import type { Store } from '../../../shared/store/port.ts';

const NOW = Date.parse('2026-11-24T03:00:10Z');
const owner = { user: 'U0ONO', name: '小野' };

let store: Store;
let token: string;
let person: Partial<SlackUser> | null;
beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:' });
  person = null;
  token = await makeToken(
    store,
    { team: 'T1', name: 'ci', scopes: [], owner, role: 'viewer', days: 30 },
    NOW,
  );
});
afterEach(() => store.close());

function api(perMinute?: number, more: Partial<WebParts> = {}) {
  const clock = { now: () => NOW };
  const config = {
    workspace: { timezone: 'Asia/Tokyo', locale: 'ja' },
    web: { admins: [], editors: [], viewers: [] },
  };
  const people = { find: async () => person };
  const parts = {
    store,
    clock,
    realClock: clock,
    log: silentLog,
    people,
    config,
    baseUrl: 'https://toban.example',
  };
  return createApi({ ...parts, ...more } as unknown as WebParts, perMinute);
}
const me = (app: ReturnType<typeof api>) =>
  app.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });

test('beyond its requests of a minute a token is told when to come again', async () => {
  const app = api(2);
  expect([(await me(app)).status, (await me(app)).status]).toEqual([200, 200]);
  const refused = await me(app);
  expect(refused.status).toBe(429);
  expect(refused.headers.get('retry-after')).toBe('50');
  expect(refused.headers.get('ratelimit')).toBe('"token";r=0;t=50');
  expect(refused.headers.get('content-type')).toBe('application/problem+json');
});

test('each token and each minute has its own', () => {
  const { look, take } = createLimit(1);
  expect(take('a', NOW)).toEqual({ ok: true, left: 0, over: 0, seconds: 50 });
  expect(look('a', NOW).ok).toBe(false);
  expect(take('a', NOW)).toMatchObject({ ok: false, over: 1 });
  expect(take('b', NOW).ok).toBe(true);
  expect(look('a', NOW + 50_000).ok).toBe(true);
  expect(take('a', NOW + 50_000).ok).toBe(true);
});

test('whose account is deactivated opens nothing; a role that has changed counts at once', async () => {
  const app = api();
  expect(await (await me(app)).json()).toMatchObject({ role: 'viewer' });
  person = { id: 'U0ONO', name: '小野', admin: true, deactivated: false, bot: false };
  expect(await (await me(app)).json()).toMatchObject({ role: 'admin' });
  person = { ...person, deactivated: true };
  expect((await me(app)).status).toBe(401);
});

test('what nobody foresaw is a problem that says nothing of itself', async () => {
  const people = {
    find: async () => {
      throw new Error('secret: xoxb-1');
    },
  };
  const answer = await me(api(9, { people } as unknown as Partial<WebParts>));
  expect(answer.status).toBe(500);
  expect(await answer.text()).not.toContain('xoxb');
});
