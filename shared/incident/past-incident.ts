import { assess, type Facts, NO_FACTS, type Severity } from '../severity/index.ts';
import { after, isRefusal } from './answer.ts';
import { readField, same } from './correctable.ts';
import { correct } from './decide-correct.ts';
import type { Incident, IncidentEvent } from './model.ts';
import { type Correctable, type Field, MILESTONES, type Over, type Past, type Person } from './parts.ts';
import type { Settings } from './settings.ts';

/** An incident of the past as another system told it, in our terms. User text, not escaped. */
export interface PastIncident {
  /** `notion:0a1b…` */
  readonly externalId: string;
  readonly title: string;
  readonly description: string;
  /** Id of a service in toban.yaml. */
  readonly service: string | null;
  /** Null: what the rules say of the facts. */
  readonly severity: Severity | null;
  readonly closed: boolean;
  readonly times: Over;
  /** Where none of the times says when it was: the beginning of its day, epoch ms. */
  readonly day: number | null;
  /** People without an account here have no id. */
  readonly reporter: Person | null;
  readonly lead: Person | null;
  readonly people: readonly Person[];
  readonly facts: Pick<Facts, 'inquiries' | 'vehicles' | 'users'>;
  readonly drill: boolean;
  /** Whether only its people see it. Decided when it enters; what the source says later changes nothing of that. */
  readonly private: boolean;
  readonly link: string | null;
}

export interface Entering {
  readonly id: string;
  readonly team: string;
  readonly number: number;
  /** Who brings it in. */
  readonly by: Person;
  /** Stands beside a severity that the source states. */
  readonly reason: string;
  readonly now: number;
  readonly settings: Settings;
}

/** What of a past incident is no field that people correct. */
const TOLD = ['reporter', 'lead', 'people', 'status', 'drill', 'link'] as const;
export type PastField = Field | (typeof TOLD)[number];

/**
 * An incident of the past enters, with its number and its times: events and nothing else. No task ever comes of it, so that
 * nobody is called, nothing is posted and no room is opened. Pure.
 */
export function enterPast(past: PastIncident, entering: Entering): readonly IncidentEvent[] {
  const { id, team, by, reason, now, settings, number } = entering;
  const { times, facts: known } = past;
  const facts = { ...NO_FACTS, ...known };
  const declared: IncidentEvent = {
    type: 'declared',
    at: now,
    id,
    team,
    title: past.title,
    description: past.description,
    service: past.service,
    private: past.private,
    drill: past.drill,
    source: 'import',
    by: past.reporter,
    startedAt: times.started ?? null,
    detectedAt: times.detected ?? times.started ?? times.resolved ?? past.day ?? now,
    acknowledgedAt: times.acknowledged ?? null,
    facts,
    calls: [],
    people: past.people,
    over: times,
    past: pastOf(past, entering.settings, by, reason),
    assessment: assess(facts, settings.severity),
  };
  return [declared, { type: 'numbered', at: now, number }];
}

const pastOf = (past: PastIncident, settings: Settings, by: Person, reason: string): Past => ({
  externalId: past.externalId,
  by,
  link: past.link,
  closed: past.closed,
  day: past.day,
  roles: rolesOf(past, settings),
  severity: past.severity && { severity: past.severity, reason },
});

/** Who led it holds the first role, which is the one that leads. */
function rolesOf({ lead }: PastIncident, { incident }: Settings): Past['roles'] {
  const [first] = incident.roles;
  return first && lead ? { [first.id]: lead } : {};
}

/** What the source says otherwise than before, and what of it is not taken over as a person has put it right here since. */
export interface Retold {
  readonly events: readonly IncidentEvent[];
  readonly changed: readonly PastField[];
  readonly kept: readonly PastField[];
}

/** The source was changed since it was last read. No task comes of it, as of a correction. Pure. */
export function retellPast(
  state: Incident,
  before: PastIncident,
  next: PastIncident,
  { by, reason, now, settings }: Pick<Entering, 'by' | 'reason' | 'now' | 'settings'>,
): Retold {
  const [was, is] = [fieldsOf(before, state), fieldsOf(next, state)];
  const differing = (Object.keys(is) as Field[]).filter((field) => !same(was[field], is[field]));
  const kept: PastField[] = differing.filter((field) => !same(readField(state, field), was[field]));
  const changed = differing.filter((field) => !kept.includes(field));
  const set = Object.fromEntries(changed.map((field) => [field, is[field]]));
  const answer = correct({ type: 'correct', set, seen: null, reason, by, cause: '' }, state, now, settings);
  if (isRefusal(answer)) throw new Error(`a row that was checked is refused: ${answer.refused}`);
  const told = TOLD.filter((name) => !same(toldOf(before, name), toldOf(next, name)));
  if (told.length === 0) return { events: answer.events, changed, kept };
  const [first] = settings.incident.roles;
  const holder = first && state.roles[first.id];
  const led = told.includes('lead') && (holder?.name ?? null) === (before.lead?.name ?? null);
  const closed = told.includes('status') && state.status === (before.closed ? 'closed' : 'resolved');
  const retold: IncidentEvent = {
    type: 'retold',
    at: now,
    by,
    declaredBy: told.includes('reporter') ? next.reporter : state.declaredBy,
    people: told.includes('people') ? next.people : state.people,
    ...(led && { roles: rolesOf(next, settings) }),
    ...(closed && { closed: next.closed }),
    drill: next.drill,
    link: next.link,
  };
  const refused = told.filter((name) => (name === 'lead' && !led) || (name === 'status' && !closed));
  const taken = told.filter((name) => !refused.includes(name));
  const events = taken.length > 0 ? [...answer.events, retold] : answer.events;
  // Both must stand in one history.
  after(state, events);
  return { events, changed: [...changed, ...taken], kept: [...kept, ...refused] };
}

/** As the record holds them. */
function fieldsOf(past: PastIncident, state: Incident): Partial<Correctable> {
  const { title, description, service, severity, times, facts } = past;
  const [begin] = state.severities;
  return {
    title,
    description,
    service,
    ...Object.fromEntries(MILESTONES.map((name) => [name, times[name] ?? null])),
    inquiries: facts.inquiries,
    vehicles: facts.vehicles,
    users: facts.users,
    ...(severity && begin && { severities: [{ at: begin.at, severity }] }),
  };
}

function toldOf(past: PastIncident, name: (typeof TOLD)[number]): unknown {
  return name === 'status' ? past.closed : past[name];
}
