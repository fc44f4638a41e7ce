import { samePeople, shiftAt } from './changes.ts';
import type { Audience, DutyEvent, DutyWatch, Part, Plan, SayStep, Shift } from './model.ts';

/** Later than this it is no reminder any more: Toban started at night, or a sheet edited then, must wake nobody. */
const REMIND_FOR_MS = 4 * 3_600_000;

/** What the turn of a shift brings, and who is reminded of theirs the day before. */
export function decideTurns(plan: Plan, state: DutyWatch, to: Audience, now: number): Part {
  const events: DutyEvent[] = [];
  const says: SayStep[] = [];
  for (const [column, shifts] of Object.entries(plan)) {
    const shift = shiftAt(shifts, now);
    const begun = state.begun[column];
    if (shift && begun !== undefined && shift.start > begun) {
      const previous = shiftAt(state.plan[column] ?? [], shift.start - 1);
      events.push({ type: 'shift-began', at: now, column, shift, previous });
      says.push(...turnNotices(column, shift, previous, to));
    }
    for (const next of shifts) {
      const remindAt = next.start > now ? to.remindAt(next.start) : null;
      if (remindAt === null || remindAt > now || now - remindAt > REMIND_FOR_MS) continue;
      if (samePeople(next, shift)) continue;
      const key = `${column} ${next.start} ${next.people.join()}`;
      if (next.people.length === 0 || state.reminded.includes(key)) continue;
      events.push({ type: 'reminded', at: now, key, shift: next });
      says.push(
        ...next.people.map(
          (person): SayStep => ({ to: person, notice: { kind: 'reminder', column, shift: next } }),
        ),
      );
    }
  }
  return { events, says };
}

function turnNotices(column: string, shift: Shift, previous: Shift | null, to: Audience): SayStep[] {
  if (samePeople(shift, previous)) return [];
  const begins: SayStep[] = shift.people.map((person) => ({
    to: person,
    notice: { kind: 'begins', column, shift, other: previous?.names.join('、') ?? '' },
  }));
  const ends: SayStep[] = (previous?.people ?? [])
    .filter((person) => !shift.people.includes(person))
    .map((person) => ({
      to: person,
      notice: { kind: 'ends', column, shift, other: shift.names.join('、') },
    }));
  const note: SayStep[] = to.channel
    ? [{ to: to.channel, notice: { kind: 'handover', column, shift, previous } }]
    : [];
  return [...begins, ...ends, ...note];
}
