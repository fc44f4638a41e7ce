import { auditDocument } from '../audit/index.ts';
import type { Store } from '../store/port.ts';
import { type Lane, revived, type Task } from '../tasks/index.ts';

/** Who presses, as the audit remembers it. */
export interface Presser {
  readonly user: string;
  readonly name: string;
}

export interface Replayed {
  /** `running`: it is not given up (any more), so there is nothing to start. */
  readonly outcome: 'started' | 'running' | 'gone';
  readonly bell: { readonly lane: Lane; readonly record: string } | null;
}

const TASK_PATH = /^[a-z-]+\/[\w-]+\/tasks\/[\w .:-]+$/;

/**
 * Makes a side effect that was given up due once more, with who asked for it, in one transaction. Pressed twice it runs
 * once; its guard is asked again when it runs, so a call that has moved on wakes nobody.
 */
export function replayTask(store: Store, path: string, by: Presser, now: number): Promise<Replayed> {
  if (!TASK_PATH.test(path)) return Promise.resolve({ outcome: 'gone', bell: null });
  return store.transaction(async (tx): Promise<Replayed> => {
    const task = (await tx.get<Task>(path))?.data;
    if (!task) return { outcome: 'gone', bell: null };
    const again = revived(task, now);
    if (!again) return { outcome: 'running', bell: null };
    const { record, lane } = task;
    const deed = { at: now, by: by.user, name: by.name, action: 'task.replay', record, target: path };
    const { path: auditPath, data } = auditDocument(deed);
    tx.put(path, again);
    tx.create(auditPath, data);
    return { outcome: 'started', bell: { lane, record } };
  });
}
