import { never } from '../platform/errors.ts';
import type { NewTask } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import { takeTurn } from './ladder.ts';
import type { Called, Command, Escalation, EscalationDecision, EscalationEvent, Refusal } from './model.ts';
import { callTasks, cardTask, markTask, nudgeTasks, refresh } from './plan.ts';

/** The same person is pinged in a thread at most this often. */
const PING_GAP_MS = 60_000;

const NOTHING: EscalationDecision = { events: [], tasks: [] };

/**
 * What follows from a command, given the state. Pure. Nothing for a command already carried out (the same cause), a
 * refusal for one that the state does not allow.
 */
export function decide(
  command: Command,
  state: Escalation | null,
  now: number,
): EscalationDecision | Refusal {
  if (command.type === 'open') return state === null ? open(command, now) : NOTHING;
  if (state === null || ('cause' in command && state.heard.includes(command.cause))) return NOTHING;
  return hearing(command, carryOut(command, state, now), now);
}

/** Notes the gesture that is carried out: it may be delivered again when much else has happened since. */
function hearing(
  command: Command,
  answer: EscalationDecision | Refusal,
  now: number,
): EscalationDecision | Refusal {
  // A reaction can be taken away and given again: its cause names more than one gesture.
  if (!('cause' in command) || (command.type === 'acknowledge' && command.how === 'reaction')) return answer;
  const { cause } = command;
  if (isRefusal(answer) || answer.events.length === 0) return answer;
  if (answer.events.some((event) => 'cause' in event && event.cause === cause)) return answer;
  return { ...answer, events: [{ type: 'heard', at: now, cause }, ...answer.events] };
}

function carryOut(
  command: Exclude<Command, { type: 'open' }>,
  state: Escalation,
  now: number,
): EscalationDecision | Refusal {
  switch (command.type) {
    case 'climb':
      return climb(command, state, now);
    case 'acknowledge':
      return acknowledge(command, state, now);
    case 'decline':
      return decline(command, state, now);
    case 'nudge':
      return nudge(command, state, now);
    case 'finish':
      return finish(command, state, now);
    case 'become-incident':
      return becomeIncident(command, state, now);
    default:
      return never(command);
  }
}

export const isRefusal = (answer: EscalationDecision | Refusal): answer is Refusal => 'refused' in answer;

function open(command: Extract<Command, { type: 'open' }>, now: number): EscalationDecision {
  const { type: _type, rungs, tell, ...base } = command;
  const received: EscalationEvent = { type: 'received', at: now, ...base };
  if (tell)
    return { events: [received, { type: 'told', at: now, reason: tell }], tasks: [cardTask('card', now)] };
  const call = callNext(evolve(null, received), rungs, 0, 'first', now);
  return { events: [received, ...call.events], tasks: [...call.tasks, markTask(now)] };
}

/** Calls whoever's turn it is, or states that nobody is left. */
function callNext(
  state: Escalation,
  rungs: Extract<Command, { type: 'open' }>['rungs'],
  from: number,
  cause: Called['cause'],
  now: number,
): EscalationDecision {
  const turn = takeTurn(state, rungs, from, cause, now);
  if (!turn && state.exhausted) return NOTHING;
  if (!turn)
    return { events: [{ type: 'exhausted', at: now }], tasks: [cardTask(`card-${state.version}`, now)] };
  const { called, next } = turn;
  const call = state.called.length;
  const climb: NewTask = {
    id: `climb-${call}`,
    kind: 'escalation.climb',
    lane: 'calls',
    dueAt: next.at,
    step: { rung: next.rung, at: next.at },
  };
  return { events: [{ type: 'called', at: now, called, next }], tasks: [...callTasks(call, now), climb] };
}

function climb(
  command: Extract<Command, { type: 'climb' }>,
  state: Escalation,
  now: number,
): EscalationDecision {
  if (state.status !== 'open' || state.next?.rung !== command.rung) return NOTHING;
  const call = callNext(state, command.rungs, command.rung, 'climb', now);
  return { events: call.events, tasks: [...call.tasks, ...refresh(state, now)] };
}

