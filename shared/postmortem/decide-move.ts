import { type Answer, NOTHING } from './answer.ts';
import { checklistOf } from './checklist.ts';
import type { Command, Postmortem, State } from './model.ts';
import { movedTasks } from './plan.ts';

/** Where each state leads. */
const STEPS: Readonly<Record<State, readonly State[]>> = {
  draft: ['ready', 'archived'],
  ready: ['draft', 'published', 'archived'],
  published: ['draft', 'archived'],
  archived: ['draft'],
};

/** The states that this one leads to, in the order in which they are offered. */
export const nextStates = (state: State): readonly State[] => STEPS[state];

/** Back from published, out of the archive, or away without being published: that needs a word. */
export const needsReason = (from: State, to: State): boolean =>
  (to === 'draft' && from !== 'ready') || (to === 'archived' && from !== 'published');

/** From one state to another; ready and published only where the whole checklist is done. Pure. */
export function decideMove(
  { to, reason: raw, facts, by }: Extract<Command, { type: 'move' }>,
  state: Postmortem,
  now: number,
): Answer {
  const from = state.state;
  if (to === from) return NOTHING;
  if (!STEPS[from].includes(to)) return { refused: 'no-such-step', from, to };
  const reason = raw?.trim() || null;
  if (reason === null && needsReason(from, to)) return { refused: 'reason-needed', to };
  if (to === 'ready' || to === 'published') {
    const checks = checklistOf(state, facts).filter(({ done }) => !done);
    if (checks.length > 0) return { refused: 'not-complete', checks };
  }
  return {
    events: [{ type: 'moved', at: now, to, reason, by }],
    tasks: movedTasks(state, to, now),
  };
}
