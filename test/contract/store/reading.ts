import { describe, expect, it } from 'vitest';
import type { Query, Store } from '../../../shared/store/port.ts';
import { dueTasks, eventsOfRecord, type QueryShape, tasksOfRecord } from '../../../shared/store/shapes.ts';
import { codeOf, type StoreSide } from './harness.ts';

const byValue = (direction: 'asc' | 'desc'): QueryShape => ({
  collection: 'things',
  scope: 'collection',
  where: [],
  orderBy: [{ field: 'v', direction }],
});
const ranged = (op: '<' | '<=' | '>' | '>=', direction: 'asc' | 'desc'): QueryShape => ({
  collection: 'things',
  scope: 'group',
  where: [
    { field: 'kind', op: '==' },
    { field: 'at.n', op },
  ],
  orderBy: [
    { field: 'at.n', direction },
    { field: 'name', direction: 'asc' },
  ],
});
const everything: QueryShape = { collection: 'things', scope: 'group', where: [], orderBy: [] };
const ranges = (['<', '<=', '>', '>='] as const).flatMap((op) => [ranged(op, 'asc'), ranged(op, 'desc')]);
const shapes = [byValue('asc'), byValue('desc'), everything, ...ranges];

export async function readAll(store: Store, query: Query): Promise<string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<Store['page']>> = await store.page({ ...query, cursor });
    expect(page.docs.length).toBeLessThanOrEqual(query.limit);
    ids.push(...page.docs.map(({ path }) => path));
    cursor = page.cursor;
  } while (cursor !== null);
  return ids;
}

export const fill = (store: Store, documents: Readonly<Record<string, object>>) =>
  Promise.all(Object.entries(documents).map(([path, data]) => store.put(path, data)));

