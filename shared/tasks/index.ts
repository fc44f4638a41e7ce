export { beginning, commit, eventPath, prepare, revived, taskPath } from './commit.ts';
export type { Announcement, Attempt, Fold, Noun, TaskKind } from './kind.ts';
export type { Decision, EventBase, Lane, NewTask, Pointer, RecordState, Task } from './model.ts';
export { LEASE_MS } from './model.ts';
export { findPost, type PostedOnce, postOnce } from './post-once.ts';
export { createJobKeeper, type Job, jobNoun } from './recurring.ts';
export type { AnyNoun } from './run-task.ts';
export { createRunner, type Runner, type Swept } from './runner.ts';
export type { Schedule } from './schedule.ts';
