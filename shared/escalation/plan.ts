import type { NewTask } from '../tasks/index.ts';
import type { Escalation } from './model.ts';

/** A call reaches its person two ways: the mention in the thread and a direct message. */
export function callTasks(call: number, now: number): NewTask[] {
  return (['mention', 'dm'] as const).map((way) => ({
    id: `${way}-${call}`,
    kind: `escalation.${way}`,
    lane: 'calls',
    dueAt: now,
    step: { call },
  }));
}

/** A second ping goes the same two ways: a guest may not see the thread. */
export function nudgeTasks(cause: string, holder: string | null, now: number): NewTask[] {
  return (['nudge', 'nudge-dm'] as const).map((way) => ({
    id: `${way}-${cause}`,
    kind: `escalation.${way}`,
    lane: 'calls',
    dueAt: now,
    step: { holder },
  }));
}

/** A card in the thread that calls nobody. */
export function cardTask(id: string, now: number): NewTask {
  return { id, kind: 'escalation.card', lane: 'calls', dueAt: now, step: {} };
}

/** Every message of ours about this call is brought up to date in place. */
export function refresh(state: Escalation, now: number): NewTask[] {
  return state.posts.map((post) => showTask(post.key, now));
}

export function showTask(key: string, now: number): NewTask {
  return { id: `show-${key}`, kind: 'escalation.show', lane: 'work', dueAt: now, step: { key }, mode: 'arm' };
}

/** The reaction on the asker's own message follows the state. */
export function markTask(now: number): NewTask {
  return { id: 'mark', kind: 'escalation.mark', lane: 'work', dueAt: now, step: {}, mode: 'arm' };
}
