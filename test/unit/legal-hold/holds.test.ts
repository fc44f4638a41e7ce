import fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { decide, isRefusal } from '../../../shared/legal-hold/decide.ts';
import { evolve } from '../../../shared/legal-hold/evolve.ts';
import {
  holdOn,
  holdOver,
  liftHold,
  rebuildHolds,
  setHold,
  standingHolds,
} from '../../../shared/legal-hold/index.ts';
import { type Command, type Hold, type HoldEvent, LONGEST_REASON } from '../../../shared/legal-hold/model.ts';
import { recordId } from '../../../shared/platform/ids.ts';
import type { Store } from '../../../shared/store/port.ts';

const NOW = Date.parse('2026-11-24T03:00:00Z');
const team = 'T0TOBAN';
const by = { user: 'U0SRELEAD', name: '森' };
const clock = { now: () => NOW };
const incident = `incidents/${recordId('inc', 'one')}`;
const other = `incidents/${recordId('inc', 'other')}`;
const call = `escalations/${recordId('esc', 'one')}`;
const lone = `escalations/${recordId('esc', 'lone')}`;
const idOf = (path: string) => path.split('/')[1] ?? '';

let store: Store;
beforeEach(async () => {
  store = openSqliteStore({ file: ':memory:' });
  await store.put(incident, { team, calls: [{ record: call }] });
  await store.put(other, { team, calls: [] });
  await store.put(call, { team, incident: { label: '非公開', room: null } });
  await store.put(lone, { team, incident: null });
});
const set = (record: string, reason = '訴訟 12') => setHold({ store, clock }, { record, team }, by, reason);
const lift = (record: string) => liftHold({ store, clock }, { record, team }, by);

describe('a hold', () => {
  test('stands from when it is set until it is lifted, and can be set again', async () => {
    expect((await set(incident)).refusal).toBeNull();
    expect(await holdOn(store, incident)).toMatchObject({ reason: '訴訟 12', by, at: NOW });
    expect((await set(incident, 'another')).refusal).toMatchObject({ refused: 'held-already' });
    expect(await standingHolds(store, team)).toHaveLength(1);
    expect((await lift(incident)).refusal).toBeNull();
    expect(await holdOn(store, incident)).toBeNull();
    expect((await lift(incident)).refusal).toEqual({ refused: 'not-held' });
    expect((await set(incident, 'another')).refusal).toBeNull();
    expect(await standingHolds(store, team)).toMatchObject([
      { record: incident, reason: 'another', version: 3 },
    ]);
    expect(await standingHolds(store, 'T0OTHER')).toEqual([]);
  });

  test.each([
    ['no record', `incidents/${recordId('inc', 'none')}`, 'x', 'gone'],
    ['what cannot be held', 'webhooks/wh_1', 'x', 'gone'],
    ['a path beneath', `${incident}/events/000001`, 'x', 'gone'],
    ['no path', '', 'x', 'gone'],
    ['no reason', incident, ' \n', 'reason-needed'],
    ['a long reason', incident, 'あ'.repeat(LONGEST_REASON + 1), 'reason-long'],
  ])('is refused: %s', async (_why, record, reason, refused) => {
    expect((await set(record, reason)).refusal).toMatchObject({ refused });
    expect(await standingHolds(store, team)).toEqual([]);
  });

  test('of another workspace is none', async () => {
    const of = { record: incident, team: 'T0OTHER' };
    expect((await setHold({ store, clock }, of, by, 'x')).refusal).toEqual({ refused: 'gone' });
  });
});

test('the list of those that stand is made from the holds again, as after a restore', async () => {
  await set(incident);
  await set(lone);
  await set(other);
  await lift(other);
  await store.transaction(async (tx) => tx.delete('legal-hold-index/all'));
  expect(await standingHolds(store, team)).toEqual([]);
  expect(await holdOver(store, incident)).toMatchObject({ record: incident });
  expect(await rebuildHolds(store)).toBe(2);
  expect((await standingHolds(store, team)).map(({ record }) => record).sort()).toEqual(
    [lone, incident].sort(),
  );
  expect(await holdOver(store, call)).toMatchObject({ record: incident });
});

describe('what falls under it', () => {
  const id = idOf(incident);
  const under: readonly (readonly [string, object | null])[] = [
    [incident, null],
    [`${incident}/events/000001`, null],
    [call, null],
    [`${call}/tasks/dm`, null],
    [`postmortem-of/${id}`, null],
    [`imported/${id}`, null],
    [`search-entries/incident-${id}~line`, null],
    [`search-entries/call-${idOf(call)}`, null],
    ['postmortems/pm_1', { incidents: [idOf(other), id] }],
    ['action-items/act_1', { incidents: [{ id }], postmortem: null }],
    ['runs/run_1', { incident }],
    ['timeline-entries/entry_1', { incident }],
    ['alerts/alt_1', { incident }],
    ['audit/aud_1', { record: incident }],
    ['audit/aud_2', { record: call }],
  ];
  test.each(under)('%s', async (path, data) => {
    if (data) await store.put(path, data);
    expect(await holdOver(store, path)).toBeNull();
    await set(incident);
    expect(await holdOver(store, path)).toMatchObject({ record: incident });
    await lift(incident);
    expect(await holdOver(store, path)).toBeNull();
  });

  test('an action item of a postmortem of it', async () => {
    await store.put('postmortems/pm_1', { incidents: [id] });
    await store.put('action-items/act_1', { incidents: [], postmortem: 'pm_1' });
    await set(incident);
    expect(await holdOver(store, 'action-items/act_1')).toMatchObject({ record: incident });
  });

  test.each([other, lone, `search-entries/call-${idOf(lone)}`, 'webhooks/wh_1', 'audit/aud_3'])(
    'not %s',
    async (path) => {
      await store.put('audit/aud_3', { record: 'audit/T0TOBAN' });
      await set(incident);
      expect(await holdOver(store, path)).toBeNull();
    },
  );

  test('in the transaction that asks: whoever sets one meanwhile is not overlooked', async () => {
    let first = true;
    const removed = await store.transaction(async (tx) => {
      const held = await holdOver(tx, incident);
      if (first) {
        first = false;
        await set(incident);
      }
      if (held) return false;
      tx.delete(incident);
      return true;
    });
    expect(removed).toBe(false);
    expect(await store.get(incident)).not.toBeNull();
  });
});

test('whatever is done in whatever order, the state is the fold of what happened, and never two reasons at once', () => {
  const command = fc.oneof(
    fc.record({ type: fc.constant('lift' as const), by: fc.constant(by) }),
    fc.record({
      type: fc.constant('set' as const),
      record: fc.constant(incident),
      team: fc.constant(team),
      reason: fc.string(),
      by: fc.constant(by),
    }),
  );
  fc.assert(
    fc.property(fc.array(command), (commands) => {
      let state: Hold | null = null;
      const events: HoldEvent[] = [];
      for (const one of commands as Command[]) {
        const answer = decide(one, state, NOW);
        if (isRefusal(answer)) continue;
        expect(answer.events).toHaveLength(1);
        expect(one.type === 'set').toBe(!(state?.standing ?? false));
        for (const event of answer.events) {
          state = evolve(state, event);
          events.push(event);
        }
      }
      expect(events.reduce<Hold | null>(evolve, null)).toEqual(state);
    }),
  );
});
