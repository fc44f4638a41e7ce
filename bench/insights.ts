import { openSqliteStore } from '../shared/adapters/sqlite/index.ts';
import { insightsCsv, readInsights } from '../shared/insights/index.ts';
import { partPath, partsOf } from '../shared/insights/month.ts';
import type { Store } from '../shared/store/port.ts';
import { monthOf, type Summary } from '../shared/summary/index.ts';
import { countedStore } from './lib/counted.ts';
import { type BenchRow, spread } from './lib/stats.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const YEARS_MS = 1_090 * 86_400_000;
const ROUNDS = 5;

/** The page of three years: few incidents against 100,000 and as many calls. */
export async function benchInsights(): Promise<BenchRow[]> {
  return [await three(100), await three(100_000)];
}

async function three(size: number): Promise<BenchRow> {
  const store = openSqliteStore({ file: ':memory:' });
  await fill(store, size);
  const counts = { reads: 0, requests: 0, writes: 0 };
  const asked = { span: '3y', until: '2026-W48', service: null, severity: null } as const;
  const times: number[] = [];
  for (let i = 0; i < ROUNDS; i += 1) {
    const began = performance.now();
    const figures = await readInsights(countedStore(store, counts), asked, 'Asia/Tokyo', NOW);
    insightsCsv(figures, (id) => id, 'en');
    times.push(performance.now() - began);
    if (figures.incidents.count !== size) throw new Error(`${figures.incidents.count} of ${size} counted`);
  }
  await store.close();
  return {
    name: `three years, ${size} incidents and calls`,
    value: `${spread(times, 0)} ms`,
    note: `${counts.reads / ROUNDS} documents in ${counts.requests / ROUNDS} requests`,
  };
}

/** Months as they stand when everything has been rolled up. */
async function fill(store: Store, size: number): Promise<void> {
  const rows = (kind: string, row: (i: number) => string) =>
    Array.from({ length: size }, (_, i): Summary => {
      const id = `${kind}_${String(i).padStart(32, '0')}`;
      return { id, at: Math.floor(NOW - ((i + 0.5) / size) * YEARS_MS), row: row(i) };
    });
  const minute = 60_000;
  const incidents = rows('inc', (i) =>
    JSON.stringify([
      'rental',
      'SEV3',
      'closed',
      [-9, -5, 2, 20, 60 + (i % 90), 61 + (i % 90)].map((at) => at * minute),
    ]),
  );
  const calls = rows('esc', (i) => JSON.stringify(['mobility', 'done', (i % 30) * minute, 0, 1]));
  for (const [kind, all] of [
    ['incident', incidents],
    ['call', calls],
  ] as const)
    for (const [month, own] of Map.groupBy(all, ({ at }) => monthOf(at)))
      for (const [i, part] of partsOf(kind, month, own).entries())
        await store.put(partPath(kind, month, i), part);
}
