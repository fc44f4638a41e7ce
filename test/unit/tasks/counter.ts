import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import type { TobanError } from '../../../shared/platform/errors.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import {
  commit,
  createRunner,
  type EventBase,
  type NewTask,
  type Noun,
  type Task,
  taskPath,
} from '../../../shared/tasks/index.ts';

/** A noun as small as can be: it counts what its tasks did. */
export interface Counter {
  readonly version: number;
  readonly open: boolean;
}
type CounterEvent = EventBase & { readonly type: 'made' | 'closed' };

const evolve = (state: Counter | null, event: CounterEvent): Counter => ({
  version: (state?.version ?? 0) + 1,
  open: event.type === 'made',
});

export const RECORD = 'counters/c1';

/** A runner over a store in memory, with a clock moved by hand and an effect that can be told to fail. */
export async function world(persistent = true) {
  const store = openSqliteStore({ file: ':memory:' });
  const clock = { at: 1_000_000, now: () => clock.at };
  const did: { task: string; unsureSince: number | null }[] = [];
  const failures: TobanError[] = [];
  const hooks: { during?: () => Promise<void> } = {};
  const counter: Noun<Counter, CounterEvent> = {
    name: 'counter',
    evolve,
    kinds: {
      count: {
        persistent,
        guard: (state) => state.open,
        async perform(_state, task, { unsureSince }) {
          did.push({ task: task.id, unsureSince });
          await hooks.during?.();
          const failure = failures.shift();
          if (failure) throw failure;
          return { did: task.id };
        },
      },
    },
  };
  const runner = createRunner({
    store,
    clock,
    log: silentLog,
    nouns: [counter],
    sleep: async (ms) => {
      clock.at += ms;
    },
  });
  const give = (events: CounterEvent[], tasks: NewTask[]) =>
    store.transaction(async (tx) => {
      const before = (await tx.get<Counter>(RECORD))?.data ?? null;
      await commit(tx, RECORD, before, { events, tasks }, evolve, clock.at);
    });
  const task = (id: string, more: Partial<NewTask> = {}): NewTask => ({
    id,
    kind: 'counter.count',
    lane: 'calls',
    dueAt: clock.at,
    step: {},
    ...more,
  });
  const read = async (id: string) => (await store.get<Task>(taskPath(RECORD, id)))?.data;
  await give([{ type: 'made', at: clock.at }], []);
  return {
    store,
    clock,
    did,
    failures,
    hooks,
    runner,
    give,
    task,
    read,
    signal: new AbortController().signal,
  };
}
