import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countedStore } from '../../../bench/lib/counted.ts';
import { countedIncident, incidentSummary } from '../../../shared/incident/index.ts';
import { type Command, STATUSES } from '../../../shared/incident/model.ts';
import { MILESTONES } from '../../../shared/incident/parts.ts';
import { findDifferences, readSummaries, rebuild, rollUp } from '../../../shared/insights/index.ts';
import { partPath, partsOf } from '../../../shared/insights/month.ts';
import { SEVERITIES } from '../../../shared/severity/index.ts';
import type { Store } from '../../../shared/store/port.ts';
import { changes } from '../../../shared/summary/index.ts';
import { declareCommand, Scenario, T0 } from '../incident/builders.ts';
import { callAt, declare, give, memory } from './scene.ts';

const signal = new AbortController().signal;
const DAY = 86_400_000;
const by = { user: 'UONO', name: 'Ono' };

const change: fc.Arbitrary<Command> = fc
  .oneof(
    fc.record({
      type: fc.constant('set-status' as const),
      to: fc.constantFrom(...STATUSES),
      reason: fc.constant('because'),
    }),
    fc.record({
      type: fc.constant('override-severity' as const),
      severity: fc.constantFrom(...SEVERITIES),
      reason: fc.constant('because'),
    }),
    fc.record({
      type: fc.constant('describe' as const),
      title: fc.constant('t'),
      description: fc.constant(''),
      service: fc.constantFrom('rental', 'app', null),
    }),
    fc.record({
      type: fc.constant('correct' as const),
      set: fc
        .tuple(
          fc.constantFrom(...MILESTONES),
          fc.oneof(fc.integer({ min: T0, max: T0 + DAY }), fc.constant('not-applicable')),
        )
        .map(([milestone, at]) => ({ [milestone]: at })),
      seen: fc.constant(null),
      reason: fc.constant('because'),
    }),
  )
  .map((command) => ({ ...command, by, cause: '' }) as Command);

type Step =
  | { do: 'declare'; which: number; private: boolean; drill: boolean }
  | { do: 'change'; which: number; command: Command }
  | { do: 'call'; after: number | null }
  | { do: 'roll' };
const which = fc.integer({ min: 0, max: 5 });
const rare = fc.integer({ min: 0, max: 4 }).map((n) => n === 0);
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ do: fc.constant('declare' as const), which, private: rare, drill: rare }),
  fc.record({ do: fc.constant('change' as const), which, command: change }),
  fc.record({ do: fc.constant('call' as const), after: fc.option(fc.integer({ min: 0, max: 5_000_000 })) }),
  fc.record({ do: fc.constant('roll' as const) }),
);

async function play(store: Store, steps: readonly Step[]): Promise<void> {
  for (const [i, one] of steps.entries()) {
    // Half a month further each time: histories run through several months.
    const now = T0 + i * 3 * DAY;
    if (one.do === 'declare')
      await declare(store, `i${one.which}`, now, { private: one.private, drill: one.drill });
    else if (one.do === 'change')
      await give(store, `i${one.which}`, { ...one.command, cause: `c${i}` } as Command, now);
    else if (one.do === 'call') await callAt(store, `${i}.0`, now, one.after);
    else await rollUp(store, signal);
  }
}

const monthsOf = async (store: Store) => {
  await rollUp(store, signal);
  const keys = ['incident', 'call'] as const;
  const months = Array.from({ length: 8 }, (_, i) =>
    new Date(Date.UTC(2026, 10 + i)).toISOString().slice(0, 7),
  );
  const docs = await Promise.all(
    keys.flatMap((kind) => months.map((month) => store.get(partPath(kind, month, 0)))),
  );
  return docs.map((doc) => doc?.data ?? null);
};

test('whatever happens in whatever order, the months are what a rebuild from the records makes of them', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const store = memory();
      await play(store, steps);
      expect((await findDifferences(store)).differences).toEqual([]);
      const grown = await monthsOf(store);
      for (const kind of ['incident', 'call'] as const)
        for (const at of [10, 11, 12, 13])
          await store.transaction(async (tx) => {
            const month = new Date(Date.UTC(2026, at)).toISOString().slice(0, 7);
            const path = partPath(kind, month, 0);
            if (await tx.get(path)) tx.delete(path);
          });
      await rebuild(store, T0, signal);
      // A month that has lost its last row stands empty; one that never had any is not there.
      const empty = (doc: unknown) => ((doc as { text?: string } | null)?.text ? doc : null);
      expect((await monthsOf(store)).map(empty)).toEqual(grown.map(empty));
      await store.close();
    }),
    { numRuns: 60 },
  );
});

test('a correction long after changes the month of the incident, also once that is rolled up', async () => {
  const store = memory();
  await declare(store, 'a', T0);
  await give(
    store,
    'a',
    { type: 'set-status', to: 'resolved', reason: null, by, cause: 'x' },
    T0 + 3_600_000,
  );
  await rollUp(store, signal);
  const period = { from: T0 - DAY, to: T0 + DAY };
  const resolved = async () => {
    const [row] = (await readSummaries(store, period)).rows.get('incident') ?? [];
    return row && countedIncident(row).milestones.resolved?.at;
  };
  expect(await resolved()).toBe(T0 + 3_600_000);
  const set = { resolved: T0 + 60_000 };
  const correct = { type: 'correct' as const, set, seen: null, reason: 'r', by };
  await give(store, 'a', { ...correct, cause: 'y' }, T0 + 90 * DAY);
  expect(await resolved()).toBe(T0 + 60_000);
  expect(await rollUp(store, signal)).toBe(1);
  expect(await rollUp(store, signal)).toBe(0);
  expect(await resolved()).toBe(T0 + 60_000);
  await store.close();
});

