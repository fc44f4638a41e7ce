import { type CommandOf, type EscalationDecision, NOTHING } from '../commands.ts';
import { evolve } from '../evolve.ts';
import { takeTurn } from '../ladder.ts';
import type { CallCause, Escalation, EscalationEvent, Rungs } from '../model.ts';
import { callTasks, cardTask, climbTask, lineTask, markTask, refresh } from '../plan.ts';

/** The same person is pinged at most this often. */
export const PING_GAP_MS = 60_000;

/** A call for help: the first rung is called, or it is told that nobody is, on purpose. */
export function open(command: CommandOf<'open'>, now: number): EscalationDecision {
  const { type: _type, rungs, told, ...opened } = command;
  const received: EscalationEvent = { type: 'received', at: now, ...opened };
  if (told) return { events: [received, { type: 'told', at: now, told }], tasks: [cardTask('card', now)] };
  const call = callNext(evolve(null, received), rungs, 0, 'first', now);
  return { events: [received, ...call.events], tasks: [...call.tasks, markTask(now)] };
}

/** Calls whoever's turn it is, or states that nobody is left. */
export function callNext(
  state: Escalation,
  rungs: Rungs,
  from: number,
  cause: CallCause,
  now: number,
): EscalationDecision {
  const turn = takeTurn(state, rungs, from, cause, now);
  if (!turn) return state.exhausted ? NOTHING : exhaust(state, now);
  const { called, next } = turn;
  const event: EscalationEvent = { type: 'called', at: now, called, next };
  return { events: [event], tasks: [...callTasks(state, called, now), climbTask(state.version, next)] };
}

/** The card says that nobody answered; with a card in the thread already, a line tells whoever asked. */
function exhaust(state: Escalation, now: number): EscalationDecision {
  const id = `end-${state.version}`;
  const told = hasCard(state) ? lineTask(id, now) : cardTask(id, now);
  return { events: [{ type: 'exhausted', at: now }], tasks: [told] };
}

/** The next rung's turn has come, unless it would ping the same person twice within a minute: then it waits. */
export function climb(command: CommandOf<'climb'>, state: Escalation, now: number): EscalationDecision {
  if (state.status !== 'open' || state.next?.rung !== command.rung) return NOTHING;
  const turn = takeTurn(state, command.rungs, command.rung, 'climb', now);
  const free = turn ? (state.pings[turn.called.user] ?? 0) + PING_GAP_MS : 0;
  if (turn && free > now) {
    const next = { at: free, rung: command.rung, name: turn.called.name };
    return {
      events: [{ type: 'postponed', at: now, next }],
      tasks: [climbTask(state.version, next), ...refresh(state, now)],
    };
  }
  const call = callNext(state, command.rungs, command.rung, 'climb', now);
  return { events: call.events, tasks: [...call.tasks, ...refresh(state, now)] };
}

/** Some events, then whoever's turn it is after rung `rung`. */
export function thenCall(
  events: readonly EscalationEvent[],
  state: Escalation,
  rungs: Rungs,
  cause: CallCause,
  now: number,
): EscalationDecision {
  const after = events.reduce<Escalation>(evolve, state);
  const call = callNext(after, rungs, (state.called.at(-1)?.rung ?? -1) + 1, cause, now);
  return {
    events: [...events, ...call.events],
    tasks: [...call.tasks, ...refresh(state, now), markTask(now)],
  };
}

export const hasCard = (state: Escalation): boolean => state.posts.some((post) => post.kind === 'card');
