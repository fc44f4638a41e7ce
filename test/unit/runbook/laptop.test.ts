import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pushShippedRunbooks, shippedRunbooks } from '../../../local/runbooks.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { type Log, silentLog } from '../../../shared/platform/log.ts';
import { listRunbooks, NOTHING_KNOWN, pushRunbook } from '../../../shared/runbook/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';

const yaml = readFileSync(resolve(import.meta.dirname, '../../../toban.yaml'), 'utf8');
let store: Store;
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

const start = (now: number, log: Log = silentLog, source = yaml) =>
  pushShippedRunbooks(store, parseConfig(source), now, log);
const entry = async (id: string) => (await listRunbooks(store)).find((one) => one.id === id);

test('a laptop has the shipped runbooks at once; starting again changes nothing', async () => {
  await start(1_000);
  const first = await listRunbooks(store);
  expect(first).toHaveLength(12);
  await start(2_000);
  expect(await listRunbooks(store)).toEqual(first);
});

test('what somebody has written there stays theirs; what nobody has touched is brought up to date', async () => {
  const [old = '', mine = ''] = shippedRunbooks().filter((source) => source.includes('language: ja'));
  await pushRunbook(store, `${old}\n\n`, { user: 'U0TOBAN', name: 'Toban' }, NOTHING_KNOWN, 500);
  const own = await pushRunbook(store, `${mine}\n\n`, { user: 'U0MORI', name: '森' }, NOTHING_KNOWN, 500);
  const before = (await listRunbooks(store)).find(({ by }) => by === 'Toban');
  await start(1_000);
  expect((await entry(before?.id ?? ''))?.version).not.toBe(before?.version);
  expect((await entry(own.entry?.id ?? ''))?.version).toBe(own.entry?.version);
});

test('with another configuration those that do not fit are left out, and it is said which', async () => {
  const said: unknown[] = [];
  const log = { ...silentLog, warn: (_event: string, fields?: object) => said.push(fields) };
  await start(1_000, log, yaml.replaceAll('service-ops', 'street'));
  expect(await entry('vehicle-return.ja')).toBeUndefined();
  expect(await entry('login-outage.ja')).toBeDefined();
  expect(said).toContainEqual({ runbook: 'vehicle-return', problem: 'audience-unknown' });
});
