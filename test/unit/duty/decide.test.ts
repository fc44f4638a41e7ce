import { describe, expect, test } from 'vitest';
import { decide, nextLook } from '../../../shared/duty/decide.ts';
import { HOUR, MINUTE, ONO_THEN_ARAI, seen, shift, T0, to, watching } from './watching.ts';

describe('handover', () => {
  test('at the first look nobody is told of a shift that runs already', () => {
    expect(watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR).first).toEqual([]);
  });

  test('at shift start who begins, who ends and the channel hear of it, once', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const turn = T0 + 24 * HOUR;
    expect(watch.look(seen(ONO_THEN_ARAI, turn), turn)).toEqual(
      expect.arrayContaining(['begins→ARAI', 'ends→ONO', 'handover→C_TEAM']),
    );
    expect(watch.look(seen(ONO_THEN_ARAI, turn + MINUTE), turn + MINUTE)).toEqual([]);
  });

  test('an edit around the hour doubles nothing: the change is told, not a second beginning', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const turn = T0 + 24 * HOUR;
    watch.look(seen(ONO_THEN_ARAI, turn), turn);
    const edited = [shift('ONO', 0, 24), shift('KATO', 24, 24)];
    expect(watch.look(seen(edited, turn + MINUTE), turn + MINUTE)).toEqual([]);
    expect(watch.look(seen(edited, turn + 2 * MINUTE), turn + 2 * MINUTE)).toEqual([
      'changed→ARAI',
      'changed→KATO',
      'changed→C_OWNERS',
    ]);
  });

  test('the same person for two days is left in peace', () => {
    const two = [shift('ONO', 0, 24), shift('ONO', 24, 24)];
    const watch = watching(seen(two, T0 + HOUR), T0 + HOUR);
    expect(watch.look(seen(two, T0 + 24 * HOUR), T0 + 24 * HOUR)).toEqual([]);
  });

  test('goes by the last good copy while the sheet cannot be read', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const turn = T0 + 24 * HOUR;
    expect(watch.look(seen([], turn, { plan: {}, fresh: false }), turn)).toContain('begins→ARAI');
  });

  test('the day before, the next person is reminded once', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    expect(watch.look(seen(ONO_THEN_ARAI, T0 + 7 * HOUR), T0 + 7 * HOUR)).toEqual([]);
    expect(watch.look(seen(ONO_THEN_ARAI, T0 + 8 * HOUR), T0 + 8 * HOUR)).toEqual(['reminder→ARAI']);
    expect(watch.look(seen(ONO_THEN_ARAI, T0 + 9 * HOUR), T0 + 9 * HOUR)).toEqual([]);
  });

  test('a reminder that comes hours too late, in the night, is not sent', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    expect(watch.look(seen(ONO_THEN_ARAI, T0 + 15 * HOUR), T0 + 15 * HOUR)).toEqual([]);
  });
});

describe('edits', () => {
  const edited = [shift('KATO', 0, 24), shift('ARAI', 24, 24)];

  test('are told to both people and the owners after two equal looks', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    expect(watch.look(seen(edited, T0 + 2 * HOUR), T0 + 2 * HOUR)).toEqual([]);
    const said = watch.look(seen(edited, T0 + 2 * HOUR + MINUTE), T0 + 2 * HOUR + MINUTE);
    expect(said).toEqual(['changed→ONO', 'changed→KATO', 'changed→C_OWNERS']);
  });

  test('the same reading seen twice is one look', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const readAt = T0 + 2 * HOUR;
    watch.look(seen(edited, readAt), readAt);
    expect(watch.look(seen(edited, readAt + MINUTE, { readAt }), readAt + MINUTE)).toEqual([]);
  });

  test('that are taken back before the second look are never told', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    watch.look(seen(edited, T0 + 2 * HOUR), T0 + 2 * HOUR);
    expect(watch.look(seen(ONO_THEN_ARAI, T0 + 2 * HOUR + MINUTE), T0 + 2 * HOUR + MINUTE)).toEqual([]);
    expect(watch.state()?.pending).toBeNull();
  });

  test('an unchanged sheet writes nothing', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const later = T0 + HOUR + MINUTE;
    expect(decide(seen(ONO_THEN_ARAI, later), watch.state(), to, later)).toEqual({ events: [], tasks: [] });
  });
});

