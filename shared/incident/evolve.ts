import { never } from '../platform/errors.ts';
import { revisedBy, writeField } from './correctable.ts';
import type { Incident, IncidentEvent } from './model.ts';
import { type Change, MILESTONES, type Milestones, type Person, type Update } from './parts.ts';
import { tagsOf } from './search-tags.ts';

const HEARD = 100;
const TICKETS = 200;
const UPDATES = 20;
const STEPS = 100;

/** Folds one event into the state. Pure: the same events always make the same state. */
export function evolve(before: Incident | null, event: IncidentEvent): Incident {
  const state = risenTo(fold(before, event), event.at);
  return { ...state, tags: tagsOf(state), revised: revisedBy(before, state) };
}

/** The severity's history goes on by itself, whichever event changed it. */
function risenTo(state: Incident, at: number): Incident {
  const { severity, severities } = state;
  if (severities.at(-1)?.severity === severity) return state;
  return { ...state, severities: [...severities, { at, severity }].slice(-STEPS) };
}

function fold(before: Incident | null, event: IncidentEvent): Incident {
  if (event.type === 'declared') return declared(event);
  if (before === null) throw new Error(`the first event must be "declared", not "${event.type}"`);
  const state: Incident = { ...before, version: before.version + 1 };
  switch (event.type) {
    case 'numbered':
      return { ...state, number: event.number };
    case 'described':
      return { ...state, title: event.title, description: event.description, service: event.service };
    case 'status-changed':
      return {
        ...state,
        status: event.to,
        statusAt: event.at,
        open: event.to !== 'resolved' && event.to !== 'closed',
        milestones: event.stamps,
      };
    case 'corrected':
      return corrected(state, event);
    case 'retold':
      return retold(state, event);
    case 'role-given':
      return { ...state, roles: { ...state.roles, [event.role]: { ...event.to, at: event.at } } };
    case 'role-freed':
      return { ...state, roles: without(state.roles, event.role) };
    case 'impact-changed':
      return { ...state, facts: event.facts, dutySince: dutySince(state, event.facts.duties, event.at) };
    case 'inquiries-added':
      return {
        ...state,
        facts: { ...state.facts, inquiries: state.facts.inquiries + event.count },
        tickets: event.ticket ? [...state.tickets, event.ticket].slice(-TICKETS) : state.tickets,
      };
    case 'severity-assessed':
      return {
        ...state,
        assessment: event.assessment,
        severity: state.override?.severity ?? event.assessment.severity,
      };
    case 'severity-overridden':
      return { ...state, override: event.override, severity: event.override.severity };
    case 'override-cleared':
      return { ...state, override: null, severity: state.assessment.severity };
    case 'call-linked':
      return { ...state, calls: [...state.calls, event.call] };
    case 'people-wanted':
      return { ...state, people: joinPeople(state.people, event.people) };
    case 'room-opened':
    case 'room-changed':
      return { ...state, room: event.room };
    case 'joined':
      return { ...state, joined: [...new Set([...state.joined, event.user])] };
    case 'left':
      return { ...state, joined: state.joined.filter((user) => user !== event.user) };
    case 'duties-ticked':
      return { ...state, dutyDone: dutiesDone(state, event) };
    case 'called-in':
      return { ...state, calledIn: [...state.calledIn, ...event.users] };
    case 'named':
      return { ...state, people: state.people.map((one) => named(one, event)) };
    case 'posted':
      return { ...state, posts: [...state.posts.filter(({ key }) => key !== event.post.key), event.post] };
    case 'update-posted':
      return {
        ...state,
        updates: [...state.updates, event.update].slice(-UPDATES),
        nextUpdateAt: event.update.nextAt,
      };
    case 'update-edited':
      return { ...state, updates: replaced(state.updates, event.update) };
    case 'run-noted':
      return state;
    case 'heard':
      return { ...state, heard: [...state.heard, event.cause].slice(-HEARD) };
    default:
      return never(event);
  }
}

