import type { CallRecord } from './records.ts';
import type { Report } from './violation.ts';
import type { World } from './world.ts';

/** The promise: at most a minute late, where nothing is wrong. The rest is what a request takes. */
const LATE_MS = 60_000 + 10_000;
/** After trouble a lease may still run, and then a minute until the next tick. */
const AFTERMATH_MS = 100_000;

/** Every step came when its time was there, and what it called for went out: unless something was wrong just then. */
export function checkTime(world: World, record: CallRecord, report: Report): void {
  const troubled = (from: number): boolean =>
    world.troubles.some((one) => one.from <= from + LATE_MS && one.to + AFTERMATH_MS >= from);
  const { path, states, events, tasks } = record;
  for (const [i, { next, status }] of states.entries()) {
    if (next === null || status !== 'open') continue;
    const moved = states.findIndex((later, j) => j > i && later.next?.at !== next.at);
    const at = moved < 0 ? world.now : (events[moved]?.at ?? 0);
    const event = events[moved];
    const climbed =
      event?.type === 'called' && (event.called.cause === 'climb' || event.called.cause === 'again');
    if (climbed && at < next.at) report('never early', `${path} climbed ${next.at - at} ms early`);
    if (at > next.at + LATE_MS && !troubled(next.at))
      report('answered or climbed', `${path} stood still from ${next.at} for ${at - next.at} ms`);
  }
  for (const call of record.state.called.keys()) checkSent(call);

  function checkSent(call: number): void {
    for (const way of ['mention', 'dm']) {
      const task = tasks.find(({ id }) => id === `${way}-${call}`);
      // Somebody had it for a while, or the next was called: nobody needed this message any more.
      const movedOn = states.some(
        ({ status, called }) => called.length - 1 > call || (called.length > call && status !== 'open'),
      );
      const fine = task?.outcome === 'done' || (movedOn && task?.outcome === 'superseded');
      if (!task || !fine) report('no call is lost', `${path} ${way}-${call} ended as ${task?.outcome}`);
      else if ((task.endedAt ?? 0) > task.createdAt + LATE_MS && !troubled(task.createdAt))
        report(
          'answered or climbed',
          `${path} ${way}-${call} took ${(task.endedAt ?? 0) - task.createdAt} ms`,
        );
    }
  }
}
