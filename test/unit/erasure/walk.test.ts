import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { auditDocument } from '../../../shared/audit/index.ts';
import {
  beginErasure,
  carryOn,
  confirmErasure,
  erasureOf,
  finishByHand,
} from '../../../shared/erasure/index.ts';
import { erasureNoun } from '../../../shared/erasure/noun.ts';
import type { Wanted } from '../../../shared/erasure/verbs.ts';
import type { Store } from '../../../shared/store/port.ts';

const BY = { user: 'U0ADMIN', name: '石川 恵' };
const clock = { now: () => 1_000 };
const { signal } = new AbortController();
let store: Store;
beforeEach(() => {
  store = openSqliteStore({ file: ':memory:' });
});
afterEach(() => store.close());

const verbs = () => ({ store, clock, locale: 'ja' as const });
const wanted = (said: string) => ({ said, account: null, spellings: [], as: null });
async function begin(said: string, more: Partial<Wanted> = {}) {
  const begun = await beginErasure(verbs(), { ...wanted(said), ...more }, BY, { tasks: false });
  if (!begun) throw new Error('the pseudonym is in use');
  return begun;
}

async function through(id: string, steps = Number.POSITIVE_INFINITY): Promise<number> {
  for (let step = 0; step < steps; step += 1) {
    const kept = await erasureOf(store, id);
    if (kept?.erasure.phase !== 'looking' && kept?.erasure.phase !== 'erasing') return step;
    await finishByHand(store, kept.erasure, await carryOn(store, kept.erasure, 1_000, signal), 1_000);
  }
  return steps;
}

const subjectOf = async (id: string) => (await erasureOf(store, id))?.subject;

test('the names that stand beside the id are found, with how far each is to go; one that others have goes with the id only', async () => {
  await store.put('escalations/a', {
    called: [
      { user: 'U0MORI', name: '森' },
      { user: 'U0OTHER', name: '森' },
    ],
    words: '森林で 森 由紀さんに',
  });
  await store.put('incidents/b', {
    people: [{ user: 'U0MORI', name: '森 由紀', handle: 'mori' }],
    title: '由紀さんへ',
  });
  const { id } = await begin('U0MORI');
  await through(id);
  const subject = await subjectOf(id);
  expect(subject?.names.toSorted((a, b) => (a.name < b.name ? -1 : 1))).toEqual([
    { name: 'mori', level: 'value' },
    { name: '森', level: 'own' },
    { name: '森 由紀', level: 'text' },
  ]);
  expect(subject?.found).toMatchObject({ 森: { others: 1, texts: 1 }, '森 由紀': { others: 0, texts: 1 } });
  expect(subject?.counts).toEqual({ escalations: 1, incidents: 1 });
});

test('cut off between the end of the look and the note of it, nothing is written before somebody confirms', async () => {
  await store.put('escalations/a', { asker: 'U0MORI', words: '' });
  const { id } = await begin('U0MORI');
  const kept = await erasureOf(store, id);
  if (!kept) throw new Error('none');
  // Each step is kept, and no event of it ever is.
  for (let step = 0; step < 20; step += 1) await carryOn(store, kept.erasure, 1_000, signal);
  expect((await store.get<object>('escalations/a'))?.data).toEqual({ asker: 'U0MORI', words: '' });
});

test('a call that somebody works at is waited for, and a change made meanwhile is not lost', async () => {
  const attempt = { token: 't', at: 1, since: 1 };
  const task = { id: 'invite-U0MORI', record: 'escalations/a', dueAt: 5, attempt, step: { user: 'U0MORI' } };
  await store.put('escalations/a', { asker: 'U0MORI', count: 1 });
  await store.put('escalations/a/tasks/invite-U0MORI', task);
  const { id } = await begin('U0MORI');
  await through(id);
  await confirmErasure(verbs(), id, {}, BY, { tasks: false });
  const racing: Store = {
    ...store,
    get: (path) => store.get(path),
    page: async (query) => {
      const page = await store.page(query);
      // Written after it was read by the walk, and before its own transaction.
      if (query.shape.collection === 'escalations')
        await store.put('escalations/a', { asker: 'U0MORI', count: 2 });
      return page as never;
    },
    put: (...args) => store.put(...args),
    transaction: (body) => store.transaction(body),
  };
  const kept = await erasureOf(store, id);
  if (!kept) throw new Error('none');
  const step = await carryOn(racing, kept.erasure, 1_000, signal);
  expect(step.kind).toBe('wait');
  expect((await store.get<object>('escalations/a'))?.data).toEqual({ asker: id, count: 2 });
  expect(await store.get('escalations/a/tasks/invite-U0MORI')).not.toBeNull();
  await store.put('escalations/a/tasks/invite-U0MORI', { ...task, dueAt: null, attempt: null });
  await through(id);
  expect(await store.get('escalations/a/tasks/invite-U0MORI')).toBeNull();
  expect((await store.get<object>(`escalations/a/tasks/invite-${id}`))?.data).toMatchObject({
    id: `invite-${id}`,
    step: { user: id },
  });
  expect(await erasureOf(store, id)).toMatchObject({
    erasure: { phase: 'erased', clean: true },
    subject: null,
  });
});

test('bounded: no step reads more than some documents, and cut off after any of them the counts are the same', async () => {
  for (let n = 0; n < 1_500; n += 1)
    await store.put(`escalations/e${n}`, { asker: n % 3 === 0 ? 'U0MORI' : 'U0X', words: '' });
  const { id } = await begin('U0MORI');
  expect(await through(id)).toBeGreaterThanOrEqual(4);
  expect((await subjectOf(id))?.counts).toEqual({ escalations: 500 });
  await confirmErasure(verbs(), id, {}, BY, { tasks: false });
  await through(id, 2);
  const middle = await subjectOf(id);
  expect(middle?.position).toMatchObject({ stage: 'sweep', pass: 1 });
  expect(middle?.counts.escalations).toBeLessThan(500);
  await through(id);
  expect((await erasureOf(store, id))?.erasure.counts).toEqual({ escalations: 500 });
});

