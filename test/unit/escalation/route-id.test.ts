import { expect, test } from 'vitest';
import { RouteConfig } from '../../../shared/escalation/index.ts';
import { directRoutes } from '../../../shared/escalation/route.ts';
import { routeById } from '../../../shared/escalation/route-id.ts';

const route = (more: object = {}) => RouteConfig.parse({ channel: 'C0HELP', rota: 'mobility', ...more });

test('a route keeps its id whatever its ladder and the order of its triggers', () => {
  const before = route({ triggers: { keywords: ['至急', '電池'] } });
  const after = route({
    triggers: { keywords: ['電池', '至急'] },
    ladder: [{ to: 'fallback' }],
    name: '電池',
  });
  expect(after.id).toBe(before.id);
});

test.each([
  { channel: 'C0OTHER' },
  { rota: 'billing' },
  { triggers: { keywords: ['x'] } },
  { triggers: { bots: ['B01'] } },
])('what listens to something else is another route: %j', (more) =>
  expect(route(more).id).not.toBe(route().id),
);

test('an id of its own names it, and the calls from before still find it', () => {
  const named = route({ id: 'bikes' });
  expect(named.id).toBe('bikes');
  expect(routeById([route({ channel: 'C0A' }), named], 'bikes')).toBe(named);
  expect(routeById([route({ channel: 'C0A' }), named], route().id)).toBe(named);
  expect(routeById([named], 'scooters')).toBeNull();
});

test('whoever writes directly chooses between routes that differ in what they read', () => {
  const routes = [
    route(),
    route({ channel: 'C0B' }),
    route({ name: '電池' }),
    route({ rota: 'x', triggers: { direct: false } }),
  ];
  expect(directRoutes(routes)).toEqual([routes[0], routes[2]]);
});
