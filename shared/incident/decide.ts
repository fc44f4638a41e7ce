import { never } from '../platform/errors.ts';
import { assess } from '../severity/index.ts';
import { type Answer, isRefusal, NOTHING, wantedAnew } from './answer.ts';
import { correct } from './decide-correct.ts';
import { freeRole, giveRole, neededFree } from './decide-roles.ts';
import {
  addInquiries,
  calledIn,
  changeImpact,
  clearOverride,
  linkCall,
  namedFor,
  overrideSeverity,
  setAlerts,
} from './decide-severity.ts';
import { editUpdate, postUpdate } from './decide-updates.ts';
import { tickDuties, tickDuty } from './duties.ts';
import { isBack, stampsAfter } from './milestones.ts';
import type { Command, Incident, IncidentEvent } from './model.ts';
import {
  askRolesTask,
  callInTasks,
  declareTasks,
  enteredTasks,
  inviteTasks,
  numbersTasks,
  postmortemTask,
  refreshAll,
  showTask,
} from './plan.ts';
import { mayChange } from './policy.ts';
import { noteJoined, noteLeft, noteRoom } from './room-state.ts';
import type { Settings } from './settings.ts';

/**
 * What follows from a command, given the state. Pure. Nothing for a command already carried out (the same cause), a
 * refusal for one that the state does not allow.
 */
export function decide(command: Command, state: Incident | null, now: number, settings: Settings): Answer {
  if (command.type === 'declare') return state === null ? declare(command, now, settings) : NOTHING;
  const cause = 'cause' in command ? command.cause : null;
  if (state === null || (cause !== null && state.heard.includes(cause))) return NOTHING;
  if ('by' in command && !mayChange(state, command, settings)) return { refused: 'not-allowed' };
  const answer = carryOut(command, state, now, settings);
  if (cause === null || isRefusal(answer) || answer.events.length === 0) return answer;
  return { ...answer, events: [{ type: 'heard', at: now, cause }, ...answer.events] };
}

function carryOut(
  command: Exclude<Command, { type: 'declare' }>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  switch (command.type) {
    case 'describe':
      return describe(command, state, now);
    case 'set-status':
      return setStatus(command, state, now, settings);
    case 'correct':
      return correct(command, state, now, settings);
    case 'give-role':
      return giveRole(command, state, now, settings);
    case 'free-role':
      return freeRole(command, state, now, settings);
    case 'want-people':
      return wantPeople(command, state, now);
    case 'set-impact':
      return changeImpact(command, state, now, settings);
    case 'tick-duties':
      return tickDuties(command, state, now, settings);
    case 'tick-duty':
      return tickDuty(command, state, now, settings);
    case 'add-inquiries':
      return addInquiries(command, state, now, settings);
    case 'override-severity':
      return overrideSeverity(command, state, now, settings);
    case 'clear-override':
      return clearOverride(command, state, now, settings);
    case 'note-room':
      return noteRoom(command, state, now);
    case 'note-joined':
      return noteJoined(command, state, now);
    case 'note-left':
      return noteLeft(command, state, now);
    case 'note-run': {
      const { type: _type, cause: _cause, ...note } = command;
      return { events: [{ type: 'run-noted', at: now, ...note }], tasks: [] };
    }
    case 'link-call':
      return linkCall(command, state, now, settings);
    case 'set-alerts':
      return setAlerts(command, state, now, settings);
    case 'post-update':
      return postUpdate(command, state, now, settings);
    case 'edit-update':
      return editUpdate(command, state, now, settings);
    default:
      return never(command);
  }
}

function declare(command: Extract<Command, { type: 'declare' }>, now: number, settings: Settings): Answer {
  const { type: _type, ...said } = command;
  const times = [said.startedAt ?? 0, ...Object.values(said.over ?? {})];
  if (times.some((at) => at > now)) return { refused: 'in-the-future' };
  const assessment = assess(said.facts, settings.severity);
  if (said.over) {
    const { over } = said;
    const detectedAt = over.detected ?? over.started ?? over.resolved ?? now;
    const entered: IncidentEvent = { type: 'declared', at: now, ...said, people: [], detectedAt, assessment };
    return { events: [entered], tasks: enteredTasks(now) };
  }
  const known = { calledIn: [], declaredBy: said.by, roles: {} };
  const named = namedFor(assessment.severity, known, settings);
  const people = [...said.people, ...wantedAnew(said, named)];
  const declared: IncidentEvent = {
    type: 'declared',
    at: now,
    ...said,
    people,
    detectedAt: said.detectedAt ?? now,
    assessment,
  };
  return {
    events: [declared, ...calledIn(named, now)],
    tasks: [...declareTasks(command, settings, now), ...callInTasks(named, now)],
  };
}

function describe(command: Extract<Command, { type: 'describe' }>, state: Incident, now: number): Answer {
  const { by, title, description, service } = command;
  if (title === state.title && description === state.description && service === state.service) return NOTHING;
  return {
    events: [{ type: 'described', at: now, by, title, description, service }],
    tasks: [...refreshAll(state, now)],
  };
}

function setStatus(
  command: Extract<Command, { type: 'set-status' }>,
  state: Incident,
  now: number,
  settings: Settings,
): Answer {
  const { by, to, reason } = command;
  if (to === state.status) return NOTHING;
  const back = isBack(state.status, to);
  const ended = state.status === 'resolved' || state.status === 'closed';
  if (back && state.enteredAt !== null) return { refused: 'entered-afterwards' };
  if (back && !reason) return { refused: 'reason-needed', why: ended ? 'reopen' : 'back' };
  if (to === 'closed' && state.status !== 'resolved') return { refused: 'resolve-first' };
  const stamps = stampsAfter(state, to, now);
  return {
    events: [{ type: 'status-changed', at: now, by, to, reason, stamps }],
    tasks: [
      ...refreshAll(state, now),
      ...(to === 'resolved' || hasNumbers(state) ? numbersTasks(state, now) : []),
      ...(to === 'resolved' ? [postmortemTask(now)] : []),
      ...(back && ended && neededFree(state, settings).length > 0
        ? [askRolesTask(now + settings.incident.askForRolesAfter, state.version)]
        : []),
    ],
  };
}

const hasNumbers = ({ posts }: Incident): boolean => posts.some(({ key }) => key === 'numbers');

function wantPeople(
  command: Extract<Command, { type: 'want-people' }>,
  state: Incident,
  now: number,
): Answer {
  const people = wantedAnew(state, command.people);
  if (people.length === 0) return NOTHING;
  return {
    events: [{ type: 'people-wanted', at: now, people }],
    tasks: [...inviteTasks(people, state.room, now), ...(state.room ? [showTask('card', now)] : [])],
  };
}
