import { auditDocument } from '../audit/index.ts';
import { never } from '../platform/errors.ts';
import type { NewTask } from '../tasks/index.ts';
import { anew } from './evolve.ts';
import type {
  ActionItem,
  ActionItemDecision,
  ActionItemEvent,
  Changes,
  Command,
  Field,
  Fields,
  Refusal,
} from './model.ts';
import { actionItemPath } from './records.ts';
import { LONGEST, problemsOf } from './rules.ts';

export type Answer = ActionItemDecision | Refusal;
const NOTHING: ActionItemDecision = { events: [], tasks: [] };
export const isRefusal = (answer: Answer): answer is Refusal => 'refused' in answer;

/**
 * What follows from a command, given the state. Pure. Nothing for what has been carried out already (the same cause, the
 * same turn of the reminder) or changes nothing. `today`: the day in the workspace's zone.
 */
export function decide(command: Command, state: ActionItem | null, now: number, today: string): Answer {
  if (command.type === 'add') return state === null ? add(command, now, today) : NOTHING;
  if (state === null) return { refused: 'gone' };
  if (command.type === 'remind') return remind(command, state, now);
  if (state.heard.includes(command.cause)) return NOTHING;
  switch (command.type) {
    case 'edit':
      return edit(command, state, now, today);
    case 'set-state':
      return setState(command, state, now);
    case 'relate':
      return relate(command, state, now);
    default:
      return never(command);
  }
}

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

function add({ type: _type, ...said }: Of<'add'>, now: number, today: string): Answer {
  const [problem] = Object.values(problemsOf(said, today, null));
  return problem ?? byPerson({ type: 'added', at: now, ...said }, said.id, null, now);
}

function edit(
  { changes, seen, by, cause }: Of<'edit'>,
  state: ActionItem,
  now: number,
  today: string,
): Answer {
  const wanted = changesOf(changes, state);
  if (Object.keys(wanted).length === 0) return NOTHING;
  if (seen !== null && seen !== state.revision) return { refused: 'changed-meanwhile' };
  const [problem] = Object.values(problemsOf(changes, today, state));
  return (
    problem ??
    byPerson({ type: 'edited', at: now, changes: wanted, by, cause }, state.id, state.reminder, now)
  );
}

/** Only what differs. */
function changesOf(changes: Partial<Fields>, state: Fields): Changes {
  const fields = (Object.keys(changes) as Field[]).filter(
    (field) => JSON.stringify(changes[field]) !== JSON.stringify(state[field]),
  );
  return Object.fromEntries(fields.map((field) => [field, { from: state[field], to: changes[field] }]));
}

function setState({ to, reason, by, cause }: Of<'set-state'>, state: ActionItem, now: number): Answer {
  if (to === state.state) return NOTHING;
  const said = reason?.trim() || null;
  if (to === 'dropped' && said === null) return { refused: 'reason-needed' };
  if ((said?.length ?? 0) > LONGEST.reason) return { refused: 'reason-long', length: said?.length ?? 0 };
  return byPerson(
    { type: 'state-changed', at: now, to, reason: said, by, cause },
    state.id,
    state.reminder,
    now,
  );
}

function relate({ incidents, postmortem, by, cause }: Of<'relate'>, state: ActionItem, now: number): Answer {
  const more = anew(state, incidents);
  if (more.length === 0 && (postmortem === null || postmortem === state.postmortem)) return NOTHING;
  return byPerson({ type: 'related', at: now, incidents: more, postmortem, by, cause }, state.id, null, now);
}

function remind({ period, reminder }: Of<'remind'>, state: ActionItem, now: number): Answer {
  if (!state.unfinished || (state.remindedAt ?? Number.NEGATIVE_INFINITY) >= period) return NOTHING;
  return { events: [{ type: 'reminded', at: now, period, reminder }], tasks: [] };
}

type PersonEvent = Exclude<ActionItemEvent, { type: 'reminded' }>;

/** `reminder`: the one that shows it, which then follows. */
function byPerson(event: PersonEvent, id: string, reminder: string | null, now: number): ActionItemDecision {
  const { by, type } = event;
  const record = actionItemPath(id);
  const action = `action-item.${type === 'state-changed' ? event.to : type}`;
  const via = by.via && { via: by.via };
  const entry = { at: now, by: by.user, name: by.name, ...via, action, record, target: id };
  return { events: [event], tasks: reminder ? [followTask(now)] : [], pointers: [auditDocument(entry)] };
}

/** One task for many causes: the reminder that showed the item last is made to show it as it stands. */
const followTask = (now: number): NewTask => ({
  id: 'follow',
  kind: 'action-item.follow',
  lane: 'work',
  dueAt: now,
  step: {},
  mode: 'arm',
});
