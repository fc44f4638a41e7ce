import { indexBy } from '../search-index/index.ts';
import { followBy, type Summary } from '../summary/index.ts';
import type { Fold } from '../tasks/index.ts';
import { evolve } from './evolve.ts';
import type { Incident, IncidentEvent, Status } from './model.ts';
import { announce } from './news.ts';
import { MILESTONES, type Milestone, type Milestones } from './parts.ts';
import { mayTell } from './policy.ts';
import { describeIncident } from './search.ts';

/** What the figures know of an incident; numbers are made of its milestones when somebody looks, never kept. */
export type CountedIncident = Pick<
  Incident,
  'id' | 'declaredAt' | 'service' | 'severity' | 'status' | 'milestones'
>;

/** Ms after the declare; false: does not apply; null: not reached. */
type Time = number | false | null;
type Row = readonly [
  service: string | null,
  severity: Incident['severity'],
  status: Status,
  times: readonly Time[],
];

/** Null for what is not counted: drills, and what is private. */
export function incidentSummary(state: Incident): Summary | null {
  if (mayTell(state, 'numbers') !== 'all') return null;
  const { id, declaredAt, service, severity, status, milestones } = state;
  const times = MILESTONES.map((name): Time => {
    const stamp = milestones[name];
    if (!stamp) return null;
    return stamp.at === null ? false : stamp.at - declaredAt;
  });
  const row: Row = [service, severity, status, times];
  return { id, at: declaredAt, row: JSON.stringify(row) };
}

/** The other way round. */
export function countedIncident({ id, at, row }: Summary): CountedIncident {
  const [service, severity, status, times] = JSON.parse(row) as Row;
  const stamps = MILESTONES.flatMap((name, i): [Milestone, Milestones[Milestone]][] => {
    const time = times[i] ?? null;
    return time === null ? [] : [[name, { at: time === false ? null : at + time, how: 'recorded' }]];
  });
  return { id, declaredAt: at, service, severity, status, milestones: Object.fromEntries(stamps) };
}

const count = followBy('incident', incidentSummary);
const index = indexBy('incident', describeIncident);

/** The fold of what was brought in from another system: the figures and the search follow it, and nobody hears of it. */
export const quietFold: Fold<Incident, IncidentEvent> = {
  evolve,
  follow: (before, after, now) => [...count(before, after, now), ...index(before, after)],
};

/** The fold of the record, and what others hear of it besides. */
export const fold: Fold<Incident, IncidentEvent> = { ...quietFold, announce };
