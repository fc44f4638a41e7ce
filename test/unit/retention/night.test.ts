import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holdOn, liftHold } from '../../../shared/legal-hold/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { DAY_MS, preview, RetentionConfig } from '../../../shared/retention/index.ts';
import { countsOf } from '../../../shared/retention/log.ts';
import type { Retention } from '../../../shared/retention/model.ts';
import { carryOn } from '../../../shared/retention/night.ts';
import { every } from '../../../shared/store/every.ts';
import type { Store } from '../../../shared/store/port.ts';
import { unfinishedRemovals } from '../../../shared/store/retention-shapes.ts';
import {
  AGE,
  anIncident,
  build,
  type CallSpec,
  callAt,
  clock,
  hold,
  type IncidentSpec,
  incidentAt,
  NOW,
  paths,
  YEAR,
} from './world.ts';

const followed = { calls: YEAR * DAY_MS, incidents: YEAR * DAY_MS, audit: YEAR * DAY_MS };
const state: Retention = { version: 1, followed, waiting: {}, last: null };
const config = RetentionConfig.parse({ calls: '365d', incidents: '365d', audit: '365d' });
const signal = new AbortController().signal;

/** One whole night. */
async function night(store: Store, rules = config, known = state): Promise<void> {
  let at: Parameters<typeof carryOn>[2]['at'] = null;
  do {
    const ctx = { store, clock, config: rules } as Parameters<typeof carryOn>[0];
    at = (await carryOn(ctx, known, { period: NOW, at }, signal)).next;
  } while (at !== null);
}

const days = fc.constantFrom(1, YEAR - 1, YEAR + 1, 3 * YEAR);
/** All that keeps an incident, each by itself: of two reasons the second would prove nothing. */
const OBSTACLES: readonly Partial<IncidentSpec>[] = [
  { open: true },
  { endedDaysAgo: YEAR - 1 },
  { held: true },
  { items: [false, true] },
  { callHeld: true },
];
/** Each alone, and beside one that could go but for the postmortem they share. */
const EXAMPLES = OBSTACLES.flatMap((obstacle): [IncidentSpec[], CallSpec[]][] => [
  [[anIncident(obstacle)], []],
  [[anIncident({ postmortem: 0 }), anIncident({ postmortem: 0, ...obstacle })], []],
]);
const anyIncident: fc.Arbitrary<IncidentSpec> = fc
  .record({
    endedDaysAgo: fc.constantFrom(YEAR + 1, 3 * YEAR),
    items: fc.array(fc.constant(false), { maxLength: 2 }),
    postmortem: fc.option(fc.integer({ min: 0, max: 1 }), { freq: 1 }),
    obstacle: fc.constantFrom({}, {}, {}, ...OBSTACLES),
  })
  .map(({ obstacle, ...free }) => anIncident({ ...free, ...obstacle }));
const anyCall: fc.Arbitrary<CallSpec> = fc.record({
  status: fc.constantFrom('open', 'acknowledged', 'done', 'told'),
  endedDaysAgo: days,
  held: fc.boolean(),
});

/** What must stay, said once more in the plainest words. */
function mayGo(incidents: readonly IncidentSpec[], i: number): boolean {
  const one = incidents[i];
  const together = incidents.filter(
    (other) => other === one || (one?.postmortem != null && other.postmortem === one.postmortem),
  );
  return together.every(
    ({ open, endedDaysAgo, held, items, callHeld }) =>
      !open && endedDaysAgo > YEAR && !held && !callHeld && !items.includes(true),
  );
}
const callGoes = ({ status, endedDaysAgo, held }: CallSpec): boolean =>
  (status === 'done' || status === 'told') && endedDaysAgo > YEAR && !held;