function declared(event: Extract<IncidentEvent, { type: 'declared' }>): Incident {
  const {
    type: _type,
    at,
    by,
    startedAt: _s,
    detectedAt: _d,
    acknowledgedAt: _a,
    assessment,
    over,
    ...rest
  } = event;
  const { past } = rest;
  const milestones = over ? entered(over) : reached(event);
  const since = over ? (noticedAt(milestones) ?? past?.day ?? at) : at;
  const override = past?.severity ? { ...past.severity, by: past.by, at } : null;
  const severity = override?.severity ?? assessment.severity;
  return {
    version: 1,
    ...rest,
    number: null,
    declaredBy: by,
    declaredAt: since,
    enteredAt: over ? at : null,
    status: over ? (past?.closed ? 'closed' : 'resolved') : 'detected',
    open: !over,
    statusAt: over ? (over.resolved ?? since) : at,
    milestones,
    roles: Object.fromEntries(
      Object.entries(past?.roles ?? {}).map(([role, who]) => [role, { ...who, at: since }]),
    ),
    dutySince: Object.fromEntries(rest.facts.duties.map((id) => [id, at])),
    dutyDone: {},
    tickets: [],
    assessment,
    override,
    severity,
    severities: [{ at: since, severity }],
    revised: {},
    room: null,
    joined: [],
    calledIn: [],
    posts: [],
    updates: [],
    nextUpdateAt: null,
    tags: [],
    heard: [],
  };
}

function reached({
  startedAt,
  detectedAt,
  acknowledgedAt,
}: Extract<IncidentEvent, { type: 'declared' }>): Milestones {
  return {
    ...(startedAt !== null && { started: { at: startedAt, how: 'recorded' as const } }),
    detected: { at: detectedAt, how: 'recorded' },
    ...(acknowledgedAt !== null && { acknowledged: { at: acknowledgedAt, how: 'recorded' as const } }),
  };
}

const entered = (over: Readonly<Record<string, number | undefined>>): Milestones =>
  Object.fromEntries(
    MILESTONES.flatMap((name) => {
      const at = over[name];
      return at === undefined ? [] : [[name, { at, how: 'recorded' as const }]];
    }),
  );

/** Where an incident that was entered later stands among the others. */
const noticedAt = ({ detected, started, resolved }: Milestones): number | null =>
  detected?.at ?? started?.at ?? resolved?.at ?? null;

function corrected(before: Incident, event: Extract<IncidentEvent, { type: 'corrected' }>): Incident {
  const { changes, assessment, override, at } = event;
  const put = (state: Incident, { field, to }: Change): Incident => writeField(state, field, to);
  const state = changes.reduce(put, before);
  return {
    ...state,
    declaredAt:
      state.enteredAt === null ? state.declaredAt : (noticedAt(state.milestones) ?? state.declaredAt),
    assessment,
    override,
    severity: override?.severity ?? assessment.severity,
    dutySince: dutySince(before, state.facts.duties, at),
    correctedAt: { ...state.correctedAt, ...Object.fromEntries(changes.map(({ field }) => [field, at])) },
  };
}

function retold(state: Incident, event: Extract<IncidentEvent, { type: 'retold' }>): Incident {
  const { declaredBy, people, roles, closed, drill, link } = event;
  const since = state.declaredAt;
  const held = roles && Object.entries(roles).map(([role, who]) => [role, { ...who, at: since }]);
  return {
    ...state,
    declaredBy,
    people,
    drill,
    ...(held && { roles: Object.fromEntries(held) }),
    ...(closed !== undefined && { status: closed ? ('closed' as const) : ('resolved' as const) }),
    past: state.past ? { ...state.past, link } : null,
  };
}

/** What stays ticked keeps who did it and when. */
function dutiesDone(
  { dutyDone }: Incident,
  { done, by, at }: Extract<IncidentEvent, { type: 'duties-ticked' }>,
): Incident['dutyDone'] {
  return Object.fromEntries(done.map((key) => [key, dutyDone[key] ?? { by, at }]));
}

const named = (one: Person, { user, name }: { user: string; name: string }): Person =>
  one.user === user ? { ...one, name } : one;

/** A duty keeps the time at which it was first ticked: its deadlines count from there. */
function dutySince(state: Incident, duties: readonly string[], at: number): Record<string, number> {
  return Object.fromEntries(duties.map((id) => [id, state.dutySince[id] ?? at]));
}

function joinPeople(known: readonly Person[], more: readonly Person[]): readonly Person[] {
  const fresh = more.filter(({ user }, i) => {
    const earlier = more.findIndex((one) => one.user === user) < i;
    return !earlier && !known.some((one) => one.user === user);
  });
  return [...known, ...fresh];
}

function without<V>(all: Readonly<Record<string, V>>, key: string): Record<string, V> {
  return Object.fromEntries(Object.entries(all).filter(([id]) => id !== key));
}

const replaced = (all: readonly Update[], update: Update): readonly Update[] =>
  all.map((one) => (one.id === update.id ? update : one));