/** Promises about queries: order, ties, what is missing, null and other types, groups, cursors, refusals. */
export function readingPromises(side: StoreSide): void {
  describe(`${side.name}: pages`, () => {
    it('due tasks are found across all records, oldest first, and neither null, later, missing nor other lanes', async () => {
      const { store } = side.open();
      await fill(store, {
        'escalations/1/tasks/b': { lane: 'calls', dueAt: 20 },
        'escalations/2/tasks/a': { lane: 'calls', dueAt: 10 },
        'rotas/1/tasks/tick': { lane: 'calls', dueAt: 20 },
        'escalations/1/tasks/later': { lane: 'calls', dueAt: 31 },
        'escalations/1/tasks/done': { lane: 'calls', dueAt: null },
        'escalations/1/tasks/text': { lane: 'calls', dueAt: '10' },
        'escalations/1/tasks/flag': { lane: 'calls', dueAt: false },
        'escalations/1/tasks/missing': { lane: 'calls' },
        'escalations/1/tasks/other': { lane: 'work', dueAt: 10 },
        'escalations/1/events/1': { lane: 'calls', dueAt: 10 },
        'tasks/root': { lane: 'calls', dueAt: 30 },
      });
      const found = await readAll(store, { shape: dueTasks, values: { lane: 'calls', dueAt: 30 }, limit: 2 });
      expect(found).toEqual([
        'escalations/2/tasks/a',
        'escalations/1/tasks/b',
        'rotas/1/tasks/tick',
        'tasks/root',
      ]);
    });

    it('a task that is done, moved or deleted is found where it is now, not where it was', async () => {
      const { store } = side.open();
      await fill(store, {
        'r/1/tasks/a': { lane: 'calls', dueAt: 1 },
        'r/1/tasks/b': { lane: 'calls', dueAt: 2 },
      });
      await store.put('r/1/tasks/a', { lane: 'calls', dueAt: null });
      await store.transaction(async (tx) => tx.delete('r/1/tasks/b'));
      await store.put('r/1/tasks/c', { lane: 'work', dueAt: 3 });
      const query = { shape: dueTasks, values: { lane: 'calls', dueAt: 9 }, limit: 9 };
      expect(await readAll(store, query)).toEqual([]);
      await store.put('r/1/tasks/a', { lane: 'calls', dueAt: 4 });
      expect(await readAll(store, query)).toEqual(['r/1/tasks/a']);
    });

    it('a query beneath one record sees that record alone', async () => {
      const { store } = side.open();
      await fill(store, {
        'e/1/events/000002': { seq: 2 },
        'e/1/events/000001': { seq: 1 },
        'e/10/events/000001': { seq: 1 },
        'e/1/events/000001/events/1': { seq: 0 },
        'events/1': { seq: 1 },
      });
      const query = { shape: eventsOfRecord, values: {}, limit: 10 };
      expect(await readAll(store, { ...query, parent: 'e/1' })).toEqual([
        'e/1/events/000001',
        'e/1/events/000002',
      ]);
      expect(await readAll(store, query)).toEqual(['events/1']);
      expect(await readAll(store, { ...query, parent: 'e/none' })).toEqual([]);
    });

    it.each([1, 2, 3, 7])(
      'ties are broken by path, and no cursor skips or repeats one (pages of %i)',
      async (limit) => {
        const { store } = side.open(shapes);
        const ids = ['a', 'a-', 'a.', 'a0', 'b', '当番', '🛴', 'ﾊ'];
        await fill(store, Object.fromEntries(ids.map((id) => [`things/${id}`, { v: 7 }])));
        await store.put('things/first', { v: 1 });
        const up = ['first', 'a', 'a-', 'a.', 'a0', 'b', '当番', 'ﾊ', '🛴'].map((id) => `things/${id}`);
        expect(await readAll(store, { shape: byValue('asc'), values: {}, limit })).toEqual(up);
        expect(await readAll(store, { shape: byValue('desc'), values: {}, limit })).toEqual(up.toReversed());
      },
    );

    it('values of different types are ordered as in Firestore; null is there, missing is not', async () => {
      const { store } = side.open(shapes);
      const ordered = [
        ...[null, false, true, -1e300, -1.5, -1, 0, 1e-300, 2, 10, 2 ** 53 + 2, 1e300],
        ...['', '\u0000', 'A', 'a', 'a\u0000', 'a\u0000b', 'aa', 'b', 'é', 'あ', 'ﾊ', '🛴'],
        ...[[], [1], [1, 2], [2], ['a'], {}, { a: 1 }, { a: 1, b: 1 }, { a: 2 }, { b: 0 }],
      ];
      const shuffled = ordered.map(
        (v, n) => [`things/${String((n * 13) % 101).padStart(3, '0')}`, { v }] as const,
      );
      await fill(store, { ...Object.fromEntries(shuffled), 'things/missing': { w: 1 } });
      const up = shuffled.map(([path]) => path);
      expect(await readAll(store, { shape: byValue('asc'), values: {}, limit: 5 })).toEqual(up);
      expect(await readAll(store, { shape: byValue('desc'), values: {}, limit: 5 })).toEqual(up.toReversed());
    });

    it.each(ranges)(
      'comparison $where.1.op, $orderBy.0.direction: bounds, types and the second order hold',
      async (shape) => {
        const { store } = side.open(shapes);
        const numbers = [-5, 0, 3, 3, 4, null, '3', true];
        const documents = numbers.map(
          (n, i) => [`r/${i}/things/${i}`, { kind: 'x', at: { n }, name: `n${9 - i}` }] as const,
        );
        await fill(store, {
          ...Object.fromEntries(documents),
          'r/9/things/9': { kind: 'x', at: { n: 3 } },
          'r/10/things/10': { kind: 'y', at: { n: 3 }, name: 'y' },
        });
        const op = shape.where[1]?.op;
        const below = op === '<' ? [0, 1] : op === '<=' ? [0, 1, 3, 2] : op === '>' ? [4] : [3, 2, 4];
        const turned = op === '<' ? [1, 0] : op === '<=' ? [3, 2, 1, 0] : op === '>' ? [4] : [4, 3, 2];
        const wanted = (shape.orderBy[0]?.direction === 'asc' ? below : turned).map(
          (i) => `r/${i}/things/${i}`,
        );
        expect(await readAll(store, { shape, values: { kind: 'x', 'at.n': 3 }, limit: 2 })).toEqual(wanted);
      },
    );

    it('a group without conditions is everything of that name, by path', async () => {
      const { store } = side.open(shapes);
      await fill(store, {
        'r/b/things/1': {},
        'r/b-/things/1': {},
        'r/b/things/1/things/2': {},
        'things/9': {},
        'r/b': {},
      });
      const wanted = ['r/b/things/1', 'r/b/things/1/things/2', 'r/b-/things/1', 'things/9'];
      expect(await readAll(store, { shape: everything, values: {}, limit: 3 })).toEqual(wanted);
    });

    it('the last page has no cursor, also when it is exactly full', async () => {
      const { store } = side.open();
      await fill(store, { 'r/1/tasks/a': { createdAt: 1 }, 'r/1/tasks/b': { createdAt: 2 } });
      const query = { shape: tasksOfRecord, values: {}, parent: 'r/1' };
      expect(await store.page({ ...query, limit: 2 })).toMatchObject({
        docs: [{ id: 'a' }, { id: 'b' }],
        cursor: null,
      });
      const first = await store.page({ ...query, limit: 1 });
      expect(first.cursor).not.toBeNull();
      expect(await store.page({ ...query, limit: 1, cursor: first.cursor })).toMatchObject({
        docs: [{ id: 'b' }],
        cursor: null,
      });
    });
  });

  describe(`${side.name}: queries that are refused`, () => {
    const { store } = side.open();
    const due = { lane: 'calls', dueAt: 1 };

    it('a shape that is not declared, however small the difference, is refused by name', async () => {
      const other: QueryShape = { ...dueTasks, orderBy: [{ field: 'dueAt', direction: 'desc' }] };
      const asked = store.page({ shape: other, values: due, limit: 1 });
      await expect(asked).rejects.toThrow(
        'query tasks (group) where lane == and dueAt <= by dueAt desc: it is not declared',
      );
      expect(
        await codeOf(store.page({ shape: { ...dueTasks, scope: 'collection' }, values: due, limit: 1 })),
      ).toBe('bad-input');
      expect(await codeOf(store.page({ shape: structuredClone(dueTasks), values: due, limit: 1 }))).toBe(
        'resolved',
      );
    });

    it.each<[string, Query]>([
      ['a value that is missing', { shape: dueTasks, values: { lane: 'calls' }, limit: 1 }],
      ['a value too many', { shape: dueTasks, values: { ...due, kind: 'x' }, limit: 1 }],
      ['a value that is not a number', { shape: dueTasks, values: { ...due, dueAt: Number.NaN }, limit: 1 }],
      ['limit 0', { shape: dueTasks, values: due, limit: 0 }],
      ['limit 1001', { shape: dueTasks, values: due, limit: 1001 }],
      ['a parent for a group', { shape: dueTasks, values: due, limit: 1, parent: 'r/1' }],
      ['a collection as parent', { shape: tasksOfRecord, values: {}, limit: 1, parent: 'r' }],
      ['a cursor of nobody', { shape: dueTasks, values: due, limit: 1, cursor: 'abc' }],
    ])('%s', async (_name, query) => {
      expect(await codeOf(store.page(query))).toBe('bad-input');
    });

    it('a cursor of another query', async () => {
      await fill(store, { 'r/1/tasks/a': { createdAt: 1 }, 'r/1/tasks/b': { createdAt: 2 } });
      const { cursor } = await store.page({ shape: tasksOfRecord, values: {}, parent: 'r/1', limit: 1 });
      expect(
        await codeOf(store.page({ shape: tasksOfRecord, values: {}, parent: 'r/2', limit: 1, cursor })),
      ).toBe('bad-input');
      expect(
        await codeOf(store.page({ shape: eventsOfRecord, values: {}, parent: 'r/1', limit: 1, cursor })),
      ).toBe('bad-input');
    });
  });
}
