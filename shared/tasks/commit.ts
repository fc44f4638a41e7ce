import type { Doc, Transaction } from '../store/port.ts';
import type { Fold } from './kind.ts';
import {
  type Decision,
  type EventBase,
  KEEP_TRYING_MS,
  type NewTask,
  type Pointer,
  type RecordState,
  type Task,
} from './model.ts';

/** How a noun folds its events; `null` is "does not exist yet". A whole fold where documents follow from the state. */
export type Evolve<S extends RecordState, E extends EventBase> =
  | ((state: S | null, event: E) => S)
  | Fold<S, E>;

export const taskPath = (record: string, id: string): string => `${record}/tasks/${id}`;
export const eventPath = (record: string, seq: number): string =>
  `${record}/events/${String(seq).padStart(6, '0')}`;

/**
 * Writes a decision: the record, its events beneath it and its tasks, all in the caller's transaction.
 * Returns the new state, or the old one when the decision is empty.
 */
export async function commit<S extends RecordState, E extends EventBase>(
  ...change: Parameters<typeof prepare<S, E>>
): Promise<S | null> {
  return (await prepare<S, E>(...change))();
}

/**
 * The same in two halves, for a transaction that changes several records: reads come before writes, so all of them are
 * prepared first, and each is then written by calling what it gave.
 */
export async function prepare<S extends RecordState, E extends EventBase>(
  tx: Transaction,
  record: string,
  before: S | null,
  decision: Decision<E>,
  evolve: Evolve<S, E>,
  now: number,
): Promise<() => S | null> {
  const fold: Fold<S, E> = typeof evolve === 'function' ? { evolve } : evolve;
  let state = before;
  const numbered: (E & { readonly seq: number })[] = [];
  for (const event of decision.events) {
    numbered.push({ ...event, seq: (state?.version ?? 0) + 1 });
    state = fold.evolve(state, event);
  }
  const changed = state !== before && state !== null ? state : null;
  const news = changed && (fold.announce?.(record, before, changed, now) ?? null);
  const [armed, listeners] = await Promise.all([
    readArmed(tx, record, decision.tasks),
    news && tx.get<object>(news.path),
  ]);
  return () => {
    for (const event of numbered) tx.create(eventPath(record, event.seq), event);
    if (changed) {
      if (before === null) tx.create(record, changed);
      else tx.put(record, changed);
      for (const { path, data } of fold.follow?.(before, changed, now) ?? []) tx.put(path, data);
      for (const { path, data } of (listeners && news?.tell(listeners.data)) ?? []) tx.put(path, data);
    }
    for (const task of decision.tasks) {
      const existing = armed.get(task.id);
      if (existing) tx.put(existing.path, rearmed(existing.data, task));
      else tx.create(taskPath(record, task.id), fresh(record, task, now));
    }
    for (const { path, data } of decision.pointers ?? []) tx.put(path, data);
    return state;
  };
}

/** A record that begins with one event and one task, as documents to be written in somebody else's transaction. */
export function beginning<S extends RecordState, E extends EventBase>(
  record: string,
  event: E,
  task: NewTask,
  evolve: (state: S | null, event: E) => S,
  now: number,
): readonly Pointer[] {
  return [
    { path: record, data: evolve(null, event) },
    { path: eventPath(record, 1), data: { ...event, seq: 1 } },
    { path: taskPath(record, task.id), data: fresh(record, task, now) },
  ];
}

/** The tasks to be armed that are there already. */
async function readArmed(
  tx: Transaction,
  record: string,
  tasks: readonly NewTask[],
): Promise<Map<string, Doc<Task>>> {
  const armed = tasks.filter((task) => task.mode === 'arm');
  const found = await Promise.all(armed.map((task) => tx.get<Task>(taskPath(record, task.id))));
  return new Map(found.filter((doc) => doc !== null).map((doc) => [doc.id, doc]));
}

function fresh(record: string, task: NewTask, now: number): Task {
  const { id, kind, lane, dueAt, step } = task;
  const idle = {
    attempts: 0,
    attempt: null,
    again: false,
    lastError: null,
    outcome: null,
    result: null,
    endedAt: null,
    failedAt: null,
  };
  return { id, record, kind, lane, dueAt, step, ...idle, createdAt: now, expiresAt: dueAt + KEEP_TRYING_MS };
}

/** A task that is wanted once more: by a later cause, or by itself when it ends. */
export function rearmed(task: Task, wanted: NewTask): Task {
  const { dueAt, step } = wanted;
  if (task.attempt !== null && task.dueAt !== null) return { ...task, step, again: true };
  return { ...task, step, ...alive, dueAt, expiresAt: dueAt + KEEP_TRYING_MS };
}

const alive = { outcome: null, endedAt: null, failedAt: null } as const;

/** A task that was given up, due once more; null for one that was not, so that twice is once. */
export function revived(task: Task, now: number): Task | null {
  if (task.failedAt === null) return null;
  return { ...task, ...alive, dueAt: now, attempt: null, expiresAt: now + KEEP_TRYING_MS };
}
