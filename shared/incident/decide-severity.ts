import { type Assessment, assess, type Facts, graver, type Severity } from '../severity/index.ts';
import { type Answer, after, isRefusal, NOTHING, wantedAnew } from './answer.ts';
import type { Command, Incident, IncidentEvent } from './model.ts';
import type { Person } from './parts.ts';
import { callInTasks, callTasks, dutiesTask, inviteTasks, refresh, refreshAll } from './plan.ts';
import type { Settings } from './settings.ts';

type Of<T extends Command['type']> = Extract<Command, { type: T }>;

export function changeImpact(
  command: Of<'set-impact'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const facts: Facts = { ...state.facts, ...command.facts };
  if (same(facts, state.facts)) return NOTHING;
  const answer = reassess([{ type: 'impact-changed', at: now, by: command.by, facts }], state, now, settings);
  if (isRefusal(answer) || !state.room || same(facts.duties, state.facts.duties)) return answer;
  return { ...answer, tasks: [...answer.tasks, dutiesTask(now)] };
}

export function addInquiries(
  command: Of<'add-inquiries'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const { by, count, ticket } = command;
  if (ticket && state.tickets.includes(ticket)) return { refused: 'ticket-known' };
  if (state.facts.inquiries + count < 0) return { refused: 'below-zero', count: state.facts.inquiries };
  if (count === 0) return NOTHING;
  return reassess([{ type: 'inquiries-added', at: now, by, count, ticket }], state, now, settings);
}

/** A call that joins brings its inquiry, and whoever asked, with it. */
export function linkCall(command: Of<'link-call'>, state: Incident, now: number, settings: Settings): Answer {
  const { call, asker } = command;
  if (state.calls.some(({ record }) => record === call.record)) return NOTHING;
  const events: IncidentEvent[] = [
    { type: 'call-linked', at: now, call },
    { type: 'inquiries-added', at: now, by: null, count: 1, ticket: null },
  ];
  const wanted = asker ? wantedAnew(state, [{ ...asker, why: 'asked' }]) : [];
  events.push(...asked(wanted, now));
  const answer = reassess(events, state, now, settings);
  if (isRefusal(answer)) return answer;
  const tasks = [...callTasks(after(state, events), now).slice(-1), ...inviteTasks(wanted, state.room, now)];
  return {
    ...answer,
    tasks: [...answer.tasks, ...tasks.filter(({ id }) => !answer.tasks.some((one) => one.id === id))],
  };
}

export function setAlerts(
  command: Of<'set-alerts'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const facts: Facts = { ...state.facts, alerts: command.alerts };
  if (same(facts, state.facts)) return NOTHING;
  return reassess([{ type: 'impact-changed', at: now, by: null, facts }], state, now, settings);
}

export function overrideSeverity(
  command: Of<'override-severity'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const { by, severity, reason } = command;
  if (!reason) return { refused: 'reason-needed', why: 'override' };
  if (state.override?.severity === severity && state.override.reason === reason) return NOTHING;
  const override = { severity, reason, by, at: now };
  return risen([{ type: 'severity-overridden', at: now, override }], state, severity, now, settings);
}

export function clearOverride(
  command: Of<'clear-override'>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  if (!state.override) return NOTHING;
  const events: IncidentEvent[] = [{ type: 'override-cleared', at: now, by: command.by }];
  return risen(events, state, state.assessment.severity, now, settings);
}

/** After any change of a number: the rules are asked at once. An override stays until somebody clears it. */
function reassess(
  changes: readonly IncidentEvent[],
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const changed = after(state, changes);
  const assessment: Assessment = assess(changed.facts, settings.severity);
  if (same(assessment, state.assessment)) return { events: changes, tasks: refresh(state, now) };
  const events: IncidentEvent[] = [...changes, { type: 'severity-assessed', at: now, assessment }];
  return risen(events, state, state.override?.severity ?? assessment.severity, now, settings);
}

/**
 * Whom the rules call in for a severity: each once in an incident's life, however often it rises, and nobody who leads it
 * or declared it. Their names come with their accounts.
 */
export const namedFor = (
  severity: Severity,
  known: Pick<Incident, 'calledIn' | 'declaredBy' | 'roles'>,
  settings: Settings,
): Person[] =>
  (settings.severity.call[severity] ?? [])
    .filter((user) => !known.calledIn.includes(user) && known.declaredBy?.user !== user)
    .filter((user) => !Object.values(known.roles).some((holder) => holder.user === user))
    .map((user) => ({ user, name: user, why: 'severity' }));

/** Whoever the rules name for a graver severity is called in. */
function risen(
  events: readonly IncidentEvent[],
  state: Incident,
  severity: Severity,
  now: number,
  settings: Settings,
): Answer {
  if (severity === state.severity) return { events, tasks: refresh(state, now) };
  if (!graver(severity, state.severity)) return { events, tasks: refreshAll(state, now) };
  const named = namedFor(severity, state, settings);
  const wanted = wantedAnew(state, named);
  return {
    events: [...events, ...calledIn(named, now), ...asked(wanted, now)],
    tasks: [...refreshAll(state, now), ...inviteTasks(wanted, state.room, now), ...callInTasks(named, now)],
  };
}

export const calledIn = (people: readonly Person[], now: number): IncidentEvent[] =>
  people.length === 0 ? [] : [{ type: 'called-in', at: now, users: people.map(({ user }) => user) }];

const asked = (people: readonly Person[], now: number): IncidentEvent[] =>
  people.length === 0 ? [] : [{ type: 'people-wanted', at: now, people }];

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
