import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { beginErasure, erasureOf } from '../../../shared/erasure/index.ts';
import type { Wanted } from '../../../shared/erasure/verbs.ts';
import type { Store } from '../../../shared/store/port.ts';

const BY = { user: 'U0ADMIN', name: '石川 恵' };
let store: Store;
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

const begin = (said: string, more: Partial<Wanted> = {}) =>
  beginErasure(
    { store, clock: { now: () => 1_000 }, locale: 'ja' },
    { said, account: null, spellings: [], as: null, ...more },
    BY,
    { tasks: false },
  );
const begun = async (id = '') => {
  const kept = await erasureOf(store, id);
  return { phase: kept?.erasure.phase, user: kept?.subject?.user, names: kept?.subject?.names.map(({ name }) => name) }; // biome-ignore format: one line reads best
};

test('a pseudonym that is being given to somebody is not given to another at the same time', async () => {
  const id = (await begin('U0MORI'))?.id ?? '';
  expect(await begin('U0SATO', { as: id })).toBeNull();
  expect(await begun(id)).toMatchObject({ phase: 'looking', user: 'U0MORI' });
  expect((await begin('U0MORI', { as: id }))?.id).toBe(id);
});

test('a family name in capitals that Slack knows no account of is a name; where Slack was not asked it is an ID', async () => {
  const [asName, asId] = [await begin('WATANABE'), await begin('WATANUKI', { account: undefined })];
  expect([(await begun(asName?.id)).user, (await begun(asId?.id)).user]).toEqual([null, 'WATANUKI']);
});

test('a spelling that is said only the second time is looked for, too', async () => {
  const first = await begin('山田 太郎');
  expect((await begin('山田 太郎', { spellings: [' '] }))?.id).toBe(first?.id);
  const second = await begin('山田 太郎', { spellings: ['Taro Yamada'] });
  expect(await begun(second?.id)).toMatchObject({ phase: 'looking', names: ['山田 太郎', 'Taro Yamada'] });
  expect(await begun(first?.id)).toMatchObject({ phase: 'discarded', names: undefined });
  expect((await begin('山田 太郎', { spellings: ['Taro Yamada'] }))?.id).toBe(second?.id);
});
