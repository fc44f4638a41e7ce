import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { beginOnce, endOnce, giveUpOnce, KEPT_MS } from '../../../shared/idempotency-key/index.ts';
import type { Store } from '../../../shared/store/port.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const once = { owner: 'tok_1', key: 'k', request: 'a' };

let store: Store;
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

const begin = (now: number, more: Partial<typeof once> = {}) =>
  beginOnce<{ n: number }>(store, { ...once, ...more }, now);
const causeOf = async (now: number) => {
  const begun = await begin(now);
  return begun.kind === 'begun' ? begun.cause : begun.kind;
};

test('while it is under way the same waits; once it has its answer, that is given', async () => {
  expect((await begin(NOW)).kind).toBe('begun');
  expect((await begin(NOW)).kind).toBe('under-way');
  expect((await begin(NOW, { request: 'b' })).kind).toBe('another');
  await endOnce(store, once, { n: 1 });
  expect(await begin(NOW + KEPT_MS - 1)).toEqual({ kind: 'answered', answer: { n: 1 } });
  expect((await begin(NOW, { request: 'b' })).kind).toBe('another');
  expect((await begin(NOW, { owner: 'tok_2' })).kind).toBe('begun');
});

test('whoever died with it leaves the next its cause, so that nothing is done twice', async () => {
  const cause = await causeOf(NOW);
  expect(await causeOf(NOW + 59_999)).toBe('under-way');
  expect(await causeOf(NOW + 60_000)).toBe(cause);
  await giveUpOnce(store, once, false);
  expect(await causeOf(NOW + 60_001)).toBe(cause);
});

test('what was certainly not done leaves the key free for another body', async () => {
  const cause = await causeOf(NOW);
  await giveUpOnce(store, once, true);
  expect((await begin(NOW + 1, { request: 'b' })).kind).toBe('begun');
  await endOnce(store, once, { n: 2 });
  await giveUpOnce(store, once, true);
  expect((await begin(NOW + 2, { request: 'b' })).kind).toBe('answered');
  expect(cause).toMatch(/^once_/);
});

test('after its day it is a new request, and those that ended are swept away', async () => {
  const cause = await causeOf(NOW);
  await endOnce(store, once, { n: 1 });
  for (const key of ['a', 'b', 'c']) await begin(NOW, { key });
  const left = async () => {
    const query = { values: { endsAt: Number.MAX_SAFE_INTEGER }, limit: 50 };
    return (await store.page({ shape: ENDED, ...query })).docs.length;
  };
  expect(await left()).toBe(4);
  const later = await causeOf(NOW + KEPT_MS);
  expect(later).toMatch(/^once_/);
  expect(later).not.toBe(cause);
  expect(await left()).toBe(1);
});
const ENDED = {
  collection: 'idempotency-keys',
  scope: 'collection',
  where: [{ field: 'endsAt', op: '<=' }],
  orderBy: [{ field: 'endsAt', direction: 'asc' }],
} as const;
