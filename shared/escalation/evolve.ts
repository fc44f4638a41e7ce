import { never } from '../platform/errors.ts';
import type { Escalation, EscalationEvent } from './model.ts';

const HEARD = 50;

/** Folds one event into the state. Pure: the same events always make the same state. */
export function evolve(before: Escalation | null, event: EscalationEvent): Escalation {
  if (event.type === 'received') return received(event);
  if (before === null) throw new Error(`the first event must be "received", not "${event.type}"`);
  const state: Escalation = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'told':
      return { ...state, told: event.reason };
    case 'called':
      return {
        ...state,
        called: [...state.called, event.called],
        next: event.next,
        pingedAt: event.at,
        exhausted: false,
        late: state.late || event.called.cause === 'climb' || event.called.cause === 'again',
      };
    case 'posted':
      return { ...state, posts: [...state.posts, event.post] };
    case 'acknowledged':
      return {
        ...state,
        status: 'acknowledged',
        holder: { user: event.user, name: event.name, at: event.at, how: event.how },
        next: null,
        exhausted: false,
      };
    case 'declined':
      return { ...state, declined: [...state.declined, event.user] };
    case 'exhausted':
      return { ...state, exhausted: true, late: true, next: null };
    case 'nudged':
      return { ...hear(state, event.cause), pingedAt: event.at };
    case 'heard':
      return hear(state, event.cause);
    case 'unreachable':
      return { ...state, unreachable: event.reason };
    case 'done':
      return { ...state, status: 'done', doneBy: { user: event.user, at: event.at }, next: null };
    case 'became-incident':
      return { ...state, status: 'incident', incident: event.incident, next: null, exhausted: false };
    default:
      return never(event);
  }
}

function received(event: Extract<EscalationEvent, { type: 'received' }>): Escalation {
  const { team, channel, ts, threadTs, asker, words, rota, route, at } = event;
  return {
    version: 1,
    status: 'open',
    team,
    channel,
    ts,
    threadTs,
    asker,
    words,
    rota,
    route,
    receivedAt: at,
    called: [],
    next: null,
    pingedAt: 0,
    declined: [],
    exhausted: false,
    late: false,
    told: null,
    holder: null,
    doneBy: null,
    incident: null,
    posts: [],
    heard: [],
    unreachable: null,
  };
}

function hear(state: Escalation, cause: string): Escalation {
  return { ...state, heard: [...state.heard, cause].slice(-HEARD) };
}