test('somebody who was only ever a name is looked for by it, and by the spellings that are said', async () => {
  await store.put('imported/inc_1', {
    draft: { lead: '山田太郎', reporter: 'Taro Yamada', people: ['小野 健'] },
  });
  await store.put('incidents/inc_1', {
    declaredBy: { user: '', name: '山田 太郎' },
    title: 'ＴＡＲＯ　ＹＡＭＡＤＡさんより',
    tags: [],
  });
  const begun = await begin('山田 太郎', { spellings: ['Taro Yamada', ' '] });
  await through(begun.id);
  await confirmErasure(verbs(), begun.id, {}, BY, { tasks: false });
  await through(begun.id);
  const { name } = begun;
  expect((await store.get('imported/inc_1'))?.data).toEqual({
    draft: { lead: name, reporter: name, people: ['小野 健'] },
  });
  expect((await store.get('incidents/inc_1'))?.data).toMatchObject({
    declaredBy: { user: '', name },
    title: `${name}さんより`,
  });
});

test('what was theirs alone is deleted, their keys open nothing, and their address is dead', async () => {
  const owner = { user: 'U0MORI', name: '森 由紀' };
  const token = { owner, revoked: null, name: '森 由紀のスクリプト', hash: 'h' };
  await store.put('api-tokens/t1', token);
  await store.put('api-tokens/t2', { ...token, owner: { user: 'U0X', name: '小野 健' } });
  await store.put('preferences/U0MORI', { off: ['handover'] });
  await store.put('preferences/U0X', { off: ['handover'] });
  await store.put('saved-filters/U0MORI', { all: [] });
  await store.put('saved-filters/U0X', { all: [{ query: 'owner=U0MORI' }] });
  await store.put('app-homes/home_1', { user: 'U0MORI', version: 1 });
  await store.put('feeds/person-U0MORI', {
    of: { kind: 'person', user: 'U0MORI' },
    hash: 'abc',
    by: 'U0MORI',
    name: '森 由紀',
  });
  await store.put('feed-secrets/abc', { feed: 'person-U0MORI' });
  const { id, name } = await begin('U0MORI');
  await through(id);
  await confirmErasure(verbs(), id, {}, BY, { tasks: false });
  await through(id);
  const data = async (path: string) => (await store.get<object>(path))?.data ?? null;
  const gone = [
    'preferences/U0MORI',
    'saved-filters/U0MORI',
    'app-homes/home_1',
    'feeds/person-U0MORI',
    'feed-secrets/abc',
    `preferences/${id}`,
    `feeds/person-${id}`,
  ];
  expect(await Promise.all(gone.map(data))).toEqual(gone.map(() => null));
  expect(await data('api-tokens/t1')).toEqual({
    owner: { user: id, name },
    name: `${name}のスクリプト`,
    hash: 'h',
    revoked: { ...BY, at: 1_000 },
  });
  expect(await data('api-tokens/t2')).toMatchObject({
    owner: { user: 'U0X', name: '小野 健' },
    revoked: null,
  });
  expect(await data('preferences/U0X')).toEqual({ off: ['handover'] });
  expect(await data('saved-filters/U0X')).toEqual({ all: [{ query: `owner=${id}` }] });
});

test('whose it was is forgotten with the look, by pressing or after seven days', async () => {
  const { id } = await begin('U0MORI');
  await through(id);
  const { lapse } = erasureNoun(store).kinds;
  const state = (await erasureOf(store, id))?.erasure;
  if (!state || !lapse) throw new Error('none');
  expect(lapse.done?.(state, {} as never, {}, 9)).toMatchObject({
    events: [{ type: 'discarded' }],
    tasks: [{ id: 'forget' }],
  });
  expect(JSON.stringify(await store.get(`erasures/${id}`))).not.toContain('U0MORI');
});

test('no id is left that was made of theirs, by which somebody could find out whose pseudonym it is', async () => {
  const deed = { at: 1, by: 'U0MORI', name: '森 由紀', action: 'incident.closed', record: 'incidents/inc_1', target: 'inc_1' }; // biome-ignore format: one line reads best
  const { path, data } = auditDocument(deed);
  await store.put(path, data);
  const { id, name } = await begin('U0MORI');
  await through(id);
  await confirmErasure(verbs(), id, {}, BY, { tasks: false });
  await through(id);
  const after = auditDocument({ ...deed, by: id, name });
  expect(await store.get(path)).toBeNull();
  expect((await store.get(after.path))?.data).toEqual(after.data);
});

test('whose name is part of the name of somebody else: that one stays whole, wherever it stands', async () => {
  const called = [
    { user: 'U0KEN', name: '田中 健' },
    { user: 'U0KENTA', name: '田中 健太' },
  ];
  await store.put('escalations/a', { called, words: '田中健太さんから田中健さんへ', cell: '田中 健太' });
  const { id, name } = await begin('U0KEN');
  await through(id);
  expect((await subjectOf(id))?.names).toEqual([{ name: '田中 健', level: 'text' }]);
  await confirmErasure(verbs(), id, {}, BY, { tasks: false });
  await through(id);
  expect((await store.get('escalations/a'))?.data).toEqual({
    called: [{ user: id, name }, called[1]],
    words: `田中健太さんから${name}さんへ`,
    cell: '田中 健太',
  });
});
