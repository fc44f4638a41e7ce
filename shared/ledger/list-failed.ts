import type { Escalation } from '../escalation/index.ts';
import type { Doc, Store } from '../store/port.ts';
import { failedTasks } from '../store/shapes.ts';
import type { Task } from '../tasks/index.ts';
import { matcher } from './match.ts';
import type { CallList, CallQuery, CallRow } from './model.ts';

const PAGE = 50;

export interface FailedList {
  readonly tasks: readonly Doc<Task>[];
  readonly cursor: string | null;
}

/** Side effects that were given up, of any record, latest first: one page of 50. */
export async function listFailedTasks(store: Store, cursor: string | null): Promise<FailedList> {
  const page = await store.page<Task>({ shape: failedTasks, values: { failedAt: 0 }, limit: PAGE, cursor });
  return { tasks: page.docs, cursor: page.cursor };
}

/** The calls these belong to, each once; reads one page of tasks and their calls by id. */
export async function listFailedCalls(store: Store, query: CallQuery): Promise<CallList> {
  const { tasks, cursor } = await listFailedTasks(store, query.cursor);
  const counts = new Map<string, number>();
  for (const { data } of tasks) {
    if (data.record.startsWith('escalations/')) counts.set(data.record, (counts.get(data.record) ?? 0) + 1);
  }
  const docs = await Promise.all([...counts.keys()].map((path) => store.get<Escalation>(path)));
  const fits = matcher(query) ?? (() => true);
  const rows = docs.flatMap((doc): CallRow[] => {
    if (!doc || (query.rota && doc.data.rota !== query.rota) || !fits(doc)) return [];
    const { receivedAt: at } = doc.data;
    if ((query.from !== null && at < query.from) || (query.to !== null && at >= query.to)) return [];
    return [{ id: doc.id, call: doc.data, failed: counts.get(doc.path) ?? 0 }];
  });
  return { rows, cursor, searchedTo: null };
}
