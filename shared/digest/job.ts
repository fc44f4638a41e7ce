import type { Job } from '../tasks/index.ts';
import { commit } from '../tasks/index.ts';
import type { DigestContext } from './context.ts';
import { dayTold, isDailyDay, isWeeklyDay, weekTold } from './days.ts';
import { evolve, type Report, reportPath } from './model.ts';

/** Past this the message goes out without its picture. */
const PICTURE_MS = 10 * 60_000;

/** One job each; switched off where toban.yaml asks for none. */
export function digestJobs(ctx: DigestContext): readonly Job[] {
  const { config, zone } = ctx;
  return [
    {
      name: 'digest-weekly',
      lane: 'work',
      schedule: config && { at: config.weekly.at, zone, on: (date) => isWeeklyDay(date, config) },
      run: ({ period }) => begin(ctx, 'weekly', weekTold(period, zone)),
    },
    {
      name: 'digest-daily',
      lane: 'work',
      schedule: config?.daily ? { at: config.daily, zone, on: (date) => isDailyDay(date, config) } : null,
      run: ({ period }) => begin(ctx, 'daily', dayTold(period, zone)),
    },
  ];
}

/** The record first; what is sent follows as its tasks. A week that has its record is told already, or being told. */
async function begin({ store, clock }: DigestContext, kind: Report['kind'], name: string): Promise<void> {
  const path = reportPath({ kind, name });
  await store.transaction(async (tx) => {
    if (await tx.get<Report>(path)) return;
    const now = clock.now();
    const task = (id: 'draw' | 'post', dueAt: number) =>
      ({ id, kind: `digest.${id}`, lane: 'work', dueAt, step: {}, mode: 'arm' }) as const;
    const events = [{ type: 'begun', at: now, kind, name } as const];
    await commit(
      tx,
      path,
      null,
      { events, tasks: [task('draw', now), task('post', now + PICTURE_MS)] },
      evolve,
      now,
    );
  });
}