test('a drill and a private incident are not counted', async () => {
  const store = memory();
  await declare(store, 'a', T0, { private: true });
  await declare(store, 'b', T0, { drill: true });
  const { rows } = await readSummaries(store, { from: T0 - DAY, to: T0 + DAY });
  expect(rows.get('incident')).toEqual([]);
  await store.close();
});

test('what is kept of an incident gives back all that its numbers need', () => {
  const one = new Scenario().give(declareCommand, T0);
  one.give({ type: 'set-status', to: 'fixing', reason: null, by, cause: '1' }, T0 + 60_000);
  one.give(
    { type: 'correct', set: { started: 'not-applicable' }, seen: null, reason: 'r', by, cause: '2' },
    T0 + 70_000,
  );
  if (!one.state) throw new Error('not declared');
  const summary = incidentSummary(one.state);
  if (!summary) throw new Error('not counted');
  const counted = countedIncident(summary);
  const at = (milestones: object) =>
    Object.fromEntries(
      Object.entries(milestones).map(([name, stamp]) => [name, (stamp as { at: number | null }).at]),
    );
  expect(at(counted.milestones)).toEqual(at(one.state.milestones));
  expect(counted).toMatchObject({ id: 'inc_1', service: 'rental', status: 'fixing', declaredAt: T0 });
});

test('a month too large for one document goes on in further ones and reads back whole', async () => {
  const store = memory();
  const rows = Array.from({ length: 9_000 }, (_, i) => ({
    id: `inc_${String(i).padStart(32, '0')}`,
    at: T0 + i,
    row: JSON.stringify(['rental', 'SEV3', 'closed', [-600_000, -300_000, 1, 2, 3, i]]),
  }));
  const parts = partsOf('incident', '2026-11', rows);
  expect(parts.length).toBeGreaterThan(1);
  for (const [i, part] of parts.entries()) await store.put(partPath('incident', '2026-11', i), part);
  const read = await readSummaries(store, { from: T0, to: T0 + 9_000 });
  expect(read.rows.get('incident')).toEqual(rows);
  await declare(store, 'late', T0 + 5);
  await rollUp(store, signal);
  expect((await readSummaries(store, { from: T0, to: T0 + 9_000 })).rows.get('incident')).toHaveLength(9_001);
  await store.close();
});

test('three years are read by one document for each kind and month, however many incidents there are', async () => {
  const counts = { reads: 0, requests: 0, writes: 0 };
  const store = memory();
  for (let i = 0; i < 36; i += 1) {
    const at = Date.UTC(2024, i, 15);
    const month = new Date(at).toISOString().slice(0, 7);
    const rows = Array.from({ length: 2_778 }, (_, n) => ({
      id: `inc_${i}_${n}`,
      at: at + n,
      row: '[null,"SEV4","closed",[]]',
    }));
    for (const [n, part] of partsOf('incident', month, rows).entries())
      await store.put(partPath('incident', month, n), part);
  }
  const period = { from: Date.UTC(2024, 0, 1), to: Date.UTC(2027, 0, 1) };
  const { rows } = await readSummaries(countedStore(store, counts), period);
  expect(rows.get('incident')).toHaveLength(100_008);
  expect(counts.reads).toBeLessThanOrEqual(4 * 36 + 1);
  await store.close();
});

test('a rebuild keeps what was counted of a record that is no longer kept, and puts right what was counted wrongly', async () => {
  const store = memory();
  await declare(store, 'gone', T0);
  await declare(store, 'wrong', T0);
  await rollUp(store, signal);
  const period = { from: T0 - DAY, to: T0 + DAY };
  const [one, two] = (await readSummaries(store, period)).rows.get('incident') ?? [];
  if (!one || !two) throw new Error('not counted');
  await store.transaction(async (tx) => tx.delete(`incidents/${one.id}`));
  const [part] = partsOf('incident', '2026-11', [one, { ...two, row: '[null,"SEV1","closed",[]]' }]);
  if (part) await store.put(partPath('incident', '2026-11', 0), part);
  expect((await findDifferences(store)).differences).toMatchObject([{ id: two.id }]);
  expect(await rebuild(store, T0, signal)).toBe(1);
  expect((await findDifferences(store)).differences).toEqual([]);
  expect((await readSummaries(store, period)).rows.get('incident')).toEqual([one, two]);
  await store.close();
});

test('a summary that moves to another month leaves the one it was in', () => {
  const before = { id: 'a', at: Date.UTC(2026, 10, 30), row: 'x' };
  const after = { ...before, at: Date.UTC(2026, 11, 1) };
  expect(changes('incident', before, after, 1).map(({ month, row }) => [month, row])).toEqual([
    ['2026-11', null],
    ['2026-12', 'x'],
  ]);
  expect(changes('incident', before, before, 1)).toEqual([]);
});
