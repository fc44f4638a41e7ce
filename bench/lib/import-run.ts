import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import {
  createPeople,
  importRows,
  proposeMapping,
  readRows,
  type SourceRow,
} from '../../shared/import/index.ts';
import { IncidentConfig } from '../../shared/incident/index.ts';
import { SeverityConfig } from '../../shared/severity/index.ts';

/** One import in a process of its own: `import-run.ts <rows> <plain|postmortem|read> <passes>`; says a line of JSON. */
const [many = '1000', kind = 'plain', passes = '1'] = process.argv.slice(2);
const rows = Number(many);
const NOW = Date.parse('2026-11-26T00:00:00Z');
const HEAD = 'ID,タイトル,発生日時,検知日時,復旧日時,重要度,ステータス,担当者';
const TEXT = ',原因,再発防止';
const withText = kind === 'postmortem';

const file = {
  name: 'bench.csv',
  async *read() {
    const encoder = new TextEncoder();
    yield encoder.encode(`${HEAD}${withText ? TEXT : ''}\n`);
    for (let i = 0; i < rows; i += 1) {
      const day = `2024年${1 + (i % 12)}月${1 + (i % 28)}日`;
      const row = `I-${i},返却できない ${i},${day} 14:03,${day} 14:10,${day} 16:00,高,完了,小野 健`;
      const text = ',設定の誤りで返却の受付が止まった,監視を加え、手順を直す';
      yield encoder.encode(`${row}${withText ? text : ''}\n`);
    }
  },
};

const folder = mkdtempSync(join(tmpdir(), 'toban-bench-import-'));
const store = openSqliteStore({ file: join(folder, 'toban.sqlite') });
const ctx = {
  store,
  settings: { incident: IncidentConfig.parse({}), severity: SeverityConfig.parse({}) },
  people: createPeople(null),
  team: 'T1',
  locale: 'ja' as const,
  by: { user: 'cli', name: 'CLI' },
};
const sample: SourceRow[] = [];
for await (const read of readRows({ kind: 'file', file }, 'csv')) {
  if (read.kind === 'row') sample.push(read.row);
  if (sample.length === 100) break;
}
const settings = {
  mapping: proposeMapping(sample, { zone: 'Asia/Tokyo', services: [] }),
  source: 'csv',
  services: [],
  locale: 'ja' as const,
  now: NOW,
  dry: kind === 'read',
  skip: 0,
};

/** Bytes that are held once what nobody needs is given back. */
const held = () => {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
};
/** The looks at the memory stand outside of the time: each stops everything for a whole collection. */
const pass = async () => {
  let [most, next, ms, cpu] = [0, 0, 0, 0];
  let began = started();
  const stop = () => {
    const { user, system } = process.cpuUsage(began.cpu);
    ms += performance.now() - began.at;
    cpu += user + system;
  };
  for await (const { done } of importRows(ctx, readRows({ kind: 'file', file }, 'csv'), {
    ...settings,
    run: randomUUID(),
  })) {
    if (done < next) continue;
    stop();
    most = Math.max(most, held());
    next = done + rows / 20;
    began = started();
  }
  stop();
  return { perSecond: (rows * 1_000) / ms, perCpuSecond: (rows * 1e6) / cpu, held: most };
};
const started = () => ({ at: performance.now(), cpu: process.cpuUsage() });
const results: Awaited<ReturnType<typeof pass>>[] = [];
for (let n = 0; n < Number(passes); n += 1) results.push(await pass());
await store.close();
rmSync(folder, { recursive: true, force: true });
console.log(JSON.stringify(results));
