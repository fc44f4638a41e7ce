import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLimit } from '../../../functions/http/limit.ts';
import { createApi } from '../../../functions/web/api/serve.ts';
import { createMcp } from '../../../functions/web/mcp/serve.ts';
import type { WebParts } from '../../../functions/web/parts.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { makeToken } from '../../../shared/api-token/index.ts';
import { createLog, silentLog } from '../../../shared/platform/log.ts';
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

function partsWith(more: Partial<WebParts> = {}): WebParts {
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
  return { ...parts, ...more } as unknown as WebParts;
}
const api = () => createApi(partsWith());
const me = (app: ReturnType<typeof api>) =>
  app.request('/api/v1/me', { headers: { authorization: `Bearer ${token}` } });

describe.each([
  ['/api/v1/me', createApi],
  ['/mcp', createMcp],
] as const)('at %s, over HTTP', (path, create) => {
  const ask = async (app: ReturnType<typeof api>, times: number) => {
    const server = createServer(getRequestListener(app.fetch)).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const answers: Response[] = [];
    for (let i = 0; i < times; i += 1)
      answers.push(
        await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
          headers: { authorization: `Bearer ${token}` },
        }),
      );
    server.close();
    return answers;
  };

  test('beyond its requests of a minute a token is told when to come again', async () => {
    const [first, second, refused] = await ask(create(partsWith(), 2), 3);
    // A GET is no way to speak to /mcp, and counts all the same.
    expect([first?.status, second?.status]).toEqual(path === '/mcp' ? [405, 405] : [200, 200]);
    expect(second?.headers.get('ratelimit')).toBe('"token";r=0;t=50');
    expect(refused?.status).toBe(429);
    expect(refused?.headers.get('retry-after')).toBe('50');
    expect(refused?.headers.get('ratelimit')).toBe('"token";r=0;t=50');
    expect(refused?.headers.get('ratelimit-policy')).toBe('"token";q=2;w=60');
    expect(refused?.headers.get('content-type')).toBe('application/problem+json');
  });

  test('what nobody foresaw says nothing of itself to the program, and stands in the log', async () => {
    const lines: string[] = [];
    const people = {
      find: async () => {
        throw new Error('secret: xoxb-1');
      },
    };
    const log = createLog('web', { write: (line) => lines.push(line) });
    const [answer] = await ask(create(partsWith({ people, log } as unknown as Partial<WebParts>), 9), 1);
    expect(answer?.status).toBe(500);
    expect(await answer?.text()).not.toContain('xoxb');
    const [line = '{}'] = lines;
    expect(JSON.parse(line)).toMatchObject({
      severity: 'ERROR',
      message: `${path.split('/')[1]}-failed`,
      code: 'bug',
    });
  });
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
