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
      return { ...state, told: event.told };
    case 'called': {
      const { called, next, at } = event;
      const late = state.late || ['climb', 'again', 'lapsed'].includes(called.cause);
      const added = [...state.called, called];
      return { ...ping(state, called.user, at), called: added, next, exhausted: false, late };
    }
    case 'postponed':
      return { ...state, next: event.next };
    case 'posted':
      return { ...state, posts: [...state.posts, event.post] };
    case 'acknowledged':
      return acknowledged(state, event);
    case 'extended':
      return { ...state, until: event.until, check: { at: event.until, asked: 0 } };
    case 'alive':
      return {
        ...state,
        check: checkFrom(state, Math.max(event.at, (state.until ?? 0) - (state.checkAfter ?? 0))),
      };
    case 'asked':
      return { ...state, until: null, check: { at: event.again, asked: (state.check?.asked ?? 0) + 1 } };
    case 'lapsed':
      return released(state);
    case 'declined': {
      const held = state.holder?.user === event.user;
      return { ...(held ? released(state) : state), declined: [...state.declined, event.user] };
    }
    case 'handed': {
      // Who hands it on has no part in it any more, as if they had declined; who gets it has one again.
      const declined = state.declined.filter((user) => user !== event.to && user !== event.by);
      return { ...released(state), declined: [...declined, event.by] };
    }
    case 'exhausted':
      return { ...state, exhausted: true, late: true, next: null };
    case 'nudged':
      return ping(hear(state, event.cause), event.whom, event.at);
    case 'signalled':
      return { ...state, signals: [...state.signals, { call: event.call, ok: event.ok }] };
    case 'heard':
      return hear(state, event.cause);
    case 'unreachable':
      return { ...state, unreachable: event.reason };
    case 'done': {
      const doneBy = { user: event.user, name: event.name, at: event.at };
      return { ...state, status: 'done', doneBy, next: null, check: null, until: null };
    }
    case 'became-incident': {
      const over = { next: null, check: null, until: null, exhausted: false };
      return { ...state, ...over, status: 'incident', incident: event.incident };
    }
    default:
      return never(event);
  }
}

function received(event: Extract<EscalationEvent, { type: 'received' }>): Escalation {
  const { team, channel, ts, threadTs, asker, words, rota, route, checkAfter, follows, at } = event;
  return {
    ...{ team, channel, ts, threadTs, asker, words, rota, route, checkAfter, follows },
    version: 1,
    status: 'open',
    receivedAt: at,
    called: [],
    next: null,
    pings: {},
    declined: [],
    exhausted: false,
    late: false,
    told: null,
    acknowledgedAt: null,
    holder: null,
    until: null,
    check: null,
    doneBy: null,
    incident: null,
    posts: [],
    signals: [],
    heard: [],
    unreachable: null,
  };
}

function acknowledged(
  state: Escalation,
  { user, name, how, at }: Extract<EscalationEvent, { type: 'acknowledged' }>,
): Escalation {
  const holder = { user, name, at, how };
  return {
    ...state,
    status: 'acknowledged',
    acknowledgedAt: state.acknowledgedAt ?? at,
    holder,
    until: null,
    check: checkFrom(state, at),
    next: null,
    exhausted: false,
  };
}

/** Nobody has it any more. */
const released = (state: Escalation): Escalation => ({
  ...state,
  status: 'open',
  holder: null,
  until: null,
  check: null,
});

const checkFrom = ({ checkAfter }: Escalation, at: number): Escalation['check'] =>
  checkAfter === null ? null : { at: at + checkAfter, asked: 0 };

const ping = (state: Escalation, user: string, at: number): Escalation => ({
  ...state,
  pings: { ...state.pings, [user]: at },
});

function hear(state: Escalation, cause: string): Escalation {
  return { ...state, heard: [...state.heard, cause].slice(-HEARD) };
}
