import type { Clock } from '../platform/clock.ts';
import { isTobanError, TobanError } from '../platform/errors.ts';
import type { Log } from '../platform/log.ts';
import type { Store } from '../store/port.ts';
import { claim } from './claim.ts';
import { commit, rearmed } from './commit.ts';
import type { Noun, TaskKind } from './kind.ts';
import type { Decision, EventBase, RecordState, Task } from './model.ts';
import { afterFailure } from './retry.ts';

/** A noun as the runner sees it: its own types are opaque here. */
export type AnyNoun = Noun<RecordState, EventBase>;

export interface TaskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly log: Log;
  readonly nouns: readonly AnyNoun[];
  /** Waits on the machine's clock; in a story test it moves the business clock instead. */
  readonly sleep: (ms: number) => Promise<void>;
}

/** `retry`: failed for now, and a bell should ring again soon. */
export type RunResult = 'ended' | 'retry' | 'nothing';

/** The longest a call waits in line for Slack's pacing before its retry is left to a later bell. */
const WAIT_INLINE_MS = 3_000;

interface Change {
  readonly task: Task;
  readonly decision: Decision<EventBase> | null;
}

/** Claims one task, does it, and records what came of it. Rejects only when the store does. */
export function createTaskRun(parts: TaskParts): (path: string, signal: AbortSignal) => Promise<RunResult> {
  const { store, clock, log } = parts;
  const nouns = new Map(parts.nouns.map((noun) => [noun.name, noun]));

  /** A kind this version does not know belongs to a newer one: the task is left as it is for that one. */
  function lookUp(task: Task): { noun: AnyNoun; kind: TaskKind<RecordState, EventBase> } {
    const [name = '', verb = ''] = task.kind.split('.', 2);
    const noun = nouns.get(name);
    const kind = noun?.kinds[verb];
    if (!noun || !kind) throw new TobanError('unavailable', `no handler for tasks of kind ${task.kind}`);
    return { noun, kind };
  }

  return async function runTask(path, signal) {
    const taken = await claim(store, path, (task) => lookUp(task).kind, clock.now());
    if (taken.kind === 'nothing') return 'nothing';
    const { task, state, unsureSince, onlyLook } = taken;
    const { noun, kind } = lookUp(task);
    const fields = { record: task.record, task: task.id, kind: task.kind, attempt: task.attempts };
    let result: unknown;
    try {
      const attempt = { signal, unsureSince, now: clock.now() };
      const act = onlyLook ? kind.find : kind.perform;
      result = await patiently(task, async () => act?.call(kind, state, task, attempt));
    } catch (error) {
      const failure = isTobanError(error) ? error : new TobanError('bug', String(error), { cause: error });
      log.warn('task-failed', { ...fields, code: failure.code, reason: failure.reason ?? failure.message });
      await settle(path, task, noun, (now, fresh, current) => ({
        task: afterFailure(current, failure, kind.persistent, now),
        decision: failure.retryable ? null : (kind.refused?.(fresh, task, failure, now) ?? null),
      }));
      // An unknown outcome keeps its lease: ringing again before it ends would find nothing to do.
      return failure.retryable && failure.code !== 'unknown-outcome' ? 'retry' : 'ended';
    }
    if (onlyLook && result == null) {
      await settle(path, task, noun, (now, _fresh, current) => ({
        task: superseded(current, now),
        decision: null,
      }));
      return 'ended';
    }
    // Outside the try: when this write fails the lease stays, and whoever comes next looks before doing it again.
    await settle(path, task, noun, (now, fresh, current) => ({
      task: ended(current, result, now),
      decision: kind.done?.(fresh, task, result, now) ?? null,
    }));
    log.info('task-done', { ...fields, afterMs: clock.now() - task.createdAt });
    return 'ended';
  };

  async function patiently<R>(task: Task, perform: () => Promise<R>): Promise<R> {
    try {
      return await perform();
    } catch (error) {
      const wait = isTobanError(error, 'rate-limited')
        ? (error.retryAfterMs ?? 1_000)
        : Number.POSITIVE_INFINITY;
      if (task.lane !== 'calls' || wait > WAIT_INLINE_MS) throw error;
      await parts.sleep(wait);
      return perform();
    }
  }

  /** Writes what came of an attempt if the task is still ours; who took it over after the lease has the last word. */
  async function settle(
    path: string,
    mine: Task,
    noun: AnyNoun,
    change: (now: number, state: RecordState, current: Task) => Change,
  ): Promise<void> {
    await store.transaction(async (tx) => {
      const current = (await tx.get<Task>(path))?.data;
      const record = await tx.get<RecordState>(mine.record);
      if (!current || !record || current.attempt?.token !== mine.attempt?.token) return;
      const now = clock.now();
      const { task, decision } = change(now, record.data, current);
      const itself = decision?.tasks.find(({ id }) => id === task.id);
      const others = decision?.tasks.filter((one) => one !== itself) ?? [];
      if (decision) await commit(tx, mine.record, record.data, { ...decision, tasks: others }, noun, now);
      tx.put(path, itself ? { ...rearmed(task, itself), attempts: 0 } : task);
    });
  }
}

const superseded = (task: Task, now: number): Task => ({
  ...task,
  dueAt: null,
  attempt: null,
  outcome: 'superseded',
  endedAt: now,
});

function ended(task: Task, result: unknown, now: number): Task {
  const over = { attempt: null, lastError: null, result: result ?? null, again: false } as const;
  if (task.again) return { ...task, ...over, dueAt: now };
  return { ...task, ...over, dueAt: null, outcome: 'done', endedAt: now };
}
