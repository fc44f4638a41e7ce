import type { Cell } from './columns.ts';
import type { DraftSettings, Refusal, Remark, Times } from './draft.ts';
import { readWhen } from './when.ts';

const MILESTONES = ['started', 'detected', 'acknowledged', 'identified', 'mitigated', 'resolved'] as const;
type Milestone = (typeof MILESTONES)[number];

export interface ReadTimes {
  readonly times: Times;
  readonly day: number | null;
  readonly refusals: readonly Refusal[];
  readonly remarks: readonly Remark[];
  /** Cells of which not all is kept as a time. */
  readonly notes: readonly Cell[];
}

/**
 * The milestones of a row. A range gives begin and end. A day without an hour places the incident and is no milestone: the
 * numbers made of it would be wrong by hours. Pure.
 */
export function timesOf(
  cells: (target: Milestone) => readonly Cell[],
  { mapping, now }: DraftSettings,
  /** What a history of states says; a column of its own says it better. */
  reached: Times = {},
): ReadTimes {
  const times: Partial<Record<Milestone, number>> = { ...reached };
  const days: number[] = [];
  const refusals: Refusal[] = [];
  const remarks: Remark[] = [];
  const notes: Cell[] = [];
  for (const field of MILESTONES) {
    const [cell] = cells(field);
    if (!cell) continue;
    const when = readWhen(cell.value, mapping);
    if (when === null) continue;
    if (typeof when === 'string') refusals.push({ why: when, ...cell });
    else if (Math.max(when.start, when.end ?? 0) > now) refusals.push({ why: 'in-the-future', ...cell });
    else if (!when.hour) {
      days.push(when.start);
      remarks.push({ about: 'day-only', field, column: cell.column });
      notes.push(cell);
    } else {
      times[field] = when.start;
      if (field === 'started' && when.end !== null) times.resolved = when.end;
    }
  }
  const known = times.detected ?? times.started ?? times.resolved;
  if (known === undefined && days.length === 0 && refusals.length === 0) refusals.push({ why: 'no-when' });
  const day = known === undefined && days.length > 0 ? Math.min(...days) : null;
  return { times, day, refusals, remarks, notes };
}
