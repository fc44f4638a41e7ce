import { listLetters } from '../../dead-letter/index.ts';
import { durationText } from '../../language/index.ts';
import { dueTasks, failedTasks } from '../../store/shapes.ts';
import type { Task } from '../../tasks/index.ts';
import type { Look } from '../context.ts';
import { type Finding, finding } from '../finding.ts';

const LANES = ['calls', 'work'] as const;
/** The tick comes each minute: after three of them somebody should have been there. */
const LATE_MS = 180_000;
const DAY_MS = 86_400_000;
const MOST = 50;

/** Whether what is due is done: the oldest work that waits, by lane. Without a tick it grows old. */
export async function checkWork({ store, clock, text, locale }: Look): Promise<Finding[]> {
  if (!store) return [];
  const now = clock.now();
  return Promise.all(
    LANES.map(async (lane) => {
      const values = { lane, dueAt: now - LATE_MS };
      const [oldest] = (await store.page<Task>({ shape: dueTasks, values, limit: 1 })).docs;
      const dueAt = oldest?.data.dueAt ?? null;
      return dueAt === null
        ? finding('work', 'ok', lane, text.workInTime(lane))
        : finding('work', 'error', lane, text.workLate(lane, durationText(now - dueAt, locale)));
    }),
  );
}

/** What was given up: side effects of the last day, and messages of the bus that nobody has sent again. */
export async function checkUndelivered({ store, clock, text }: Look): Promise<Finding[]> {
  if (!store) return [];
  const values = { failedAt: clock.now() - DAY_MS };
  const [{ docs: failed }, letters] = await Promise.all([
    store.page<Task>({ shape: failedTasks, values, limit: MOST }),
    listLetters(store),
  ]);
  const dead = letters.filter(({ data }) => data.status === 'dead');
  const topics = [...new Set(dead.map(({ data }) => data.topic))];
  const found = [
    ...(failed.length > 0 ? [finding('undelivered', 'warning', 'tasks', text.givenUp(failed.length))] : []),
    ...topics.map((topic) => {
      const count = dead.filter(({ data }) => data.topic === topic).length;
      return finding('undelivered', 'error', topic, text.deadLetters(topic, count));
    }),
  ];
  return found.length > 0 ? found : [finding('undelivered', 'ok', '', text.allDelivered())];
}
