import { samePeople, shiftAt } from './changes.ts';
import { coverBehind, coveredPlan } from './covered.ts';
import type { Audience, DutyEvent, DutyWatch, Observation, Part, Plan, SayStep, Shift } from './model.ts';

/** Later than this it is no reminder any more: Toban started at night, or a sheet edited then, must wake nobody. */
const REMIND_FOR_MS = 4 * 3_600_000;

/** What the turn of a shift brings, and who is reminded of theirs the day before; covers are laid over the sheet. */
export function decideTurns(
  sheet: Plan,
  covers: Observation['covers'],
  state: DutyWatch,
  to: Audience,
  now: number,
): Part {
  const events: DutyEvent[] = [];
  const says: SayStep[] = [];
  const last = coveredPlan(state.plan, state.covers);
  for (const [column, shifts] of Object.entries(coveredPlan(sheet, covers))) {
    const shift = shiftAt(shifts, now);
    const begun = state.begun[column];
    if (shift && begun !== undefined && shift.start > begun) {
      const previous = shiftAt(last[column] ?? [], shift.start - 1);
      events.push({ type: 'shift-began', at: now, column, shift, previous });
      if (!toldByPress(column, shift, covers)) says.push(...turnNotices(column, shift, previous, to));
    }
    for (const next of shifts) {
      const remindAt = next.start > now ? to.remindAt(next.start) : null;
      if (remindAt === null || remindAt > now || now - remindAt > REMIND_FOR_MS) continue;
      if (samePeople(next, shift)) continue;
      const key = `${column} ${next.start} ${next.people.join()}`;
      if (next.people.length === 0 || state.reminded.includes(key)) continue;
      // Whoever agreed after that moment knows; what follows a cover is the rest of a shift that had its reminder.
      const cover = coverBehind(column, next, covers);
      if (cover && cover.since > remindAt) continue;
      if (!cover && samePeople(next, shiftAt(sheet[column] ?? [], next.start - 1))) continue;
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

/** A cover that begins or ends by a press has been told by that: its turn is no second message. */
const toldByPress = (column: string, { start }: Shift, covers: Observation['covers']): boolean =>
  covers.some(
    (one) =>
      one.column === column &&
      ((one.since === one.from && one.from === start) || (one.revoked && one.to === start)),
  );

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

/** At the first look a cover under way is known, not told. */
export function begunBefore({ plan, covers }: Observation, now: number): DutyEvent[] {
  return Object.entries(coveredPlan(plan, covers)).flatMap(([column, shifts]): DutyEvent[] => {
    const shift = shiftAt(shifts, now);
    if (!shift || coverBehind(column, shift, covers) === null) return [];
    return [{ type: 'shift-began', at: now, column, shift, previous: null }];
  });
}
