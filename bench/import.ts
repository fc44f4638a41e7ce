import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { BenchRow } from './lib/stats.ts';

interface Pass {
  readonly perSecond: number;
  readonly perCpuSecond: number;
  readonly held: number;
}

const run = promisify(execFile);

async function importing(rows: number, kind: 'plain' | 'postmortem' | 'read', passes = 1): Promise<Pass[]> {
  const args = ['--expose-gc', '--disable-warning=ExperimentalWarning', 'bench/lib/import-run.ts'];
  const { stdout } = await run(process.execPath, [...args, String(rows), kind, String(passes)]);
  return JSON.parse(stdout) as Pass[];
}

/** Rows a second into the embedded store, and what is held in memory for ten times as many of them. */
export async function benchImport(): Promise<BenchRow[]> {
  const [read] = await importing(50_000, 'read');
  const [plain, again] = await importing(5_000, 'plain', 2);
  const [postmortem] = await importing(2_000, 'postmortem');
  const [large] = await importing(50_000, 'plain');
  const rate = (name: string, pass: Pass | undefined, note: string): BenchRow => ({
    name,
    value: `${Math.round(pass?.perSecond ?? 0).toLocaleString('en-US')} rows/s`,
    note: `${note}; ${Math.round(pass?.perCpuSecond ?? 0).toLocaleString('en-US')} for each second of the processor`,
  });
  const megabytes = (pass: Pass | undefined) => ((pass?.held ?? 0) / 1_048_576).toFixed(1);
  return [
    rate('dry run of 50,000 rows', read, 'read, understood, looked up'),
    rate('5,000 rows, incidents alone', plain, 'wanted ≥ 1,000'),
    rate('the same again, nothing changed', again, ''),
    rate('2,000 rows, each with a postmortem', postmortem, 'two sections'),
    rate('50,000 rows, incidents alone', large, 'wanted ≥ 1,000'),
    {
      name: 'held in memory, 50,000 rows / 5,000 rows',
      value: `${megabytes(large)} MB / ${megabytes(plain)} MB`,
      note: 'wanted flat; after collection, the most of twenty looks',
    },
  ];
}
