import type { NewTask } from '../tasks/index.ts';
import type { Created, Postmortem, State } from './model.ts';

/** What follows from a postmortem's beginning. */
export const createdTasks = (_created: Pick<Created, 'dueAt' | 'lead'>, _now: number): NewTask[] => [];

/** What of ours shows it is brought up to date in place. */
export const refresh = (_state: Postmortem, _now: number): NewTask[] => [];

export const movedTasks = (_state: Postmortem, _to: State, _now: number): NewTask[] => [];

/** The date is watched by one task, moved with it. */
export const dueTasksFor = (_dueAt: number | null): NewTask[] => [];
