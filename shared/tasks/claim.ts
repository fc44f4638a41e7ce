import { attemptToken } from '../platform/ids.ts';
import type { Store } from '../store/port.ts';
import type { TaskKind } from './kind.ts';
import { type EventBase, LEASE_MS, type Outcome, type RecordState, type Task } from './model.ts';

export type Claim =
  | {
      readonly kind: 'claimed';
      readonly task: Task;
      readonly state: RecordState;
      readonly unsureSince: number | null;
      /** Its turn is over, but an earlier attempt may have done it: it is only to be looked for. */
      readonly onlyLook: boolean;
    }
  /** Ended, superseded just now, not due yet, or leased by somebody else. */
  | { readonly kind: 'nothing' };

const NOTHING: Claim = { kind: 'nothing' };

/**
 * Takes a due task for `LEASE_MS`, in one transaction that also re-reads its record and checks its guard: an
 * acknowledgement that committed a moment earlier is seen here, and nobody more is woken.
 */
export function claim(
  store: Store,
  path: string,
  kindOf: (task: Task) => Pick<TaskKind<RecordState, EventBase>, 'guard' | 'find'>,
  now: number,
): Promise<Claim> {
  return store.transaction(async (tx) => {
    const task = (await tx.get<Task>(path))?.data;
    if (!task || task.dueAt === null || task.dueAt > now) return NOTHING;
    const record = await tx.get<RecordState>(task.record);
    if (!record) return end(task, 'superseded');
    const kind = kindOf(task);
    const onlyLook = !kind.guard(record.data, task);
    if (onlyLook && (task.attempt === null || !kind.find)) return end(task, 'superseded');
    if (task.expiresAt <= now) return end(task, 'expired');
    const since = task.attempt?.since ?? now;
    const claimed: Task = {
      ...task,
      dueAt: now + LEASE_MS,
      attempts: task.attempts + 1,
      attempt: { token: attemptToken(), at: now, since },
    };
    tx.put(path, claimed);
    const unsureSince = task.attempt?.since ?? null;
    return { kind: 'claimed', task: claimed, state: record.data, unsureSince, onlyLook };

    function end(ended: Task, outcome: Outcome): Claim {
      tx.put(path, {
        ...ended,
        dueAt: null,
        attempt: null,
        outcome,
        endedAt: now,
        failedAt: outcome === 'expired' ? now : null,
      });
      return NOTHING;
    }
  });
}
