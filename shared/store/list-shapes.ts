import { latest, type QueryShape } from './shape.ts';

/** Incidents with a tag (a filter, a word, a reader), newest first, before an instant: one index for every filter. */
export const incidentsByTag: QueryShape = {
  collection: 'incidents',
  scope: 'collection',
  where: [
    { field: 'team', op: '==' },
    { field: 'tags', op: 'array-contains' },
    { field: 'declaredAt', op: '<' },
  ],
  orderBy: [{ field: 'declaredAt', direction: 'desc' }],
};

const actionItemsBy = (field: string, direction: 'asc' | 'desc'): QueryShape => ({
  collection: 'action-items',
  scope: 'collection',
  where: [
    { field: 'team', op: '==' },
    { field: 'tags', op: 'array-contains' },
  ],
  orderBy: [{ field, direction }],
});

/** Action items with a tag (a filter, a word, an incident), by each way to sort them. */
export const actionItems = {
  due: actionItemsBy('dueKey', 'asc'),
  priority: actionItemsBy('priorityKey', 'asc'),
  newest: actionItemsBy('createdAt', 'desc'),
  /** Of every team, as the weekly reminder reads them. */
  everyTeam: {
    collection: 'action-items',
    scope: 'collection',
    where: [{ field: 'tags', op: 'array-contains' }],
    orderBy: [{ field: 'dueKey', direction: 'asc' }],
  },
} as const satisfies Readonly<Record<string, QueryShape>>;

/** Postmortems with a tag (a state, a reader), newest first. */
export const postmortemsByTag: QueryShape = {
  collection: 'postmortems',
  scope: 'collection',
  where: [
    { field: 'team', op: '==' },
    { field: 'tags', op: 'array-contains' },
  ],
  orderBy: [{ field: 'createdAt', direction: 'desc' }],
};

/** What has a word of a search, of one kind, newest first. */
export const searchEntries: QueryShape = {
  collection: 'search-entries',
  scope: 'collection',
  where: [
    { field: 'team', op: '==' },
    { field: 'kind', op: '==' },
    { field: 'words', op: 'array-contains' },
  ],
  orderBy: [{ field: 'at', direction: 'desc' }],
};

/** Every entry of the search, as a rebuild compares them. */
export const allSearchEntries: QueryShape = latest('search-entries', 'at');
