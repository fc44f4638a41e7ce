import { type Incident, STATUSES, type Status } from './model.ts';
import type { Milestone, Milestones, Stamp } from './parts.ts';

/** What reaching a status records. */
const REACHED: Readonly<Partial<Record<Status, Milestone>>> = {
  investigating: 'acknowledged',
  fixing: 'identified',
  resolved: 'resolved',
};

/** Milestones that lie ahead of each status: going back to it takes them away again. */
const AHEAD: Readonly<Record<Status, readonly Milestone[]>> = {
  detected: ['identified', 'mitigated', 'resolved'],
  investigating: ['identified', 'mitigated', 'resolved'],
  fixing: ['mitigated', 'resolved'],
  resolved: [],
  closed: [],
};

/** The status that follows; null at the end. */
export const nextStatus = (status: Status): Status | null => STATUSES[STATUSES.indexOf(status) + 1] ?? null;

export const isBack = (from: Status, to: Status): boolean => STATUSES.indexOf(to) < STATUSES.indexOf(from);

/**
 * The milestones after a change of status. What is reached is kept at its first time, and as it was corrected. Going back
 * takes away what lies ahead again, also what was corrected, since it turned out not to be reached: the history keeps it.
 * That one does not apply at all stays said.
 */
export function stampsAfter(
  state: Pick<Incident, 'milestones' | 'status'>,
  to: Status,
  now: number,
): Milestones {
  const reached = REACHED[to];
  const kept = isBack(state.status, to) ? dropped(state.milestones, AHEAD[to]) : state.milestones;
  const stamps: Partial<Record<Milestone, Stamp>> = { ...kept };
  if (reached && !stamps[reached]) stamps[reached] = { at: now, how: 'recorded' };
  // Somebody who fixes or resolves has it in hand, and what is resolved no longer hurts.
  if (to !== 'detected' && !stamps.acknowledged) stamps.acknowledged = { at: now, how: 'implied' };
  if (to === 'resolved' && !stamps.mitigated) stamps.mitigated = { at: now, how: 'implied' };
  return stamps;
}

function dropped(milestones: Milestones, ahead: readonly Milestone[]): Milestones {
  const entries = Object.entries(milestones) as [Milestone, Stamp][];
  return Object.fromEntries(entries.filter(([name, { at }]) => at === null || !ahead.includes(name)));
}
