import type { Escalation } from '../../../shared/escalation/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { type Task, taskPath } from '../../../shared/tasks/index.ts';

/** Whether the message that is posted under `key` calls somebody, and was begun when the call was already somebody's. */
export async function mentionTooLate(store: Store, key: string): Promise<boolean> {
  const [id = '', name = ''] = key.split('/');
  if (!/^(mention|dm)-/.test(name)) return false;
  const state = (await store.get<Escalation>(`escalations/${id}`))?.data;
  const task = (await store.get<Task>(taskPath(`escalations/${id}`, name)))?.data;
  return Boolean(state?.holder && task?.attempt && task.attempt.since > state.holder.at);
}
