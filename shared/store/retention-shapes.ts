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

/** What lies beneath one document, by collection, where nothing else lists all of it. */
export const allBeneath = {
  entries: all('entries'),
  versions: all('versions'),
  members: all('members'),
} as const satisfies Readonly<Record<string, QueryShape>>;

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
  ...Object.values(allBeneath),
  unfinishedRemovals,
  timelineRecords,
  removalsDone,
];
