import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { openSqliteStore } from '../shared/adapters/sqlite/index.ts';
import { searchKind } from '../shared/search/index.ts';
import type { Store } from '../shared/store/port.ts';
import { type Counts, countedStore } from './lib/counted.ts';
import { fillSearched, incidentOf, wordsOf } from './lib/search-history.ts';
import { type BenchRow, median, ratios, spread } from './lib/stats.ts';

const [SOME, ALL] = [1_000, 100_000];
const ROUNDS = 25;
const MOST = 20;
const READER = { team: 'T1', reader: 'U0CS', most: MOST };
/** A word that all have, that a hundredth has, that one has, three together, and one that nobody has. */
const SEARCHES = ['返却できない', '充電器', '報告 77777', '返却できない 充電器 渋谷', '存在しない'] as const;

/**
 * Searches of few incidents and of many: documents read, and the time beside SQLite's own full-text index (FTS5, trigrams)
 * of the same texts with the record of each that it finds; it asks nobody who may see one.
 */
export async function benchSearch(): Promise<BenchRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'toban-bench-search-'));
  const counts: Counts = { reads: 0, requests: 0, writes: 0, messages: 0, slackCalls: 0 };
  const store = countedStore(openSqliteStore({ file: join(folder, 'toban.sqlite') }), counts);
  const peer = openPeer(join(folder, 'peer.sqlite'));
  try {
    await fillSearched(store, 0, SOME);
    const few = new Map<string, string>();
    for (const text of SEARCHES) few.set(text, (await looked(store, counts, text)).read);
    await fillSearched(store, SOME, ALL);
    peer.fill(ALL);
    const rows: BenchRow[] = [];
    for (const text of SEARCHES) {
      const { read, found } = await looked(store, counts, text);
      const ours: number[] = [];
      const theirs: number[] = [];
      for (let i = 0; i < ROUNDS; i += 1) {
        ours.push(await timed(() => searchKind(store, { ...READER, text }, 'incident', null)));
        theirs.push(await timed(() => peer.search(text)));
      }
      rows.push({
        name: `${text}, of ${ALL}`,
        value: `${median(ours).toFixed(1)} ms, × ${spread(ratios(ours, theirs))}`,
        note: `${found} found (peer ${peer.search(text).length}); ${read}; of ${SOME}: ${few.get(text)}`,
      });
    }
    return rows;
  } finally {
    await store.close();
    peer.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function looked(store: Store, counts: Counts, text: string) {
  const before = { ...counts };
  const { hits } = await searchKind(store, { ...READER, text }, 'incident', null);
  const read = `${counts.reads - before.reads} reads in ${counts.requests - before.requests} requests`;
  return { read, found: hits.length };
}

async function timed(work: () => unknown): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

function openPeer(file: string) {
  const db = new DatabaseSync(file);
  db.exec(`PRAGMA journal_mode = WAL; CREATE TABLE records (id INTEGER PRIMARY KEY, data TEXT NOT NULL);
    CREATE VIRTUAL TABLE texts USING fts5 (words, tokenize = 'trigram')`);
  const search = db.prepare(
    `SELECT r.data FROM texts t CROSS JOIN records r ON r.id = t.rowid WHERE texts MATCH ? ORDER BY t.rowid DESC LIMIT ${MOST}`,
  );
  return {
    fill(all: number) {
      const text = db.prepare('INSERT INTO texts (rowid, words) VALUES (?, ?)');
      const record = db.prepare('INSERT INTO records (id, data) VALUES (?, ?)');
      db.exec('BEGIN');
      for (let i = 0; i < all; i += 1) {
        // The newest has the greatest number.
        text.run(all - i, wordsOf(i));
        record.run(all - i, JSON.stringify(incidentOf(i)));
      }
      db.exec('COMMIT');
    },
    search(text: string): readonly unknown[] {
      // It knows no words of two letters: those are left out.
      const words = text.split(' ').filter((word) => word.length > 2);
      const found = search.all(words.map((word) => `"${word}"`).join(' AND '));
      return found.map(({ data }) => JSON.parse(String(data)) as unknown);
    },
    close: () => db.close(),
  };
}
