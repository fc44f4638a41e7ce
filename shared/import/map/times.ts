import type { Cell } from './columns.ts';
import type { DraftSettings, Refusal, Remark, Times } from './draft.ts';
import { readDuration } from './duration.ts';
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
 * The milestones of a row. A range gives begin and end. How long it took gives the end where nothing else does. A day without an hour places the incident and is no milestone: the
 * numbers made of it would be wrong by hours. Pure.
 */
export function timesOf(
  cells: (target: Milestone | 'duration') => readonly Cell[],
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
    const cell = timeCell(cells(field));
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
  const [took] = cells('duration');
  const from = times.started ?? times.detected;
  if (took) {
    const ms = readDuration(took.value, took.column);
    const until = from !== undefined && ms !== null ? from + ms : null;
    if (until !== null && times.resolved === undefined && until <= now) times.resolved = until;
    else {
      // A time of its own says it better; nothing is lost.
      notes.push(took);
      if (ms === null) remarks.push({ about: 'duration-unread', ...took });
    }
  }
  const known = times.detected ?? times.started ?? times.resolved;
  if (known === undefined && days.length === 0 && refusals.length === 0) refusals.push({ why: 'no-when' });
  const day = known === undefined && days.length > 0 ? Math.min(...days) : null;
  return { times, day, refusals, remarks, notes };
}

const CLOCK = /^(?:午前|午後)?\s?\d{1,2}(?:[:：]\d{2}(?:[:：]\d{2})?|時(?:\d{1,2}分|半)?)$/;
/** An hour alone: the day stands in another column. */
export const isClock = (value: string): boolean => CLOCK.test(value.normalize('NFKC').trim());

/** The first cell of a time; an hour that stands in a column of its own belongs to the day beside it. */
function timeCell(cells: readonly Cell[]): Cell | undefined {
  const [day, hour] = [cells.find(({ value }) => !isClock(value)), cells.find(({ value }) => isClock(value))];
  if (!day || !hour || /[:：時]/.test(day.value)) return day ?? hour;
  return { column: `${day.column}・${hour.column}`, value: `${day.value} ${hour.value}` };
}
