import { latest, type QueryShape } from './shape.ts';

/** Keys of programs to the API, latest first. */
export const apiTokensOfTeam: QueryShape = latest('api-tokens', 'createdAt', 'team');

/** Keys of requests that nobody has to know any more, the longest ended first. */
export const endedKeys: QueryShape = {
  collection: 'idempotency-keys',
  scope: 'collection',
  where: [{ field: 'endsAt', op: '<=' }],
  orderBy: [{ field: 'endsAt', direction: 'asc' }],
};

export const programShapes: readonly QueryShape[] = [apiTokensOfTeam, endedKeys];
