import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { countsIn } from '../../../shared/retention/index.ts';
import { countsOf, noteRemoved } from '../../../shared/retention/log.ts';
import type { Kind } from '../../../shared/retention/schemas.ts';
import { every } from '../../../shared/store/every.ts';
import { removalsDone } from '../../../shared/store/retention-shapes.ts';
import { incidentAt, NOW } from './world.ts';

const line = (kind: Kind, ...records: string[]) => ({ kind, records, endedAt: NOW, at: NOW });

test('what went is counted as a preview counts it: each incident, neither reminders as incidents nor requests as calls', () => {
  const counts = countsIn([
    line('incidents', incidentAt(1), 'postmortems/p', 'action-items/a', incidentAt(2), 'escalations/e'),
    line('incidents', 'action-reminders/r'),
    line('calls', 'escalations/f'),
    line('calls', 'requests/r'),
    line('calls', 'hints/h'),
    line('rotaReadings', 'duties/mobility/snapshots/1'),
  ]);
  expect(counts).toEqual({ incidents: 2, calls: 1, rotaReadings: 1 });
  expect(countsIn([line('calls', 'choices/c')])).toEqual({});
});

test('no document of the log grows beyond what one may have, however much goes with an incident', async () => {
  const store = openSqliteStore({ file: ':memory:' });
  const records = Array.from({ length: 1_500 }, (_, i) => incidentAt(i));
  for (let i = 0; i < 10; i += 1)
    await store.transaction(async (tx) =>
      (await noteRemoved(tx, NOW, line('incidents', ...records), 0)).write(),
    );
  const sizes: number[] = [];
  for await (const { data } of every(store, { shape: removalsDone })) sizes.push(JSON.stringify(data).length);
  expect(Math.max(...sizes)).toBeLessThan(1_048_576 / 2);
  expect(await countsOf(store, NOW)).toEqual({ incidents: 15_000 });
  await store.close();
});
