import type { Store } from '../store/port.ts';
import { eventsOfRecord } from '../store/shapes.ts';
import type { ActionItemEvent } from './model.ts';
import { actionItemPath } from './records.ts';

const MOST = 200;

/** What happened to an item, in order: who changed what, and the reminders. At most 200. */
export async function historyOf(store: Store, id: string): Promise<readonly ActionItemEvent[]> {
  const parent = actionItemPath(id);
  const page = await store.page<ActionItemEvent>({ shape: eventsOfRecord, values: {}, parent, limit: MOST });
  return page.docs.map(({ data }) => data);
}
