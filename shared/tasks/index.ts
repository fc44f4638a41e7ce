export { beginning, commit, type Evolve, eventPath, prepare, revived, taskPath } from './commit.ts';
export type { Announcement, Attempt, Fold, Noun, TaskKind } from './kind.ts';
export type { Decision, EventBase, Lane, NewTask, Outcome, Pointer, RecordState, Task } from './model.ts';
export { KEEP_TRYING_MS, LEASE_MS } from './model.ts';
export { findPost, type PostedOnce, postOnce } from './post-once.ts';
export { createJobKeeper, type Job, type JobNoun, jobNoun, type Turn } from './recurring.ts';
export type { AnyNoun, TaskParts } from './run-task.ts';
export { createRunner, type Runner, type Swept } from './runner.ts';
export type { Schedule } from './schedule.ts';
