import { auditShapes } from './audit-shapes.ts';
import { everyDocument, WALKED_COLLECTIONS } from './collections.ts';
import {
  actionItems,
  allSearchEntries,
  incidentsByTag,
  postmortemsByTag,
  searchEntries,
} from './list-shapes.ts';
import { programShapes } from './program-shapes.ts';
import { retentionShapes } from './retention-shapes.ts';
import { beneath, latest, type QueryShape } from './shape.ts';
import { webhooks } from './webhook-shapes.ts';

export {
  actionItems,
  allSearchEntries,
  incidentsByTag,
  postmortemsByTag,
  searchEntries,
} from './list-shapes.ts';
export type { QueryShape } from './shape.ts';

/** Tasks of a lane that are due, oldest first. Tasks that are done have `dueAt: null` and so are never found. */
export const dueTasks: QueryShape = {
  collection: 'tasks',
  scope: 'group',
  where: [
    { field: 'lane', op: '==' },
    { field: 'dueAt', op: '<=' },
  ],
  orderBy: [{ field: 'dueAt', direction: 'asc' }],
};

/** All tasks of one record, in the order they were made. */
export const tasksOfRecord: QueryShape = {
  collection: 'tasks',
  scope: 'collection',
  where: [],
  orderBy: [{ field: 'createdAt', direction: 'asc' }],
};

/** The history of one record, in order. */
export const eventsOfRecord: QueryShape = {
  collection: 'events',
  scope: 'collection',
  where: [],
  orderBy: [{ field: 'seq', direction: 'asc' }],
};

/** An incident's timeline, in order of time from either end: what happened, and what people put there. */
export const timeline = {
  events: { newest: beneath('events', 'desc'), oldest: beneath('events', 'asc') },
  entries: { newest: beneath('entries', 'desc', 'kept'), oldest: beneath('entries', 'asc', 'kept') },
} as const;

/** The readings of a rota that are kept, latest first, up to an instant. */
export const snapshotsOfRota: QueryShape = {
  collection: 'snapshots',
  scope: 'collection',
  where: [{ field: 'readAt', op: '<=' }],
  orderBy: [{ field: 'readAt', direction: 'desc' }],
};

const overridesOf = (...equal: string[]): QueryShape => ({
  collection: 'overrides',
  scope: 'collection',
  where: [...equal.map((field) => ({ field, op: '==' as const })), { field: 'until', op: '>' as const }],
  orderBy: [{ field: 'until', direction: 'asc' }],
});

/** The overrides of a rota that end after an instant, the next to end first: those that stand, or all. */
export const overrides = {
  standing: overridesOf('rota', 'stands'),
  all: overridesOf('rota'),
} as const;

/** The ledger's lists, latest first. */
export const calls = {
  all: latest('escalations', 'receivedAt'),
  status: latest('escalations', 'receivedAt', 'status'),
  late: latest('escalations', 'receivedAt', 'late'),
  rota: latest('escalations', 'receivedAt', 'rota'),
  rotaStatus: latest('escalations', 'receivedAt', 'rota', 'status'),
  rotaLate: latest('escalations', 'receivedAt', 'rota', 'late'),
} as const;

/** The same before an instant. */
export const callsBefore = {
  all: before(calls.all),
  status: before(calls.status),
  late: before(calls.late),
  rota: before(calls.rota),
  rotaStatus: before(calls.rotaStatus),
  rotaLate: before(calls.rotaLate),
} as const satisfies Readonly<Record<keyof typeof calls, QueryShape>>;

function before(shape: QueryShape): QueryShape {
  return { ...shape, where: [...shape.where, { field: 'receivedAt', op: '<' }] };
}

/** Every record of which the figures are made, newest first. */
export const countedRecords = {
  incidents: latest('incidents', 'declaredAt'),
  postmortems: latest('postmortems', 'createdAt'),
  actionItems: latest('action-items', 'createdAt'),
} as const;

/** Summaries that have changed since their month was rolled up, newest first; and the months. */
export const summaries = {
  changes: latest('summary-changes', 'changedAt'),
  months: latest('summary-months', 'month'),
} as const;

/** The calls of a rota before an instant, latest first. */
export const callsOfRota: QueryShape = {
  collection: 'escalations',
  scope: 'collection',
  where: [
    { field: 'rota', op: '==' },
    { field: 'receivedAt', op: '<' },
  ],
  orderBy: [{ field: 'receivedAt', direction: 'desc' }],
};

/** Tasks of any record that were given up, latest first. */
export const failedTasks: QueryShape = {
  collection: 'tasks',
  scope: 'group',
  where: [{ field: 'failedAt', op: '>' }],
  orderBy: [{ field: 'failedAt', direction: 'desc' }],
};

/** Messages that the bus gave up, latest first. */
export const deadLetters: QueryShape = latest('dead-letters', 'diedAt');

/** Incidents under way, newest first. */
export const openIncidents: QueryShape = {
  collection: 'incidents',
  scope: 'collection',
  where: [
    { field: 'team', op: '==' },
    { field: 'open', op: '==' },
  ],
  orderBy: [{ field: 'declaredAt', direction: 'desc' }],
};

/** The same, of one service. */
export const openIncidentsOfService: QueryShape = {
  collection: 'incidents',
  scope: 'collection',
  where: [
    { field: 'service', op: '==' },
    { field: 'open', op: '==' },
  ],
  orderBy: [{ field: 'declaredAt', direction: 'desc' }],
};

/** The playings of runbooks for one incident, latest first. */
export const runsOfIncident: QueryShape = latest('runs', 'startedAt', 'incident');

/** The playings of one runbook, latest first. */
export const runsOfRunbook: QueryShape = latest('runs', 'startedAt', 'runbook.id');

/** The alerts beneath one card that have not ended, newest first. */
export const openMembers: QueryShape = {
  collection: 'members',
  scope: 'collection',
  where: [{ field: 'open', op: '==' }],
  orderBy: [{ field: 'openedAt', direction: 'desc' }],
};

/** Who saved one section of a postmortem when, latest first. */
export const savesOfSection: QueryShape = beneath('events', 'desc', 'type', 'section');

/** What people said about a postmortem, in order. */
export const commentsOfPostmortem: QueryShape = beneath('comments', 'asc');

/**
 * Every query the system makes, declared once. This list makes the composite indexes (firestore.indexes.json,
 * Terraform), and SQLite refuses a shape that is not in it: what works on the laptop works in production.
 */
export const queryShapes: readonly QueryShape[] = [
  dueTasks,
  tasksOfRecord,
  eventsOfRecord,
  snapshotsOfRota,
  ...Object.values(overrides),
  ...Object.values(calls),
  ...Object.values(callsBefore),
  ...Object.values(countedRecords),
  ...Object.values(summaries),
  callsOfRota,
  failedTasks,
  deadLetters,
  ...auditShapes,
  ...programShapes,
  ...retentionShapes,
  ...Object.values(webhooks),
  openIncidents,
  openIncidentsOfService,
  incidentsByTag,
  ...Object.values(timeline.events),
  ...Object.values(timeline.entries),
  openMembers,
  ...Object.values(actionItems),
  postmortemsByTag,
  searchEntries,
  allSearchEntries,
  savesOfSection,
  commentsOfPostmortem,
  runsOfIncident,
  runsOfRunbook,
  ...[...WALKED_COLLECTIONS, 'erasure-subjects'].map(everyDocument),
];