describe('what goes in a night', () => {
  test('is what is old enough and neither open nor held, whole; all else stays whole', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyIncident, { maxLength: 5 }),
        fc.array(anyCall, { maxLength: 4 }),
        async (incidents, calls) => {
          const { store, belongings } = await build(incidents, calls);
          const before = await paths(store);
          const looked = await preview(store, 'incidents', AGE, { most: 100, listed: 100 });
          expect(await paths(store)).toEqual(before);
          await night(store);
          const after = await paths(store);
          for (const [i, own] of belongings.entries()) {
            const goes = mayGo(incidents, i);
            for (const path of own) expect([path, after.has(path)]).toEqual([path, !goes]);
            expect(looked.going.some(({ path }) => path === incidentAt(i))).toBe(goes);
          }
          for (const [i, call] of calls.entries()) expect(after.has(callAt(i))).toBe(!callGoes(call));
          expect(await Array.fromAsync(every(store, { shape: unfinishedRemovals }))).toEqual([]);
          await night(store);
          expect(await paths(store)).toEqual(after);
          await store.close();
        },
      ),
      { examples: EXAMPLES, numRuns: EXAMPLES.length + 10 },
    );
  });

  test('is finished by the next, wherever it was killed; what people can open is whole or gone', async () => {
    const incidents = [anIncident({ postmortem: 0 }), anIncident({ postmortem: 0, items: [] })];
    const calls: CallSpec[] = [{ status: 'done', endedDaysAgo: 400, held: false }];
    const whole = await build(incidents, calls);
    await night(whole.store);
    const wanted = await paths(whole.store);
    let kills = 0;
    for (let kill = 1; ; kill += 2) {
      const { store, belongings } = await build(incidents, calls);
      const died = await night(dying(store, kill)).then(
        () => false,
        () => true,
      );
      const now = await paths(store);
      const roots = belongings.map((own) =>
        own.filter((path) => /^(incidents|postmortems|runs|escalations|action-items)\/[^/]+$/.test(path)),
      );
      for (const own of roots) expect(new Set(own.map((path) => now.has(path))).size).toBe(1);
      await night(store);
      expect(await paths(store)).toEqual(wanted);
      expect(await countsOf(store, NOW)).toEqual({ incidents: 2, calls: 1 });
      await store.close();
      if (!died) break;
      kills += 1;
    }
    expect(kills).toBeGreaterThan(10);
  });

  test('is decided in the transaction: held or opened again a moment before, it stays', async () => {
    for (const meanwhile of [
      (store: Store) => hold(store, incidentAt(0)),
      async (store: Store) => {
        const doc = await store.get<object>(incidentAt(0));
        await store.put(incidentAt(0), { ...doc?.data, open: true });
      },
    ]) {
      const { store, belongings } = await build([anIncident()], []);
      let done = false;
      const racing: Store = {
        ...store,
        transaction: async (body) => {
          if (!done) {
            done = true;
            await meanwhile(store);
          }
          return store.transaction(body);
        },
      };
      await night(racing);
      const after = await paths(store);
      for (const path of belongings[0] ?? []) expect(after.has(path)).toBe(true);
    }
  });

  test('is nothing by a rule that nobody has been told of, and no more than the file says now', async () => {
    const { store } = await build([anIncident()], [{ status: 'done', endedDaysAgo: 400, held: false }]);
    const before = await paths(store);
    await night(store, config, { ...state, followed: {} });
    await night(store, RetentionConfig.parse({}));
    await night(store, RetentionConfig.parse({ calls: '500d', incidents: '9999d' }));
    expect(await paths(store)).toEqual(before);
  });

  test('is not what was brought in from elsewhere a few days ago, however long ago it ended', async () => {
    for (const [days, there] of [
      [29, true],
      [31, false],
    ] as const) {
      const { store } = await build([anIncident()], []);
      const doc = await store.get<object>(incidentAt(0));
      await store.put(incidentAt(0), { ...doc?.data, enteredAt: NOW - days * DAY_MS });
      const looked = await preview(store, 'incidents', AGE, { most: 10, listed: 10 });
      expect(looked.stay.entered).toBe(there ? 1 : 0);
      await night(store);
      expect((await store.get(incidentAt(0))) !== null).toBe(there);
    }
  });

  test('takes an item with the last of its incidents, and the history of a hold that was lifted', async () => {
    const { store } = await build([anIncident(), anIncident({ held: true, items: [] })], []);
    const shared = 'action-items/act_shared';
    const [a, b] = [incidentAt(0), incidentAt(1)].map((path) => path.split('/')[1] ?? '');
    await store.put(shared, {
      ...{
        id: 'act_shared',
        team: 'T0TOBAN',
        unfinished: false,
        postmortem: null,
        createdAt: 1,
        changedAt: 1,
      },
      ...{ incidents: [{ id: a }, { id: b }], tags: [`i:${a}`, `i:${b}`] },
    });
    await night(store);
    expect([await store.get(incidentAt(0)), await store.get(shared)].map((doc) => doc !== null)).toEqual([
      false,
      true,
    ]);
    const of = { record: incidentAt(1), team: 'T0TOBAN' };
    await liftHold({ store, clock }, of, { user: 'U', name: 'n' });
    await night(store);
    expect(await store.get(shared)).toBeNull();
    expect(await holdOn(store, incidentAt(1))).toBeNull();
    expect([...(await paths(store))].filter((path) => path.startsWith('legal-holds/'))).toEqual([]);
  });
});

/** Dies at the n-th write that reaches it: before it is done, and everything after it, too. */
function dying(store: Store, n: number): Store {
  let writes = 0;
  return {
    ...store,
    transaction: async (body) => {
      writes += 1;
      if (writes >= n) throw new TobanError('unavailable', 'dead');
      return store.transaction(body);
    },
  };
}
