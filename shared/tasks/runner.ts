import type { Doc, Page } from '../store/port.ts';
import { dueTasks, tasksOfRecord } from '../store/shapes.ts';
import type { Lane, Task } from './model.ts';
import { createTaskRun, type RunResult, type TaskParts } from './run-task.ts';

const BATCH = 50;
/** How long a chain of tasks one message follows; the sweep finds the rest. */
const ROUNDS = 5;

/** What a sweep of a lane came to. */
export interface Swept {
  /** The records whose tasks it ended. */
  readonly records: readonly string[];
  /** For how long the oldest that was due when it began had waited, in ms; 0 where nothing was due. */
  readonly lateMs: number;
}

export interface Runner {
  /**
   * Runs what is due of one record, side by side. True when something of this lane must soon be tried again.
   * `elsewhere` is called as soon as that has made something due in the other lane, which then need not wait for the
   * rest of this one. Only for what is new: two lanes that are stuck must not ring each other for ever.
   */
  runRecord(
    record: string,
    lane: Lane,
    signal: AbortSignal,
    elsewhere?: () => Promise<void>,
  ): Promise<boolean>;
  /** Runs what is due in a lane, oldest first, in bounded batches, until nothing is left or `signal` aborts. */
  runDue(lane: Lane, signal: AbortSignal): Promise<Swept>;
}

export function createRunner(parts: TaskParts): Runner {
  const { store, clock, log } = parts;
  const runTask = createTaskRun(parts);

  async function runRecord(
    record: string,
    lane: Lane,
    signal: AbortSignal,
    elsewhere = async (): Promise<void> => undefined,
  ): Promise<boolean> {
    let retry = false;
    let known: Set<string> | null = null;
    // A task may make further tasks of the same record: look again until a look finds nothing new.
    for (let round = 0; round <= ROUNDS && !signal.aborted; round += 1) {
      const query = { shape: tasksOfRecord, values: {}, parent: record, limit: 200 };
      const docs: readonly Doc<Task>[] = (await store.page<Task>(query)).docs;
      const due = docs.filter(({ data }) => data.dueAt !== null && data.dueAt <= clock.now());
      const others = due
        .filter(({ data }) => data.lane !== lane)
        .map(({ id, data }) => `${id} ${data.dueAt}`);
      const fresh: boolean = known !== null && others.some((one) => !known?.has(one));
      known = new Set([...(known ?? []), ...others]);
      const mine = round < ROUNDS ? due.filter(({ data }) => data.lane === lane) : [];
      const bell = fresh ? elsewhere() : null;
      const results = await Promise.all(mine.map((doc) => runTask(doc.path, signal)));
      await bell;
      retry ||= results.includes('retry');
      if (!results.includes('ended')) break;
    }
    return retry;
  }

  async function runDue(lane: Lane, signal: AbortSignal): Promise<Swept> {
    const records = new Set<string>();
    // A lane may be ticked in time and still not get through: the oldest that is due says so.
    let lateMs: number | null = null;
    // What runs may make more that is due at once (a climb makes a mention): pass again until a pass finds nothing.
    for (let ran = true; ran && !signal.aborted; ) {
      ran = false;
      let cursor: string | null = null;
      const values = { lane, dueAt: clock.now() };
      do {
        const page: Page<Task> = await store.page<Task>({ shape: dueTasks, values, limit: BATCH, cursor });
        lateMs ??= values.dueAt - (page.docs[0]?.data.dueAt ?? values.dueAt);
        const results = await Promise.all(page.docs.map((doc) => runOne(doc.path, signal)));
        for (const [i, doc] of page.docs.entries()) if (results[i] === 'ended') records.add(doc.data.record);
        ran ||= results.includes('ended');
        cursor = page.cursor;
      } while (cursor !== null && !signal.aborted);
    }
    return { records: [...records], lateMs: lateMs ?? 0 };
  }

  /** One task that cannot even be claimed must not stop the others of its batch. */
  async function runOne(path: string, signal: AbortSignal): Promise<RunResult> {
    try {
      return await runTask(path, signal);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      log.error('task-not-run', { task: path, reason }, error);
      return 'nothing';
    }
  }

  return { runRecord, runDue };
}
