import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openSqliteStore } from '../../../../shared/adapters/sqlite/index.ts';
import type { Incident } from '../../../../shared/incident/model.ts';
import { type TimelineQuery, timelinePage } from '../../../../shared/incident/timeline/read.ts';
import type { Store } from '../../../../shared/store/port.ts';
import { declared, ONO, T0 } from '../builders.ts';
import { entry, reader } from './builders.ts';

const PATH = 'incidents/inc_1';
let folder: string;
let store: Store;
let documents = 0;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'toban-timeline-'));
  const real = openSqliteStore({ file: join(folder, 'store.sqlite') });
  documents = 0;
  store = {
    ...real,
    transaction: (body) => real.transaction(body),
    async page(query) {
      const page = await real.page<never>(query);
      documents += page.docs.length;
      return page;
    },
  };
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const state = (more: Partial<Incident> = {}) => ({ ...(declared().state as Incident), ...more });
const ask = (more: Partial<TimelineQuery> = {}): TimelineQuery => ({
  ...reader(),
  user: 'UEVE',
  order: 'newest',
  limit: 50,
  cursor: null,
  ...more,
});

/** Every second is a message of its own, every third second something happened too. */
async function fill(count: number): Promise<void> {
  for (let from = 0; from < count; from += 400)
    await store.transaction(async (tx) => {
      for (let i = from; i < Math.min(count, from + 400); i += 1) {
        const at = T0 + i * 1_000;
        tx.put(`${PATH}/entries/entry_${i}`, entry(at, { id: `entry_${i}`, text: `m${i}` }));
        if (i % 3 === 0)
          tx.put(`${PATH}/events/${String(i).padStart(6, '0')}`, {
            type: 'inquiries-added',
            at,
            seq: i,
            by: ONO,
            count: i,
            ticket: null,
          });
      }
    });
}

async function readAll(order: 'newest' | 'oldest'): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof timelinePage>> = await timelinePage(
      store,
      { path: PATH, state: state() },
      ask({ order, cursor, limit: 7 }),
    );
    const ids = page.lines.map(({ id }) => id);
    if (order === 'newest') found.unshift(...ids);
    else found.push(...ids);
    cursor = page.cursor;
  } while (cursor !== null);
  return found;
}

test('page by page, from either end, every line comes once and in order', async () => {
  await fill(40);
  const expected = Array.from({ length: 40 }, (_, i) =>
    i % 3 === 0 ? [`${i}-0`, `entry_${i}`] : [`entry_${i}`],
  );
  expect(await readAll('oldest')).toEqual(expected.flat());
  expect((await readAll('newest')).sort()).toEqual(expected.flat().sort());
});

test('a page of ten thousand entries reads as many documents as one of few', async () => {
  await fill(10_000);
  const page = await timelinePage(store, { path: PATH, state: state() }, ask());
  expect(page.lines).toHaveLength(50);
  expect(page.lines.at(-1)?.text).toBe('ONOさん: m9999');
  expect(documents).toBe(100);
  // Ten thousand are written in a second on an idle machine; a busy one is given the time it takes.
}, 60_000);

test('what was taken away is not even read', async () => {
  await store.put(`${PATH}/entries/entry_1`, entry(T0, { kept: false }));
  const page = await timelinePage(store, { path: PATH, state: state() }, ask());
  expect([page.lines, documents]).toEqual([[], 0]);
});

test('of a private incident only its members see any line, and nothing is read for others', async () => {
  await fill(3);
  const found = { path: PATH, state: state({ private: true }) };
  expect(await timelinePage(store, found, ask())).toEqual({ lines: [], cursor: null });
  expect(documents).toBe(0);
  expect((await timelinePage(store, found, ask({ user: 'UONO' }))).lines).toHaveLength(4);
});

test('a cursor that nobody handed out is refused', async () => {
  await expect(
    timelinePage(store, { path: PATH, state: state() }, ask({ cursor: 'x' })),
  ).rejects.toMatchObject({
    code: 'bad-input',
  });
});
