import type { Clock } from '../platform/clock.ts';
import type { Store } from '../store/port.ts';
import { commit, taskPath } from './commit.ts';
import type { Noun, TaskKind } from './kind.ts';
import type { Decision, EventBase, Lane, NewTask, RecordState, Task } from './model.ts';
import { dayOfTurn, lastTurn, nextTurn, type Schedule, scheduleKey, turnAfterChange } from './schedule.ts';

/**
 * Work that comes back. It is one task that arms itself for its next turn when it ends, whether well or refused; turns
 * missed in an outage are made up for once, by the latest of them.
 */
export interface Job {
  /** kebab-case, unique; it names the job's record and the kind of its task. */
  readonly name: string;
  readonly lane: Lane;
  /**
   * Null: switched off. A changed schedule (another hour, another zone) holds from the next look of the
   * keeper: a day that had its turn has none again, and one that waits for its turn keeps it.
   */
  readonly schedule: Schedule | null;
  /** Safe to repeat for the same `period`: a crash in the middle brings the same turn again. Throws TobanError. */
  run(turn: Turn): Promise<void>;
}

export interface Turn {
  /** The scheduled instant this run stands for, epoch ms: derive ids from it, and nothing is done twice. */
  readonly period: number;
  readonly now: number;
  readonly signal: AbortSignal;
}

interface Step {
  readonly turn: number;
  readonly schedule: string;
  /** The last day that had its turn, in the zone it had then; null where none had, or where days do not count. */
  readonly served?: string | null;
}
type Served = Pick<Turn, 'period'>;
type JobEvent = EventBase & { readonly type: 'started' };
export type JobNoun = Noun<RecordState, JobEvent>;

const TASK = 'run';
const DAY_MS = 86_400_000;
const recordOf = (job: Job): string => `jobs/${job.name}`;
const evolve = (state: RecordState | null): RecordState => ({ version: (state?.version ?? 0) + 1 });

/** The jobs as the runner sees them: tasks of the kinds `job.<name>`. Name jobs that are switched off too. */
export function jobNoun(jobs: readonly Job[]): JobNoun {
  return { name: 'job', evolve, kinds: Object.fromEntries(jobs.map((job) => [job.name, kindOf(job)])) };
}

function kindOf(job: Job): TaskKind<RecordState, JobEvent, Step, Served> {
  const { schedule } = job;
  const successor = (period: number): Decision<JobEvent> => ({
    events: [],
    tasks: schedule
      ? [taskOf(job, schedule, { turn: nextTurn(schedule, period), served: dayOfTurn(schedule, period) })]
      : [],
  });
  const turnAt = ({ turn }: Step, now: number) => (schedule ? lastTurn(schedule, turn, now) : turn);
  return {
    persistent: false,
    guard: (_state, { step }) => schedule !== null && step.schedule === scheduleKey(schedule),
    async perform(_state, { step }, { now, signal }) {
      const period = turnAt(step, now);
      await job.run({ period, now, signal });
      return { period };
    },
    done: (_state, _task, { period }) => successor(period),
    refused: (_state, { step }, _error, now) => successor(turnAt(step, now)),
  };
}

function taskOf(
  job: Job,
  schedule: Schedule,
  { turn, served }: Required<Pick<Step, 'turn' | 'served'>>,
  dueAt = turn,
): NewTask {
  const step: Step = { turn, served, schedule: scheduleKey(schedule) };
  return { id: TASK, kind: `job.${job.name}`, lane: job.lane, dueAt, step, mode: 'arm' };
}

/** Between two looks, a chain that broke (a turn given up after a day) waits for this at most. */
const LOOK_AGAIN_MS = 15 * 60_000;

/**
 * Sees to it that each job has its task; the tick calls it, and it looks once in a while only. Any number of
 * instances may do so at once: there is one task for each job, and one transaction that makes it.
 */
export function createJobKeeper(store: Store, clock: Clock, jobs: readonly Job[]): () => Promise<void> {
  let lookedAt = Number.NEGATIVE_INFINITY;
  return async () => {
    const now = clock.now();
    if (Math.abs(now - lookedAt) < LOOK_AGAIN_MS) return;
    await Promise.all(jobs.map((job) => ensure(store, job, now)));
    lookedAt = now;
  };
}

async function ensure(store: Store, job: Job, now: number): Promise<void> {
  const { schedule } = job;
  if (schedule === null) return;
  const path = taskPath(recordOf(job), TASK);
  const stands = (task: Task<Step> | undefined) =>
    task?.dueAt != null && task.step.schedule === scheduleKey(schedule);
  if (stands((await store.get<Task<Step>>(path))?.data)) return;
  await store.transaction(async (tx) => {
    const task = (await tx.get<Task<Step>>(path))?.data;
    if (stands(task)) return;
    const record = (await tx.get<RecordState>(recordOf(job)))?.data ?? null;
    const broken = task?.step.schedule === scheduleKey(schedule);
    const served = task?.step.served ?? null;
    const turn = broken ? nextTurn(schedule, task.step.turn) : turnAfterChange(schedule, served, now);
    // Before its first turn nothing is owed for the days up to it.
    const settled = served ?? dayOfTurn(schedule, turn - DAY_MS);
    const tasks = [taskOf(job, schedule, { turn, served: settled }, Math.max(turn, now))];
    const events: JobEvent[] = record ? [] : [{ type: 'started', at: now }];
    await commit(tx, recordOf(job), record, { events, tasks }, evolve, now);
  });
}
