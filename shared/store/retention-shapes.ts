import type { QueryShape } from './shape.ts';

/** Documents with an instant before another, the oldest first: no index but the one that every field has by itself. */
const oldest = (collection: string, field: string): QueryShape => ({
  collection,
  scope: 'collection',
  where: [{ field, op: '<' }],
  orderBy: [{ field, direction: 'asc' }],
});

/** What may be too old to be kept, by the instant from which it is at least as old as its end. */
export const oldRecords = {
  calls: oldest('escalations', 'receivedAt'),
  incidents: oldest('incidents', 'declaredAt'),
  actionItems: oldest('action-items', 'createdAt'),
  alerts: oldest('alerts', 'closedAt'),
  covers: oldest('overrides', 'until'),
  reminders: oldest('action-reminders', 'period'),
  letters: oldest('dead-letters', 'diedAt'),
  audit: oldest('audit', 'at'),
  readings: { ...oldest('snapshots', 'readAt'), scope: 'group' },
} as const satisfies Readonly<Record<string, QueryShape>>;

const all = (collection: string): QueryShape => ({ collection, scope: 'collection', where: [], orderBy: [] });

/** Gestures that have no instant of their own. */
export const gestures = {
  requests: all('requests'),
  choices: all('choices'),
  hints: all('hints'),
} as const satisfies Readonly<Record<string, QueryShape>>;

const BENEATH = ['events', 'tasks', 'entries', 'versions', 'comments', 'members'] as const;
export type Beneath = (typeof BENEATH)[number];

/** All that lies beneath one document, by collection. */
export const allBeneath = Object.fromEntries(BENEATH.map((name) => [name, all(name)])) as Readonly<
  Record<Beneath, QueryShape>
>;

/** What was begun to be removed and is not finished. */
export const unfinishedRemovals: QueryShape = all('removals');

/** The lines of an incident's timeline, also those that are not shown. */
export const timelineRecords: QueryShape = {
  collection: 'timeline-entries',
  scope: 'collection',
  where: [{ field: 'incident', op: '==' }],
  orderBy: [],
};

/** What each night removed, the latest first. */
export const removalsDone: QueryShape = {
  collection: 'retention-runs',
  scope: 'collection',
  where: [],
  orderBy: [{ field: 'period', direction: 'desc' }],
};

export const retentionShapes: readonly QueryShape[] = [
  ...Object.values(oldRecords),
  ...Object.values(gestures),
  ...Object.values(allBeneath),
  unfinishedRemovals,
  timelineRecords,
  removalsDone,
];