function acknowledge(
  command: Extract<Command, { type: 'acknowledge' }>,
  state: Escalation,
  now: number,
): EscalationDecision | Refusal {
  const { user, name, how } = command;
  const heldByThem = state.holder?.user === user;
  if (state.incident) return { refused: 'became-incident', incident: state.incident };
  if (state.status === 'done') return heldByThem ? NOTHING : { refused: 'already-done' };
  if (heldByThem) return NOTHING;
  if (state.status === 'acknowledged' && how !== 'taken') {
    return { refused: 'already-acknowledged', by: state.holder?.name ?? '' };
  }
  if (how !== 'taken' && !state.called.some((call) => call.user === user)) return { refused: 'not-called' };
  const inThread = state.posts.some((post) => post.kind === 'thread');
  return {
    events: [{ type: 'acknowledged', at: now, user, name, how }],
    // Acknowledged from the direct message before the thread could be posted: the asker must still see who has it.
    tasks: [
      ...refresh(state, now),
      markTask(now),
      ...(inThread ? [] : [cardTask(`card-ack-${state.version}`, now)]),
    ],
  };
}

function decline(
  command: Extract<Command, { type: 'decline' }>,
  state: Escalation,
  now: number,
): EscalationDecision | Refusal {
  const { user } = command;
  if (state.incident) return { refused: 'became-incident', incident: state.incident };
  if (state.status === 'done') return { refused: 'already-done' };
  if (state.declined.includes(user)) return NOTHING;
  if (state.status === 'acknowledged')
    return { refused: 'already-acknowledged', by: state.holder?.name ?? '' };
  if (!state.called.some((call) => call.user === user)) return { refused: 'not-called' };
  const declined: EscalationEvent[] = [{ type: 'declined', at: now, user }];
  const current = state.called.at(-1);
  if (current?.user !== user) return { events: declined, tasks: refresh(state, now) };
  const after = declined.reduce<Escalation>(evolve, state);
  const call = callNext(after, command.rungs, current.rung + 1, 'declined', now);
  return { events: [...declined, ...call.events], tasks: [...call.tasks, ...refresh(state, now)] };
}

function nudge(
  command: Extract<Command, { type: 'nudge' }>,
  state: Escalation,
  now: number,
): EscalationDecision | Refusal {
  if (state.incident) return { refused: 'became-incident', incident: state.incident };
  if (state.status === 'done') return { refused: 'already-done' };
  if (!state.holder && state.called.length === 0) return { refused: 'nobody-called' };
  if (state.pingedAt > now - PING_GAP_MS) return { refused: 'just-called', at: state.pingedAt };
  const holder = state.holder?.user ?? null;
  return {
    events: [{ type: 'nudged', at: now, user: command.user, cause: command.cause }],
    tasks: nudgeTasks(command.cause, holder, now),
  };
}

function finish(
  command: Extract<Command, { type: 'finish' }>,
  state: Escalation,
  now: number,
): EscalationDecision | Refusal {
  if (state.incident) return { refused: 'became-incident', incident: state.incident };
  if (state.status === 'done') return NOTHING;
  if (state.status === 'open') return { refused: 'not-acknowledged' };
  return {
    events: [{ type: 'done', at: now, user: command.user }],
    tasks: [...refresh(state, now), markTask(now)],
  };
}

/** The call ends here and goes on as an incident; told again when that has its number and its room. */
function becomeIncident(
  { incident }: Extract<Command, { type: 'become-incident' }>,
  state: Escalation,
  now: number,
): EscalationDecision {
  if (state.incident?.label === incident.label && state.incident.room === incident.room) return NOTHING;
  const inThread = state.posts.some((post) => post.kind === 'thread');
  return {
    events: [{ type: 'became-incident', at: now, incident }],
    tasks: [
      ...refresh(state, now),
      markTask(now),
      ...(inThread ? [] : [cardTask(`card-incident-${state.version}`, now)]),
    ],
  };
}
