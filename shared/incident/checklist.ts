import type { Locale } from '../language/index.ts';
import type { Task } from '../tasks/index.ts';
import { explain } from '../war-room/index.ts';
import type { Incident } from './model.ts';
import { incidentText } from './text.ts';

export interface Item {
  /** Id of the task. */
  readonly id: string;
  readonly label: string;
  readonly state: 'done' | 'waiting' | 'failed';
  /** Set where it failed. */
  readonly why: string | null;
  readonly todo: string | null;
  readonly retry: boolean;
  /** Whose invitation it is, and what one types after `/invite`. */
  readonly user: string | null;
  readonly handle: string | null;
  /** A connected administrator's account would have done it. */
  readonly needsAdmin: boolean;
}

/** Tasks that are a declare's side effects; all others (reminders, cards redrawn, looks) are none. */
const SHOWN = [
  'number',
  'channel',
  'rejoin',
  'announce',
  'topic',
  'purpose',
  'card',
  'pin',
  'bookmark',
  'call',
  'duty',
  'group',
  'invite',
  'call-in',
  'update',
];

/** What a declare set going and what came of each: a pure view of the record's tasks, in the order they happen. */
export function checklistOf(
  state: Pick<Incident, 'people' | 'room' | 'open'>,
  tasks: readonly Task[],
  locale: Locale,
): readonly Item[] {
  const shown = tasks.filter((task) => SHOWN.includes(verbOf(task)) && task.outcome !== 'superseded');
  const rank = (task: Task) => SHOWN.indexOf(verbOf(task));
  return [...shown].sort((a, b) => rank(a) - rank(b)).map((task) => itemOf(state, task, locale));
}

/** When something of the checklist will next be tried, other than `self`; null when nothing is under way. Epoch ms. */
export function nextTry(tasks: readonly Task[], self: string): number | null {
  const due = tasks
    .filter((task) => task.id !== self && SHOWN.includes(verbOf(task)))
    .flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
  return due.length === 0 ? null : Math.min(...due);
}

const verbOf = ({ kind }: Task): string => kind.split('.', 2)[1] ?? '';

/** Where the room made earlier is no use now, that counts and not that it was made. */
function lostRoom({ room, open }: Pick<Incident, 'room' | 'open'>, verb: string): string | null {
  if (verb !== 'channel' || !open || !room || room.state === 'open') return null;
  return room.state === 'archived' ? 'is_archived' : 'not_in_channel';
}

function itemOf(state: Pick<Incident, 'people' | 'room' | 'open'>, task: Task, locale: Locale): Item {
  const text = incidentText(locale);
  const verb = verbOf(task);
  const user = verb === 'invite' ? ((task.step as { user?: string }).user ?? null) : null;
  const person = state.people.find((one) => one.user === user);
  const name = person?.name ?? user;
  const handle = person?.handle ?? name;
  const label = verb === 'invite' ? text.invite(name ?? '') : (text.tasks[verb] ?? verb);
  const lost = lostRoom(state, verb);
  const item = { id: task.id, label, user, handle };
  const ended = task.outcome === 'failed' || task.outcome === 'expired';
  if (!ended && lost === null) {
    // A card that was shown once is done, also while it is being redrawn.
    const done = task.outcome === 'done' || task.result !== null;
    const fine = { why: null, todo: null, retry: false, needsAdmin: false };
    return { ...item, state: done ? 'done' : 'waiting', ...fine };
  }
  const reason = lost ?? task.lastError?.reason ?? null;
  const needsAdmin = reason === 'needs-admin' || reason === 'admin-token-lost';
  return { ...item, state: 'failed', ...explain(reason, locale), needsAdmin };
}

export interface Summary {
  readonly done: number;
  readonly all: number;
  readonly failed: readonly Item[];
}

export function summaryOf(items: readonly Item[]): Summary {
  const failed = items.filter(({ state }) => state === 'failed');
  return { done: items.filter(({ state }) => state === 'done').length, all: items.length, failed };
}
