import { evolve } from '../../../shared/escalation/evolve.ts';
import type { Escalation, EscalationEvent } from '../../../shared/escalation/index.ts';
import { escalationPath } from '../../../shared/escalation/records.ts';
import { eventsOfRecord, tasksOfRecord } from '../../../shared/store/shapes.ts';
import type { Task } from '../../../shared/tasks/index.ts';
import { TEAM } from './scene.ts';
import { APP } from './slack.ts';
import type { World } from './world.ts';

/** Everything the store keeps about one call. `states[i]`: the state after `events[i]`. */
export interface CallRecord {
  readonly path: string;
  readonly id: string;
  readonly state: Escalation;
  readonly events: readonly EscalationEvent[];
  readonly states: readonly Escalation[];
  readonly tasks: readonly Task[];
}

/** The calls that what people said has made. */
export async function callsOf({ slack, store }: World): Promise<CallRecord[]> {
  const found: CallRecord[] = [];
  for (const { user, channel, ts } of slack.messages) {
    if (user === APP) continue;
    const path = escalationPath(TEAM, channel, ts);
    const doc = await store.get<Escalation>(path);
    if (!doc) continue;
    const all = { values: {}, parent: path, limit: 1_000 };
    const events = (await store.page<EscalationEvent & { seq?: number }>({ ...all, shape: eventsOfRecord }))
      .docs;
    const tasks = (await store.page<Task>({ ...all, shape: tasksOfRecord })).docs;
    const states: Escalation[] = [];
    for (const { data } of events) states.push(evolve(states.at(-1) ?? null, data));
    found.push({
      path,
      id: doc.id,
      state: doc.data,
      events: events.map(({ data }) => data),
      states,
      tasks: tasks.map(({ data }) => data),
    });
  }
  return found;
}
