import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { PAGE_SQL } from '../../../shared/adapters/sqlite/documents.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { everyDocument } from '../../../shared/store/collections.ts';
import {
  actionItems,
  dueTasks,
  eventsOfRecord,
  type QueryShape,
  tasksOfRecord,
} from '../../../shared/store/shapes.ts';

const folder = mkdtempSync(join(tmpdir(), 'toban-sqlite-'));
const writer = fileURLToPath(new URL('writer.ts', import.meta.url));
afterAll(() => rmSync(folder, { recursive: true }));

const run = (...args: string[]) =>
  spawn(process.execPath, ['--disable-warning=ExperimentalWarning', writer, ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });

/** Kills a writer in mid-write; the last number it was told is safe. */
async function killedAfter(ms: number, file: string): Promise<number> {
  const child = run(file, 'pairs');
  let output = '';
  child.stdout.on('data', (chunk) => {
    output += chunk;
  });
  const ended = new Promise((resolve) => child.once('close', resolve));
  while (!output.includes('\n') && child.exitCode === null) await pause(5);
  await pause(ms);
  child.kill('SIGKILL');
  await ended;
  return Number(output.slice(0, output.lastIndexOf('\n')).split('\n').at(-1));
}

/** What finds a task that has not failed: one entry of the index each. */
const OF_A_TASK = [dueTasks, tasksOfRecord, everyDocument('tasks')];

