import { tasksOfRecord } from '../store/shapes.ts';
import { commit, type NewTask, type Task } from '../tasks/index.ts';
import { explain } from '../war-room/index.ts';
import type { IncidentVerbs } from './context.ts';
import type { Incident } from './model.ts';
import { receiptTasks, rejoinTask, showTask } from './plan.ts';
import { fold } from './summary.ts';

/** Does once more what could not be done, and only that; what can never succeed (a single-channel guest) is left. */
export async function retryFailed(ctx: IncidentVerbs, path: string): Promise<number> {
  const { store, clock } = ctx.calls;
  const page = await store.page<Task>({ shape: tasksOfRecord, values: {}, parent: path, limit: 1_000 });
  const failed = page.docs
    .map(({ data }) => data)
    .filter(({ outcome }) => outcome === 'failed' || outcome === 'expired')
    .filter(({ lastError }) => explain(lastError?.reason ?? null, 'en').retry);
  const lost = await roomLost(ctx, path);
  if (failed.length === 0 && !lost) return 0;
  const now = clock.now();
  const again: NewTask[] = failed.map(({ id, kind, lane, step }) => ({
    id,
    kind,
    lane,
    step,
    dueAt: now,
    mode: 'arm',
  }));
  await store.transaction(async (tx) => {
    const state = (await tx.get<Incident>(path))?.data ?? null;
    if (!state) return;
    const invited = failed.some(({ kind }) => kind === 'incident.invite');
    const look: NewTask[] = invited
      ? [
          {
            id: 'roll-call',
            kind: 'incident.roll-call',
            lane: 'work',
            dueAt: now + 2_000,
            step: {},
            mode: 'arm',
          },
        ]
      : [];
    const shown = [...(state.room ? [showTask('card', now)] : []), ...receiptTasks(state, now)];
    const back = lost ? [rejoinTask(now)].filter(({ id }) => !again.some((one) => one.id === id)) : [];
    const tasks = [
      ...again,
      ...back,
      ...look,
      ...shown.filter(({ id }) => !again.some((one) => one.id === id)),
    ];
    await commit(tx, path, state, { events: [], tasks }, fold, now);
  });
  return failed.length;
}

/** A room that cannot be used is tried again as well: the card finds out how it stands. */
const roomLost = async (ctx: IncidentVerbs, path: string): Promise<boolean> => {
  const room = (await ctx.calls.store.get<Incident>(path))?.data.room;
  return room != null && room.state !== 'open';
};
