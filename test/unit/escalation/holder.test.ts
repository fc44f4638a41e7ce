import { describe, expect, test } from 'vitest';
import type { Command } from '../../../shared/escalation/commands.ts';
import { ladder, MINUTE, openCommand, opened, rung, Scenario, T0 } from './builders.ts';

const by = (user: string, cause = `${user}-1`) => ({ user, name: user.slice(1), cause });
const acknowledge = (user: string): Command => ({ type: 'acknowledge', how: 'button', ...by(user) });
const extend = (user: string, cause = 'x'): Command => ({
  type: 'extend',
  ms: 30 * MINUTE,
  ...by(user, cause),
});
const check = (
  call: Scenario,
  rungs: Command extends { rungs: infer R } ? R : typeof ladder | null = null,
): Command => ({
  type: 'check',
  at: call.state?.check?.at ?? -1,
  rungs,
});
const hand = (user: string, to: string): Command => ({
  type: 'hand',
  to: { user: to, name: to.slice(1) },
  rungs: ladder,
  ...by(user, `hand-${to}`),
});

describe('"on it, need 30 min"', () => {
  test('acknowledges, and is asked at its end', () => {
    const call = opened().give(extend('UONO'), T0 + MINUTE);
    expect(call.events).toEqual(['heard', 'acknowledged', 'extended']);
    expect(call.state).toMatchObject({ status: 'acknowledged', until: T0 + 31 * MINUTE });
    expect(call.state?.check).toEqual({ at: T0 + 31 * MINUTE, asked: 0 });
    expect(call.tasks.filter((id) => id.startsWith('check-'))).toHaveLength(1);
  });

  test('again puts the question off again; of anybody else it is refused', () => {
    const call = opened().give(acknowledge('UONO'), T0);
    call.give(extend('UONO'), T0 + 20 * MINUTE);
    expect(call.state?.check?.at).toBe(T0 + 50 * MINUTE);
    expect(call.give(extend('UARAI', 'y'), T0).last).toEqual({ refused: 'already-acknowledged', by: 'ONO' });
    expect(opened().give(extend('UCS'), T0).last).toEqual({ refused: 'not-called' });
  });
});

describe('an acknowledgement without a sign of life', () => {
  test('is asked about twice, and then the ladder goes on', () => {
    const call = opened().give(acknowledge('UONO'), T0);
    expect(call.state?.check).toEqual({ at: T0 + 30 * MINUTE, asked: 0 });
    call.give(check(call), T0 + 30 * MINUTE);
    expect(call.state?.check).toEqual({ at: T0 + 40 * MINUTE, asked: 1 });
    call.give(check(call), T0 + 40 * MINUTE);
    call.give(check(call, ladder), T0 + 50 * MINUTE);
    expect(call.events).toEqual(['lapsed', 'called']);
    expect(call.state).toMatchObject({ status: 'open', holder: null });
    expect(call.state?.called.at(-1)).toMatchObject({ user: 'UARAI', cause: 'lapsed' });
  });

  test('a word of theirs puts the question off, but not before what they asked for', () => {
    const call = opened().give(acknowledge('UONO'), T0);
    call.give({ type: 'alive', user: 'UONO', cause: 'w' }, T0 + 20 * MINUTE);
    expect(call.state?.check?.at).toBe(T0 + 50 * MINUTE);
    call
      .give(extend('UONO'), T0 + 20 * MINUTE)
      .give({ type: 'alive', user: 'UONO', cause: 'v' }, T0 + 30 * MINUTE);
    expect(call.state?.check?.at).toBeGreaterThanOrEqual(T0 + 50 * MINUTE);
  });

  test('talk of others is none, and each word is not an event', () => {
    const call = opened().give(acknowledge('UONO'), T0);
    expect(call.give({ type: 'alive', user: 'UCS', cause: 'a' }, T0 + 20 * MINUTE).events).toEqual([]);
    expect(call.give({ type: 'alive', user: 'UONO', cause: 'b' }, T0 + MINUTE).events).toEqual([]);
  });

  test('is never asked about where the route says so', () => {
    const call = new Scenario().give({ ...openCommand, checkAfter: null }, T0).give(acknowledge('UONO'), T0);
    expect(call.state?.check).toBeNull();
  });
});

describe('handing on', () => {
  test('calls the other by name, and goes on with the ladder if they are silent', () => {
    const call = opened()
      .give(acknowledge('UONO'), T0)
      .give(hand('UONO', 'UKATO'), T0 + MINUTE);
    expect(call.events).toEqual(['heard', 'handed', 'called']);
    expect(call.state).toMatchObject({ status: 'open', holder: null });
    expect(call.state?.called.at(-1)).toMatchObject({
      user: 'UKATO',
      cause: 'handed',
      reason: { by: 'handed' },
    });
    expect(call.state?.next?.name).toBe('ARAI');
    expect(call.give(acknowledge('UKATO'), T0 + 2 * MINUTE).state?.holder?.user).toBe('UKATO');
  });

  test('reaches somebody who had declined, when they are asked by name', () => {
    const call = opened().give({ type: 'decline', rungs: ladder, ...by('UONO', 'no') }, T0);
    call.give(hand('UARAI', 'UONO'), T0 + MINUTE);
    expect(call.state?.declined).toEqual(['UARAI']);
    expect(call.state?.called.at(-1)?.user).toBe('UONO');
  });

  test('is for whoever has it or was called, and not to oneself', () => {
    expect(opened().give(hand('UBYSTANDER', 'UKATO'), T0).last).toEqual({ refused: 'not-called' });
    expect(opened().give(hand('UONO', 'UONO'), T0).last).toEqual({ refused: 'hand-to-self' });
    const held = opened().give(acknowledge('UONO'), T0);
    expect(held.give(hand('UARAI', 'UKATO'), T0).last).toEqual({
      refused: 'already-acknowledged',
      by: 'ONO',
    });
  });
});

describe('nobody is pinged twice in a minute', () => {
  test('a rung that would do so waits', () => {
    const rungs = [
      rung('UONO', 0, 'primary'),
      rung('UONO', 30_000, 'primary', true),
      rung('UARAI', MINUTE, 'x'),
    ];
    const call = new Scenario().give({ ...openCommand, rungs }, T0);
    call.give({ type: 'climb', rung: 1, rungs }, T0 + 30_000);
    expect(call.events).toEqual(['postponed']);
    expect(call.state?.next).toEqual({ at: T0 + MINUTE, rung: 1, name: 'ONO' });
    expect(call.give({ type: 'climb', rung: 1, rungs }, T0 + MINUTE).events).toEqual(['called']);
  });

  test('a nudge just before a rung counts', () => {
    const call = opened().give(
      { type: 'nudge', user: 'UCS', cause: 'n', words: 'まだですか' },
      T0 + 4.5 * MINUTE,
    );
    call.give({ type: 'climb', rung: 1, rungs: ladder }, T0 + 5 * MINUTE);
    expect(call.events).toEqual(['postponed']);
    expect(call.state?.next?.at).toBe(T0 + 5.5 * MINUTE);
  });
});

test('a rung with a webhook also tells that service', () => {
  const rungs = [{ ...rung('UONO', 0, 'primary'), via: 'phone' }];
  const call = new Scenario().give({ ...openCommand, rungs }, T0);
  expect(call.tasks).toContain('signal-0');
});
