import type { NewTask } from '../tasks/index.ts';
import type { Created, Postmortem, State } from './model.ts';

const task = (
  id: string,
  verb: string,
  dueAt: number,
  step: object = {},
  mode: NewTask['mode'] = 'arm',
): NewTask => ({ id, kind: `postmortem.${verb}`, lane: 'work', dueAt, step, mode });

/** The line in the room of each of its incidents. */
const roomTasks = (incidents: readonly string[], now: number): NewTask[] =>
  incidents.map((incident) => task(`room-${incident}`, 'room', now, { incident }));

/** Whoever is to see to it hears of it. */
export const leadTask = ({ user }: { readonly user: string }, now: number): NewTask =>
  task(`lead-${user}`, 'lead', now, { user });

/** The date is watched by one task, moved with it and by each reminder. */
export const overdueTask = (dueAt: number, at = dueAt, round = 0): NewTask =>
  task('overdue', 'overdue', at, { dueAt, round });

/** What follows from a postmortem's beginning. */
export const createdTasks = (
  { incidents, lead, dueAt }: Pick<Created, 'dueAt' | 'lead' | 'incidents'>,
  now: number,
): NewTask[] => [
  ...roomTasks(incidents, now),
  ...(lead ? [leadTask(lead, now)] : []),
  ...(dueAt === null ? [] : [overdueTask(dueAt)]),
];

/** What of ours shows it is brought up to date in place. */
export const refresh = ({ incidents, state, posts }: Postmortem, now: number): NewTask[] => [
  ...roomTasks(incidents, now),
  ...(state === 'ready' || posts.some(({ key }) => key === 'meeting')
    ? [task('meeting', 'meeting', now)]
    : []),
];

/** Another took its place: armed by nobody else, so that it can stand beside the other's transaction. */
export const asideTasks = ({ incidents, version }: Postmortem, now: number): NewTask[] =>
  incidents.map((incident) => task(`aside-${version}-${incident}`, 'aside', now, { incident }, 'create'));

/** Open again, its date counts again. */
export const movedTasks = (state: Postmortem, to: State, now: number): NewTask[] => [
  ...refresh({ ...state, state: to }, now),
  ...(to === 'published' ? [task('announce', 'announce', now)] : []),
  ...(to === 'draft' && state.dueAt !== null ? [overdueTask(state.dueAt, Math.max(state.dueAt, now))] : []),
];
