import { type DutyStep, dutySteps } from '../severity/index.ts';
import { type Answer, NOTHING } from './answer.ts';
import type { Command, Incident } from './model.ts';
import type { DutyDone } from './parts.ts';
import { dutiesTask } from './plan.ts';
import type { Settings } from './settings.ts';

/** A step of a legal duty, with whoever has done it. */
export interface DutyItem extends DutyStep {
  readonly done: DutyDone | null;
}

/** Whom the law wants to be told of this incident, by when, and what of it is done: what is due first comes first. */
export function dutyItems(
  {
    facts,
    dutySince,
    dutyDone,
    declaredAt,
  }: Pick<Incident, 'facts' | 'dutySince' | 'dutyDone' | 'declaredAt'>,
  { severity }: Pick<Settings, 'severity'>,
): readonly DutyItem[] {
  const ticked = facts.duties.map((id) => ({ id, since: dutySince[id] ?? declaredAt }));
  return dutySteps(ticked, severity.duties).map((step) => ({ ...step, done: dutyDone[step.key] ?? null }));
}

/** `done` is all that is ticked now: what is not in it is open again. */
export function tickDuties(
  { by, done }: Extract<Command, { type: 'tick-duties' }>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const known = dutyItems(state, settings).map(({ key }) => key);
  const ticked = known.filter((key) => done.includes(key));
  const before = known.filter((key) => state.dutyDone[key]);
  if (ticked.join() === before.join()) return NOTHING;
  return {
    events: [{ type: 'duties-ticked', at: now, by, done: ticked }],
    tasks: state.room ? [dutiesTask(now)] : [],
  };
}

/** One step is done, or is open again; the others stay as they are. */
export function tickDuty(
  { key, done, by, cause }: Extract<Command, { type: 'tick-duty' }>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const others = Object.keys(state.dutyDone).filter((one) => one !== key);
  return tickDuties(
    { type: 'tick-duties', done: done ? [...others, key] : others, by, cause },
    state,
    now,
    settings,
  );
}

/** The step that is to be reminded of next: the first that is open and has a term. */
export const nextDue = (items: readonly DutyItem[], after = 0): DutyItem | null =>
  items.find(({ by, done }) => done === null && by !== null && by > after) ?? null;
