import type { NewTask } from '../tasks/index.ts';
import type { Called, Escalation, Next } from './model.ts';

const task = (id: string, kind: string, dueAt: number, step: object): NewTask => ({
  id,
  kind: `escalation.${kind}`,
  lane: 'calls',
  dueAt,
  step,
});

/**
 * A call reaches its person two ways: the mention in the thread (the card, or one line below a card that stands there)
 * and a direct message; and by another service where the rung names one. `state` is the one before the call.
 */
export function callTasks(state: Escalation, { via }: Called, now: number): NewTask[] {
  const call = state.called.length;
  const as = state.posts.some((post) => post.kind === 'card') ? 'line' : 'card';
  return [
    task(`mention-${call}`, 'mention', now, { call, as }),
    task(`dm-${call}`, 'dm', now, { call }),
    ...(via === null ? [] : [task(`signal-${call}`, 'signal', now, { call, via })]),
  ];
}

/** The moment of the next rung. `version` of the record makes its id: an older one finds that its moment has passed. */
export const climbTask = (version: number, { at, rung }: Next): NewTask =>
  task(`climb-${version}`, 'climb', at, { rung, at });

/** A second ping and what was written with it; tasks of before have no words. */
export interface Nudge {
  readonly holder: string | null;
  readonly words?: string;
}

/** A second ping goes the same two ways: a guest may not see the thread. */
export function nudgeTasks(cause: string, nudge: Nudge, now: number): NewTask[] {
  return (['nudge', 'nudge-dm'] as const).map((way) => task(`${way}-${cause}`, way, now, nudge));
}

/** A card in the thread that calls nobody. */
export const cardTask = (id: string, now: number): NewTask => task(id, 'card', now, {});

/** A line in the thread that says that nobody is left. */
export const lineTask = (id: string, now: number): NewTask => task(id, 'line', now, {});

/** When the holder will be asked how it goes. */
export const checkTasks = ({ check, version }: Escalation): NewTask[] =>
  check === null ? [] : [task(`check-${version}`, 'check', check.at, { at: check.at })];

/** Every message of ours about this call is brought up to date in place. */
export function refresh(state: Escalation, now: number): NewTask[] {
  return state.posts.map((post) => showTask(post.key, now));
}

export function showTask(key: string, now: number): NewTask {
  return { ...task(`show-${key}`, 'show', now, { key }), lane: 'work', mode: 'arm' };
}

/** The reaction on the asker's own message follows the state. */
export function markTask(now: number): NewTask {
  return { ...task('mark', 'mark', now, {}), lane: 'work', mode: 'arm' };
}
