import { readFileSync } from 'node:fs';
import { Client as McpClient, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken as keepToken, listTokens, revokeToken } from '../../shared/api-token/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Client, makeToken, problemOf } from './api-desk.ts';
import { type Desk, openDesk } from './desk.ts';

const DAY = 86_400_000;
const TEAM = 'T0TOBAN';
const LEAD = { user: 'U0SRELEAD', name: '森' };

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({
    config: parseConfig(`${readFileSync('toban.yaml', 'utf8')}\nweb: { viewers: [U0CS] }\n`),
  });
});
afterAll(() => desk.close());

/** A token as it is kept, of anybody, made at any time. */
const kept = (more: Partial<Parameters<typeof keepToken>[1]> = {}, age = 0) =>
  keepToken(
    desk.system.store,
    { team: TEAM, name: 'x', scopes: ['read'], owner: LEAD, role: 'admin', days: 30, ...more },
    desk.system.clock.now() - age,
  );

/** Asks for what every token may have, at each of the two doors. */
const doors = {
  '/api/v1/me': (token: string) => new Client(desk, token).get('/me'),
  '/mcp': (token: string) => mcp(token, 'tools/list'),
} as const;
const mcp = (token: string, method: string, params: object = {}) =>
  fetch(`${desk.system.url}/mcp`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      accept: 'application/json, text/event-stream',
      'accept-language': 'en',
    },
    body: JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }),
  });

describe.each(Object.entries(doors))('at %s', (_path, ask) => {
  test('a token that is good is let in, and told how many requests are left', async () => {
    const answer = await ask(await kept());
    expect(answer.status, await answer.text()).toBe(200);
    expect(answer.headers.get('ratelimit-policy')).toBe('"token";q=600;w=60');
  });

  test.each([
    ['expired', () => kept({ days: 30 }, 30 * DAY)],
    ['revoked', revoked],
    ['never made', async () => `toban_${'A'.repeat(43)}`],
    ['no token at all', async () => 'hello'],
    ['of somebody who has left', () => kept({ owner: { user: 'U0GONE', name: '林' } })],
  ])('one that is %s opens nothing, and it is said why', async (_what, make) => {
    const answer = await ask(await make());
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="toban", error="invalid_token"');
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const problem = await problemOf(answer, 401);
    expect(problem.type).toMatch(/#unauthorized$/);
    expect(problem.detail).toMatch(/token|account/i);
  });
});

async function revoked(): Promise<string> {
  const token = await kept({ name: 'revoked' });
  const { tokens } = await listTokens(desk.system.store, TEAM, null);
  const { id = '' } = tokens.find(({ name, revoked }) => name === 'revoked' && !revoked) ?? {};
  await revokeToken(desk.system.store, TEAM, id, LEAD, desk.system.clock.now());
  return token;
}

test('a scope that a token lacks is named; one that its owner’s role does not allow opens nothing', async () => {
  const reader = new Client(desk, await makeToken(desk, 'U0SRELEAD'));
  const headers = { 'idempotency-key': '1' };
  const lacking = await reader.write('POST', '/incidents', { title: 'x' }, headers);
  expect(lacking.headers.get('www-authenticate')).toBe(
    'Bearer realm="toban", error="insufficient_scope", scope="incidents:write"',
  );
  expect((await problemOf(lacking, 403)).detail).toContain('incidents:write');
  const over = await kept({
    scopes: ['incidents:write', 'actions:write', 'export'],
    owner: { user: 'U0CS', name: '中村' },
    role: 'viewer',
  });
  const viewer = new Client(desk, over);
  const refused = await viewer.write('POST', '/incidents', { title: 'x' }, headers);
  expect((await problemOf(refused, 403)).detail).toContain('viewer');
  await problemOf(await viewer.get('/export'), 403);
  expect((await new Client(desk, await kept()).read('/incidents')).items).toEqual([]);

  // A tool that may not be used is not there, and calling it all the same does nothing.
  const listed = await (await mcp(over, 'tools/list')).text();
  expect(listed).toContain('read_incident');
  expect(listed).not.toContain('add_comment');
  const called = await mcp(over, 'tools/call', { name: 'create_action_item', arguments: { title: 'x' } });
  expect(await called.text()).toMatch(/not found/i);
  expect((await viewer.read('/action-items')).items).toEqual([]);
});

test('a program of the protocol hears of a dead token at once, and finds no sign-in that is not there', async () => {
  const dead = await kept({ days: 30 }, 31 * DAY);
  const client = new McpClient({ name: 'test', version: '1' });
  const requestInit = { headers: { authorization: `Bearer ${dead}` } };
  const connecting = client.connect(
    new StreamableHTTPClientTransport(new URL(`${desk.system.url}/mcp`), { requestInit }),
  );
  await expect(connecting).rejects.toThrow(/401|unauthorized/i);
  for (const path of [
    'oauth-protected-resource',
    'oauth-protected-resource/mcp',
    'oauth-authorization-server',
  ]) {
    const answer = await fetch(`${desk.system.url}/.well-known/${path}`, { redirect: 'manual' });
    expect(answer.status, path).toBe(404);
  }
});
