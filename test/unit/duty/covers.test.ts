import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/duty/decide.ts';
import { evolve } from '../../../shared/duty/evolve.ts';
import type { DutyWatch } from '../../../shared/duty/model.ts';
import type { Cover } from '../../../shared/rota/index.ts';
import { HOUR, ONO_THEN_ARAI, seen, shift, T0, to, watching } from './watching.ts';

describe('covers', () => {
  const cover = (from: number, hours: number, more: Partial<Cover> = {}): Cover => ({
    column: 'primary',
    from: T0 + from * HOUR,
    to: T0 + (from + hours) * HOUR,
    taker: { id: 'KATO', name: 'KATO' },
    askedBy: 'ONO',
    since: T0 + 2 * HOUR,
    revoked: false,
    ...more,
  });
  const at = (hours: number, ...covers: Cover[]) =>
    [seen(ONO_THEN_ARAI, T0 + hours * HOUR, { covers }), T0 + hours * HOUR] as const;

  test('take over and give back at their times, each once, and are no edit of the sheet', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const one = cover(4, 2);
    expect(watch.look(...at(2, one))).toEqual([]);
    expect(watch.look(...at(4, one))).toEqual(['begins→KATO', 'ends→ONO', 'handover→C_TEAM']);
    expect(watch.look(...at(5, one))).toEqual([]);
    expect(watch.look(...at(6, one))).toEqual(['begins→ONO', 'ends→KATO', 'handover→C_TEAM']);
    expect(watch.look(...at(6.5, one))).toEqual([]);
    expect(watch.look(...at(7))).toEqual([]);
  });

  test('that begin or end by a press are told by that alone', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    expect(watch.look(...at(4, cover(4, 9, { since: T0 + 4 * HOUR })))).toEqual([]);
    expect(watch.look(...at(6, cover(4, 2, { since: T0 + 4 * HOUR, revoked: true })))).toEqual([]);
    expect(watch.look(...at(7, cover(4, 2, { since: T0 + 4 * HOUR, revoked: true })))).toEqual([]);
  });

  test('remind their taker the day before, and nobody twice for the rest of one shift', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    // Of ARAI's shift from 24 on, KATO has 26 to 28: due at 8 and 10, and nothing at 12 for the rest.
    expect([8, 10, 12].map((hours) => watch.look(...at(hours, cover(26, 2))))).toEqual([
      ['reminder→ARAI'],
      ['reminder→KATO'],
      [],
    ]);
  });

  test('move the user group at once', () => {
    const mirrored = { ...to, mirrored: true };
    const first = decide(...([at(1)[0], null, mirrored, T0 + HOUR] as const));
    const state = first.events.reduce<DutyWatch | null>(evolve, null);
    const kinds = (covers: Cover[]) =>
      decide(at(2, ...covers)[0], state, mirrored, T0 + 2 * HOUR).tasks.map(({ kind }) => kind);
    expect(kinds([cover(2, 2, { since: T0 + 2 * HOUR })])).toContain('duty.mirror');
    expect(kinds([])).toEqual([]);
  });

  test('hide an edit beneath them, which is told when they end', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR, { covers: [cover(1, 48)] }), T0 + HOUR);
    const edited = [shift('MORI', 0, 24), shift('ARAI', 24, 24)];
    const look = (hours: number, covers: Cover[]) =>
      watch.look(seen(edited, T0 + hours * HOUR, { covers }), T0 + hours * HOUR);
    expect([look(2, [cover(1, 48)]), look(3, [cover(1, 48)])]).toEqual([[], []]);
    const ended = [cover(1, 3, { revoked: true })];
    expect([look(4, ended), look(4.1, ended)].flat()).toEqual([
      'changed→ONO',
      'changed→MORI',
      'changed→C_OWNERS',
    ]);
  });
});