describe('problems and trouble', () => {
  const problem = {
    key: 'unknown-name C7',
    ja: 'C7 の「高橋」さんが見つかりません。',
    en: 'C7: nobody is called 高橋.',
  };

  test('a new problem is told to the owners once, and again only after it was gone', () => {
    const at = (minutes: number) => T0 + HOUR + minutes * MINUTE;
    const watch = watching(seen(ONO_THEN_ARAI, at(0)), at(0));
    const bad = (now: number) => seen(ONO_THEN_ARAI, now, { problems: [problem] });
    expect(watch.look(bad(at(1)), at(1))).toEqual([]);
    expect(watch.look(bad(at(2)), at(2))).toEqual(['problems→C_OWNERS']);
    expect(watch.look(bad(at(3)), at(3))).toEqual([]);
    expect(watch.look(seen(ONO_THEN_ARAI, at(4)), at(4))).toEqual([]);
    watch.look(bad(at(5)), at(5));
    expect(watch.look(bad(at(6)), at(6))).toEqual(['problems→C_OWNERS']);
  });

  test('what a look could not see is neither gone nor told again', () => {
    const absent = { ...problem, key: 'not-in-channel\n新井\nC0CS' };
    const at = (minutes: number) => T0 + HOUR + minutes * MINUTE;
    const watch = watching(seen(ONO_THEN_ARAI, at(0), { problems: [absent] }), at(0));
    expect(watch.first).toEqual(['problems→C_OWNERS']);
    const unseen = seen(ONO_THEN_ARAI, at(1), { blind: ['not-in-channel'] });
    expect(watch.look(unseen, at(1))).toEqual([]);
    for (const minute of [2, 3])
      expect(watch.look(seen(ONO_THEN_ARAI, at(minute), { problems: [absent] }), at(minute))).toEqual([]);
  });

  test('other headers are measured by the old ones for a week; then they are meant', () => {
    const day = 24 * HOUR;
    const look = (title: string, told: boolean, now: number) =>
      seen(ONO_THEN_ARAI, now, {
        headings: { under: 'cfg', headings: { layout: 'dates', headers: { primary: [title] } }, told },
      });
    const watch = watching(look('担当', false, T0), T0);
    const expected = () => watch.state()?.headings?.headings.headers?.primary?.[0];
    watch.look(look('当番者', true, T0 + HOUR), T0 + HOUR);
    watch.look(look('当番者', true, T0 + 6 * day), T0 + 6 * day);
    expect(expected()).toBe('担当');
    watch.look(look('当番者', true, T0 + 8 * day), T0 + 8 * day);
    expect(expected()).toBe('当番者');
    // A difference that is no problem (one more column) is taken at once.
    watch.look(look('担当者', false, T0 + 9 * day), T0 + 9 * day);
    expect(expected()).toBe('担当者');
  });

  test('a sheet out of reach is told after five minutes, and so is its return', () => {
    const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
    const down = (now: number) =>
      watch.look(
        seen([], now, { plan: {}, fresh: false, trouble: { code: 'not-shared', ja: '', en: '' } }),
        now,
      );
    expect(down(T0 + 2 * HOUR)).toEqual([]);
    expect(down(T0 + 2 * HOUR + 5 * MINUTE)).toEqual(['trouble→C_OWNERS']);
    expect(down(T0 + 2 * HOUR + 6 * MINUTE)).toEqual([]);
    expect(watch.look(seen(ONO_THEN_ARAI, T0 + 3 * HOUR), T0 + 3 * HOUR)).toEqual(['trouble-over→C_OWNERS']);
  });
});

test('the next look is at the next moment at which something must be said', () => {
  const watch = watching(seen(ONO_THEN_ARAI, T0 + HOUR), T0 + HOUR);
  const state = watch.state();
  if (!state) throw new Error('nothing was watched');
  expect(nextLook(state, to, T0 + HOUR)).toBe(T0 + 8 * HOUR);
  expect(nextLook(state, to, T0 + 9 * HOUR)).toBe(T0 + 24 * HOUR);
});
