import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { listTokens, makeToken, noteUse, openToken, revokeToken } from '../../../shared/api-token/index.ts';
import type { Store } from '../../../shared/store/port.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const [HOUR, DAY] = [3_600_000, 86_400_000];
const owner = { user: 'U0ONO', name: '小野' };
const said = { team: 'T1', name: 'ci', scopes: [], owner, role: 'admin', days: 30 } as const;

let store: Store;
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

const first = async () => {
  const [token] = (await listTokens(store, 'T1', null)).tokens;
  if (!token) throw new Error('no token');
  return token;
};

test('it opens until the very instant at which it ends', async () => {
  const token = await makeToken(store, said, NOW);
  expect((await openToken(store, token, NOW + 30 * DAY - 1)).standing).toBe('active');
  expect((await openToken(store, token, NOW + 30 * DAY)).standing).toBe('expired');
  const endless = await makeToken(store, { ...said, days: null }, NOW);
  expect((await openToken(store, endless, NOW + 9_999 * DAY)).standing).toBe('active');
});

test('nothing that is kept opens anything', async () => {
  const token = await makeToken(store, said, NOW);
  const kept = await first();
  expect(JSON.stringify(kept)).not.toContain(token);
  for (const shown of [kept.hash, kept.id, `toban_${kept.hash.slice(0, 43)}`, ''])
    expect((await openToken(store, shown, NOW)).standing).toBe('unknown');
});

test('a use is written once an hour, and never over a revocation', async () => {
  await makeToken(store, said, NOW);
  const before = await first();
  await noteUse(store, before, NOW);
  const used = await first();
  expect(used.lastUsedAt).toBe(NOW);
  await noteUse(store, used, NOW + HOUR - 1);
  expect((await first()).lastUsedAt).toBe(NOW);
  await noteUse(store, used, NOW + HOUR);
  expect((await first()).lastUsedAt).toBe(NOW + HOUR);
  await revokeToken(store, 'T1', before.id, owner, NOW + HOUR);
  await noteUse(store, before, NOW + 2 * HOUR);
  expect((await first()).revoked).toEqual({ ...owner, at: NOW + HOUR });
});

test('it may do what was chosen for it; what was made when there was only reading may read', async () => {
  const token = await makeToken(store, { ...said, scopes: ['incidents:write'] }, NOW);
  expect((await openToken(store, token, NOW)).token?.scopes).toEqual(['read', 'incidents:write']);
  const { scopes: _scopes, ...old } = await first();
  await store.transaction(async (tx) => tx.put(`api-tokens/${old.id}`, { ...old, scope: 'read' }));
  expect((await openToken(store, token, NOW)).token?.scopes).toEqual(['read']);
  await store.transaction(async (tx) => tx.put(`api-tokens/${old.id}`, { ...old, scopes: ['gone', 'all'] }));
  expect((await first()).scopes).toEqual(['read']);
  await noteUse(store, await first(), NOW);
  expect((await first()).scopes).toEqual(['read']);
});

test('another workspace finds and revokes nothing of it', async () => {
  const token = await makeToken(store, said, NOW);
  expect((await listTokens(store, 'T2', null)).tokens).toEqual([]);
  expect(await revokeToken(store, 'T2', (await first()).id, owner, NOW)).toBe(false);
  expect((await openToken(store, token, NOW)).standing).toBe('active');
});
