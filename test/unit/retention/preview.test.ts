import { expect, test } from 'vitest';
import { DAY_MS, type Preview, preview } from '../../../shared/retention/index.ts';
import { AGE, anIncident, build, type CallSpec, NOW } from './world.ts';

test('a preview says why what is old enough stays, and counts no further than it is told to', async () => {
  const specs = [
    anIncident({ open: true }),
    anIncident({ held: true }),
    anIncident({ items: [true] }),
    anIncident({ postmortem: 1 }),
    anIncident({ postmortem: 1, endedDaysAgo: 10 }),
    anIncident({ endedDaysAgo: 500 }),
  ];
  const calls: CallSpec[] = [{ status: 'acknowledged', endedDaysAgo: 400, held: false }];
  const { store } = await build(specs, calls);
  const look = (kind: 'incidents' | 'calls', most = 100): Promise<Preview> =>
    preview(store, kind, AGE, { most, listed: 10 });
  expect(await look('incidents')).toMatchObject({
    ...{ count: 1, more: false, oldest: NOW - 500 * DAY_MS, newest: NOW - 500 * DAY_MS },
    stay: { open: 1, held: 1, 'open-item': 1, shared: 1, belongs: 0 },
  });
  expect((await look('calls')).stay).toMatchObject({ open: 1, belongs: 5 });
  expect(await look('incidents', 2)).toMatchObject({ more: true });
});
