import type { Store } from '../shared/store/port.ts';
import { dueTasks } from '../shared/store/shapes.ts';
import type { Lane, Task } from '../shared/tasks/index.ts';
import type { TimedPart } from './clock.ts';

const LANES: readonly Lane[] = ['calls', 'work'];

/** Toban's own tasks as a part that moves with the business clock; on Google Cloud the minute's schedule does this. */
export function taskTicker(store: Store, tick: (lane: Lane) => Promise<void>): TimedPart {
  const earliest = async (lane: Lane): Promise<number | null> => {
    const values = { lane, dueAt: Number.MAX_SAFE_INTEGER };
    const { docs } = await store.page<Task>({ shape: dueTasks, values, limit: 1 });
    return docs[0]?.data.dueAt ?? null;
  };
  return {
    async nextDue() {
      const times = (await Promise.all(LANES.map(earliest))).filter((time) => time !== null);
      return times.length === 0 ? null : Math.min(...times);
    },
    async runDue() {
      for (const lane of LANES) await tick(lane);
    },
  };
}