describe('SQLite: a process killed in mid-write', () => {
  it.each([20, 90, 170, 250, 400])(
    'after %i ms of load loses nothing acknowledged and tears no transaction',
    async (ms) => {
      const file = join(mkdtempSync(join(folder, 'killed-')), 'toban.sqlite');
      const acknowledged = await killedAfter(ms, file);
      const store = openSqliteStore({ file });
      const left = (await store.get<{ n: number }>('pairs/left'))?.data.n ?? 0;
      const right = (await store.get<{ n: number }>('pairs/right'))?.data.n;
      expect(acknowledged).toBeGreaterThan(0);
      expect(left).toBeGreaterThanOrEqual(acknowledged);
      expect(right).toBe(left);
      const { docs } = await store.page({
        shape: dueTasks,
        values: { lane: 'calls', dueAt: left + 9 },
        limit: 1,
      });
      expect(docs[0]?.id).toBe('1');
      expect(await store.get(`pairs/left/tasks/${left}`)).not.toBeNull();
      expect(await store.get(`pairs/left/tasks/${left + 1}`)).toBeNull();
      await store.close();
      const db = new DatabaseSync(file);
      expect(db.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
      expect(db.prepare('SELECT count(*) AS n FROM index_entries').get()).toEqual({
        n: left * OF_A_TASK.length,
      });
      db.close();
    },
  );
});

describe('SQLite: one file for several', () => {
  it('three processes that count together lose no count, even when they make the file together', async () => {
    const file = join(folder, 'shared.sqlite');
    const children = [1, 2, 3].map(() => run(file, 'count', '300'));
    const codes = await Promise.all(
      children.map((child) => new Promise((resolve) => child.once('exit', resolve))),
    );
    expect(codes).toEqual([0, 0, 0]);
    const store = openSqliteStore({ file });
    expect((await store.get('counters/c'))?.data).toEqual({ n: 900 });
    await store.close();
  });

  it('a query declared later finds what was written before', async () => {
    const file = join(folder, 'later.sqlite');
    const before = openSqliteStore({ file, shapes: [eventsOfRecord] });
    await before.put('r/1/tasks/a', { lane: 'calls', dueAt: 1, createdAt: 1 });
    await before.close();
    const after = openSqliteStore({ file, shapes: [tasksOfRecord, dueTasks] });
    const found = await after.page({ shape: dueTasks, values: { lane: 'calls', dueAt: 1 }, limit: 1 });
    expect(found.docs).toHaveLength(1);
    await after.close();
  });

  it('also where a list says one thing twice, in another order', async () => {
    const file = join(folder, 'twice.sqlite');
    const before = openSqliteStore({ file, shapes: [dueTasks] });
    const tags = ['x', { a: 1, b: 2 }, { b: 2, a: 1 }];
    await before.put('action-items/a', { team: 'T', tags, createdAt: 1 });
    await before.close();
    const shape = actionItems.newest;
    const after = openSqliteStore({ file, shapes: [shape] });
    const found = await after.page({ shape, values: { team: 'T', tags: 'x' }, limit: 9 });
    expect(found.docs).toHaveLength(1);
    await after.close();
  });

  it('a file that an older program has indexed, and written to since, is indexed anew', async () => {
    const file = join(folder, 'older.sqlite');
    const before = openSqliteStore({ file });
    await before.put('r/1/tasks/a', { lane: 'calls', dueAt: 1, createdAt: 1 });
    await before.close();
    const db = new DatabaseSync(file);
    db.exec(`CREATE TABLE shapes (id INTEGER PRIMARY KEY, shape TEXT); CREATE TABLE entries (shape INTEGER REFERENCES shapes);
      DELETE FROM documents; INSERT INTO documents (path, version, data)
      VALUES ('r/2/tasks/b', 9, '{"lane":"calls","dueAt":1,"createdAt":1}')`);
    db.close();
    const after = openSqliteStore({ file });
    const found = await after.page({ shape: dueTasks, values: { lane: 'calls', dueAt: 1 }, limit: 9 });
    expect(found.docs.map(({ path }) => path)).toEqual(['r/2/tasks/b']);
    await after.close();
    expect(entriesOf(file)).toHaveLength(OF_A_TASK.length);
  });

  it('a store that is closed says so', async () => {
    const store = openSqliteStore({ file: ':memory:' });
    await store.close();
    await expect(store.get('a/1')).rejects.toMatchObject({ code: 'bug', message: 'the store is closed' });
    await expect(store.put('a/1', {})).rejects.toMatchObject({ code: 'bug' });
  });
});

describe('SQLite: the indexes', () => {
  it('hold after any writes what they would hold if they were made anew', async () => {
    const path = fc.constantFrom('action-items/a', 'action-items/b', 'action-items/c');
    const word = fc.constantFrom('x', 'y', 'z');
    const shapes = Object.values(actionItems);
    const data = fc.record(
      { team: word, tags: fc.array(word, { maxLength: 3 }), dueKey: word, createdAt: fc.nat(2) },
      { requiredKeys: [] },
    );
    const write = fc.tuple(path, fc.option(data, { freq: 3 }));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(write, { minLength: 1, maxLength: 4 }), { maxLength: 6 }),
        async (all) => {
          const file = join(mkdtempSync(join(folder, 'any-')), 'toban.sqlite');
          const store = openSqliteStore({ file, shapes });
          for (const writes of all)
            await store.transaction(async (tx) => {
              for (const [at, value] of writes) value === null ? tx.delete(at) : tx.put(at, value);
            });
          await store.close();
          const kept = entriesOf(file);
          const db = new DatabaseSync(file);
          db.exec('DELETE FROM index_entries; DELETE FROM indexes');
          db.close();
          await openSqliteStore({ file, shapes }).close();
          expect(kept).toEqual(entriesOf(file));
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** Every entry of a file, whatever number its index has there. */
function entriesOf(file: string): readonly unknown[] {
  const db = new DatabaseSync(file, { readOnly: true });
  const entries = db.prepare(`SELECT i.name, hex(e.key) AS key, d.path FROM index_entries e
    JOIN indexes i ON i.id = e.index_id LEFT JOIN documents d ON d.id = e.document ORDER BY 1, 2, 3`);
  const all = entries.all();
  db.close();
  return all;
}

describe('SQLite: every query is a walk through an index', () => {
  it('the plan seeks to the first entry and fetches each document by its id', async () => {
    const file = join(folder, 'plan.sqlite');
    await openSqliteStore({ file }).close();
    const db = new DatabaseSync(file);
    for (const order of ['ASC', 'DESC']) {
      const plan = db.prepare(`EXPLAIN QUERY PLAN ${PAGE_SQL} ${order}`).all(1, Buffer.of(1), Buffer.of(2));
      expect(plan.map((step) => step.detail)).toEqual([
        'SEARCH e USING PRIMARY KEY (index_id=? AND key>? AND key<?)',
        'SEARCH d USING INTEGER PRIMARY KEY (rowid=?)',
      ]);
    }
    db.close();
  });

  it('100,000 pending tasks that are not due add nothing to the search for those that are', async () => {
    const store = openSqliteStore({ file: ':memory:', shapes: [dueTasks] });
    const due = { shape: dueTasks, values: { lane: 'calls', dueAt: 1000 }, limit: 50 };
    for (let n = 0; n < 20; n += 1) await store.put(`r/${n}/tasks/due`, { lane: 'calls', dueAt: n });
    const alone = await medianMs(() => store.page(due));
    for (let batch = 0; batch < 100; batch += 1) {
      await store.transaction(async (tx) => {
        for (let n = 0; n < 1000; n += 1) tx.put(`r/${batch}/tasks/${n}`, { lane: 'calls', dueAt: 5000 + n });
      });
    }
    const among = await medianMs(() => store.page(due));
    console.log(
      `due tasks: ${alone.toFixed(3)} ms alone, ${among.toFixed(3)} ms among 100,000 that are not due`,
    );
    expect((await store.page(due)).docs).toHaveLength(20);
    expect(among).toBeLessThan(alone * 5 + 1);
    await store.close();
  });

  it.each<[string, QueryShape, string]>([
    [
      'a comparison that is not the order',
      { ...dueTasks, orderBy: [{ field: 'createdAt', direction: 'asc' }] },
      'first to order by',
    ],
    [
      'a field that is none',
      { ...tasksOfRecord, orderBy: [{ field: 'a b', direction: 'asc' }] },
      'not the name of a field',
    ],
    ['a collection that is none', { ...tasksOfRecord, collection: 'a/b' }, 'not the name of a collection'],
  ])('a shape that no store could serve is refused when it opens: %s', (_name, shape, why) => {
    expect(() => openSqliteStore({ file: ':memory:', shapes: [shape] })).toThrow(why);
  });
});

async function medianMs(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < 51; n += 1) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times.toSorted((a, b) => a - b)[25] ?? 0;
}
