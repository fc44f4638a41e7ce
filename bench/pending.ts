import { openSqliteStore } from '../shared/adapters/sqlite/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { silentLog } from '../shared/platform/log.ts';
import { commit, createRunner, type EventBase, type RecordState } from '../shared/tasks/index.ts';
import { type BenchRow, spread } from './lib/stats.ts';

const PENDING = 100_000;
const PER_RECORD = 100;
const TICKS = 200;

/** A tick with 100,000 tasks that are not due, against one with none. */
export async function benchPending(): Promise<BenchRow[]> {
  const store = openSqliteStore({ file: ':memory:' });
  const nouns = [{ name: 'nothing', evolve, kinds: {} }];
  const runner = createRunner({
    store,
    clock: systemClock,
    log: silentLog,
    nouns,
    sleep: async () => undefined,
  });
  const tick = async () => {
    const taken: number[] = [];
    for (let i = 0; i < TICKS; i += 1) {
      const began = performance.now();
      await runner.runDue('calls', new AbortController().signal);
      taken.push((performance.now() - began) * 1_000);
    }
    return taken.slice(TICKS / 2);
  };
  const empty = await tick();
  const later = systemClock.now() + 3_600_000;
  for (let i = 0; i < PENDING / PER_RECORD; i += 1) {
    const tasks = Array.from({ length: PER_RECORD }, (_, n) => ({
      id: `t${n}`,
      kind: 'nothing.later',
      lane: 'calls' as const,
      dueAt: later + i * PER_RECORD + n,
      step: {},
    }));
    const events: EventBase[] = [{ type: 'made', at: later }];
    await store.transaction(async (tx) => {
      await commit(tx, `records/r${i}`, null, { events, tasks }, evolve, later);
    });
  }
  const full = await tick();
  await store.close();
  return [
    { name: 'tick with nothing pending', value: `${spread(empty, 0)} µs`, note: 'SQLite in memory' },
    {
      name: `tick with ${PENDING} tasks not due`,
      value: `${spread(full, 0)} µs`,
      note: 'one query of one index, no document read',
    },
  ];
}

const evolve = (state: RecordState | null): RecordState => ({ version: (state?.version ?? 0) + 1 });
