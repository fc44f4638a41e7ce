import { type AuditEntry, readAudit } from '../audit/index.ts';
import { callPath, type Escalation } from '../escalation/index.ts';
import type { Store } from '../store/port.ts';
import { eventsOfRecord, tasksOfRecord } from '../store/shapes.ts';
import type { Task } from '../tasks/index.ts';
import type { StoredEvent } from './model.ts';

/** Far more than any call has; a story longer than this is cut and says so. */
const MOST = 400;

/** All that is kept of one call. */
export interface CallStory {
  readonly id: string;
  readonly call: Escalation;
  readonly events: readonly StoredEvent[];
  readonly tasks: readonly Task[];
  readonly audit: readonly AuditEntry[];
  readonly cut: boolean;
}

/** Null where there is no such call. Reads at most 850 documents, side by side. */
export async function readCall(store: Store, id: string): Promise<CallStory | null> {
  if (!/^esc_[0-9a-f]{32}$/.test(id)) return null;
  const parent = callPath(id);
  const [call, events, tasks, audit] = await Promise.all([
    store.get<Escalation>(parent),
    store.page<StoredEvent>({ shape: eventsOfRecord, values: {}, parent, limit: MOST }),
    store.page<Task>({ shape: tasksOfRecord, values: {}, parent, limit: MOST }),
    readAudit(store, parent),
  ]);
  if (!call) return null;
  const cut = events.cursor !== null || tasks.cursor !== null;
  return {
    id,
    call: call.data,
    events: events.docs.map(({ data }) => data),
    tasks: tasks.docs.map(({ data }) => data),
    audit,
    cut,
  };
}
