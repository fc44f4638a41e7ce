import { coveredPlan } from './covered.ts';
import type { Audience, DutyEvent, DutyWatch, Observation, Part, Plan, SayStep, Shift } from './model.ts';

/** Owners hear in working hours, and not of what is further away than until the next morning. */
const AHEAD_MS = 24 * 3_600_000;
/** Later than this it is no morning any more: Toban started late, or a sheet emptied in the evening. */
const MORNING_MS = 3 * 3_600_000;
/** What a call goes by; an empty cell of another column is no gap. */
const COLUMN = 'primary';

/** Each morning before a time that nobody is named for, the rota's owners are told, once for each gap. Pure. */
export function decideMorning(
  sheet: Plan,
  { covers, until }: Pick<Observation, 'covers' | 'until'>,
  state: DutyWatch,
  to: Audience,
  now: number,
): Part {
  const morning = to.morningAt(now);
  if (now < morning || now - morning > MORNING_MS) return { events: [], says: [] };
  const shifts = coveredPlan(sheet, covers)[COLUMN];
  if (!shifts) return { events: [], says: [] };
  const gaps = gapsIn(shifts, now, Math.min(now + AHEAD_MS, until));
  const events: DutyEvent[] = [];
  const says: SayStep[] = [];
  for (const shift of gaps) {
    const key = `morning ${morning} ${shift.end}`;
    if (state.reminded.includes(key)) continue;
    events.push({ type: 'reminded', at: now, key, shift });
    says.push(
      ...to.owners.map(
        (owner): SayStep => ({ to: owner, notice: { kind: 'morning', column: COLUMN, shift } }),
      ),
    );
  }
  return { events, says };
}

/** The times between two instants for which a cell is empty or no row speaks. A duty that is free on purpose is none. */
function gapsIn(shifts: readonly Shift[], from: number, to: number): readonly Shift[] {
  const sorted = [...shifts].sort((a, b) => a.start - b.start);
  const gaps: Shift[] = [];
  let reached = from;
  for (const shift of sorted) {
    if (shift.end <= from || shift.start >= to) continue;
    if (shift.start > reached) gaps.push(hole(reached, shift.start));
    if (shift.kind === 'gap') gaps.push(shift);
    reached = Math.max(reached, shift.end);
  }
  // A column that names nobody at all is none that calls go by.
  if (sorted.length > 0 && reached < to) gaps.push(hole(reached, to));
  return gaps;
}

const hole = (start: number, end: number): Shift => ({
  start,
  end,
  kind: 'gap',
  people: [],
  names: [],
  cell: null,
  cellUrl: null,
  insteadOf: null,
});
