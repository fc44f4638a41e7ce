import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/retention/decide.ts';
import { evolve } from '../../../shared/retention/evolve.ts';
import { DAY_MS, KINDS, RetentionConfig, readDays } from '../../../shared/retention/index.ts';
import { NOTICE_MS, type Retention, type RetentionEvent } from '../../../shared/retention/model.ts';
import { followedNow } from '../../../shared/retention/night.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';

describe('toban.yaml', () => {
  test('without rules everything is kept, but the log of webhooks', () => {
    const { webhookDeliveries, ...rules } = RetentionConfig.parse({});
    expect(Object.values(rules)).toEqual(KINDS.map(() => null));
    expect(webhookDeliveries).toBe(30 * DAY_MS);
    expect(RetentionConfig.parse({ calls: '365d', audit: 'forever' })).toMatchObject({
      calls: 365 * DAY_MS,
      audit: null,
    });
  });

  test.each([
    ['calls: 3d', /retention\.calls: must be 30d to 36500d: .* deleted is deleted/],
    ['calls: 365', /retention\.calls: must be a number of days such as 365d/],
    ['calls: 365h', /retention\.calls: must be a number of days such as 365d, or forever/],
    ['calls: 99999d', /retention\.calls: must be 30d to 36500d/],
    ['calls: ""', /retention\.calls: must be a number of days/],
    ['call: 365d', /retention\.call: there is no such setting/],
    ['webhookDeliveries: forever', /retention\.webhookDeliveries: must be a number of days/],
  ])('%s is refused in words', (line, words) => {
    expect(() => parseConfig(`retention: { ${line} }`)).toThrow(words);
  });

  test('29 days are too few, 30 are enough', () => {
    expect([readDays('29d'), readDays('30d'), readDays('-30d'), readDays('30')]).toEqual([
      null,
      30 * DAY_MS,
      null,
      null,
    ]);
  });
});

const NONE = RetentionConfig.parse({});
const T0 = Date.parse('2026-11-24T19:20:00Z');
const look = (
  state: Retention | null,
  rules: Partial<Record<(typeof KINDS)[number], number | null>>,
  now: number,
) => decide({ type: 'look', rules: { ...NONE, ...rules }, owners: ['C0OWNERS'], period: now }, state, now);
const fold = (state: Retention | null, events: readonly RetentionEvent[]) =>
  events.reduce<Retention | null>(evolve, state);
const follows = (state: Retention | null) => state?.followed.calls ?? null;

describe('a rule', () => {
  const year = 365 * DAY_MS;
  const announced = look(null, { calls: year }, T0);
  const state = fold(null, announced.events);
  const told = fold(state, [{ type: 'told', at: T0 + 5_000, rules: { calls: year } }]);

  test('that is new is announced, and nothing is deleted', () => {
    expect(announced.events).toEqual([{ type: 'announced', at: T0, rules: { calls: year } }]);
    expect(announced.tasks.map(({ kind, step }) => [kind, step])).toEqual([
      ['retention.tell', { to: 'C0OWNERS', rules: { calls: year } }],
    ]);
    expect(follows(state)).toBeNull();
  });

  test('is followed in the next night after somebody was told, not before', () => {
    expect(look(told, { calls: year }, T0 + NOTICE_MS)).toEqual({ events: [], tasks: [] });
    const next = look(told, { calls: year }, T0 + DAY_MS);
    expect(follows(fold(told, next.events))).toBe(year);
    expect(next.tasks.map(({ kind }) => kind)).toEqual(['retention.remove']);
  });

  test('of which nobody could be told is announced again, as soon as there is somebody to tell', () => {
    const rules = { ...NONE, calls: year };
    const again = (owners: readonly string[], now: number) =>
      decide({ type: 'look', rules, owners, period: now }, state, now);
    expect(again([], T0 + DAY_MS)).toEqual({ events: [], tasks: [] });
    expect(again(['U0ADMIN'], T0 + NOTICE_MS - 1)).toEqual({ events: [], tasks: [] });
    const { events, tasks } = again(['U0ADMIN'], T0 + DAY_MS);
    expect(tasks.map(({ kind, step }) => [kind, step])).toEqual([
      ['retention.tell', { to: 'U0ADMIN', rules: { calls: year } }],
    ]);
    expect(follows(fold(state, events))).toBeNull();
  });

  const followed = fold(told, look(told, { calls: year }, T0 + DAY_MS).events);
  test('that is longer, or gone, is followed at once; a shorter one waits, and the old one goes on', () => {
    const longer = look(followed, { calls: 2 * year }, T0 + 2 * DAY_MS);
    expect(follows(fold(followed, longer.events))).toBe(2 * year);
    expect(longer.tasks.map(({ kind }) => kind)).toEqual(['retention.remove']);
    const gone = look(followed, {}, T0 + 2 * DAY_MS);
    expect(follows(fold(followed, gone.events))).toBeNull();
    expect(gone.tasks).toEqual([]);
    const shorter = look(followed, { calls: year / 2 }, T0 + 2 * DAY_MS);
    expect(follows(fold(followed, shorter.events))).toBe(year);
    expect(shorter.tasks.map(({ kind }) => kind)).toEqual(['retention.tell', 'retention.remove']);
  });

  test('that changes again while it waits is announced again', () => {
    const again = look(told, { calls: year / 2 }, T0 + DAY_MS);
    expect(again.events).toEqual([{ type: 'announced', at: T0 + DAY_MS, rules: { calls: year / 2 } }]);
    const late = fold(fold(told, again.events), [{ type: 'told', at: T0 + DAY_MS, rules: { calls: year } }]);
    expect(late?.waiting.calls?.toldAt).toBeNull();
  });

  test('is never followed shorter than the file says now', () => {
    const known = { followed: { calls: year } };
    expect(followedNow(known, { ...NONE, calls: year / 2 }, 'calls')).toBe(year);
    expect(followedNow(known, { ...NONE, calls: 2 * year }, 'calls')).toBe(2 * year);
    expect(followedNow(known, NONE, 'calls')).toBeNull();
    expect(followedNow({ followed: {} }, { ...NONE, calls: year }, 'calls')).toBeNull();
  });
});

test('whatever the file says night after night, no rule is followed that nobody was told of in time', () => {
  const rule = fc.option(fc.constantFrom(30, 90, 365).map((days) => days * DAY_MS));
  const nightly = fc.record({ rule, told: fc.boolean() });
  fc.assert(
    fc.property(fc.array(nightly, { maxLength: 12 }), (nights) => {
      let state: Retention | null = null;
      const known = new Map<number, number>();
      for (const [i, { rule, told }] of nights.entries()) {
        const now = T0 + i * DAY_MS;
        const before = follows(state);
        const { events } = look(state, { calls: rule }, now);
        state = fold(state, events);
        const is = follows(state);
        if (is !== null && (before === null || is < before))
          expect(known.get(is)).toBeLessThanOrEqual(now - NOTICE_MS);
        for (const event of events) if (event.type === 'announced') known.delete(event.rules.calls ?? 0);
        if (told && state?.waiting.calls?.toldAt === null) {
          known.set(state.waiting.calls.ms, now + 1_000);
          state = evolve(state, { type: 'told', at: now + 1_000, rules: { calls: state.waiting.calls.ms } });
        }
        if (rule !== null && is !== null) expect(is === rule || is > rule).toBe(true);
      }
    }),
  );
});
