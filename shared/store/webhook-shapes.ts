import { latest, type QueryShape } from './shape.ts';

/** Where a workspace's events are sent, latest first; and what was sent to one of them, or all that is too old to keep. */
export const webhooks = {
  ofTeam: latest('webhooks', 'createdAt', 'team'),
  deliveries: latest('webhook-deliveries', 'at', 'webhook'),
  deliveriesIn: latest('webhook-deliveries', 'at', 'webhook', 'status'),
  deliveriesSince: {
    collection: 'webhook-deliveries',
    scope: 'collection',
    where: [
      { field: 'webhook', op: '==' },
      { field: 'status', op: '==' },
      { field: 'at', op: '>=' },
    ],
    orderBy: [{ field: 'at', direction: 'asc' }],
  },
  oldDeliveries: {
    collection: 'webhook-deliveries',
    scope: 'collection',
    where: [{ field: 'at', op: '<' }],
    orderBy: [{ field: 'at', direction: 'asc' }],
  },
} as const satisfies Readonly<Record<string, QueryShape>>;
