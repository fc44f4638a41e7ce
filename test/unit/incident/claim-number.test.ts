import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { claimNumber } from '../../../shared/incident/claim-number.ts';
import { numberPath } from '../../../shared/incident/records.ts';
import type { Store } from '../../../shared/store/port.ts';

let folder: string;
let store: Store;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toban-numbers-'));
  store = openSqliteStore({ file: join(folder, 'store.sqlite') });
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

test('a burst gets 1 to n: no gaps, no doubles, nobody fails', async () => {
  const numbers = await Promise.all(
    Array.from({ length: 40 }, (_, i) => claimNumber(store, 'T1', `inc_${i}`)),
  );
  expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
});

test('asked again, after an answer that was lost, an incident keeps its number', async () => {
  expect(await claimNumber(store, 'T1', 'inc_a')).toBe(1);
  expect(await claimNumber(store, 'T1', 'inc_b')).toBe(2);
  expect(await claimNumber(store, 'T1', 'inc_a')).toBe(1);
  expect(await claimNumber(store, 'T2', 'inc_c')).toBe(1);
});

test('the next is found by a few reads among many', async () => {
  for (let n = 1; n <= 500; n += 1) await store.put(numberPath('T1', n), { record: `incidents/inc_${n}` });
  let reads = 0;
  const counting: Store = {
    ...bound(store),
    get: (path) => {
      reads += 1;
      return store.get(path);
    },
  };
  expect(await claimNumber(counting, 'T1', 'inc_next')).toBe(501);
  expect(reads).toBeLessThan(25);
});

const bound = (one: Store): Store => ({
  get: (path) => one.get(path),
  put: (path, data, expect_) => one.put(path, data, expect_),
  page: (query) => one.page(query),
  transaction: (body) => one.transaction(body),
  close: () => one.close(),
});
