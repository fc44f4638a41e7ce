import { describe, expect, test } from 'vitest';
import {
  describeOverride,
  describeOverrideRefusal,
  type Override,
  type OverrideCommand,
  onDutyAt,
  withOverrides,
} from '../../../shared/rota/index.ts';
import { arai, ask, HOUR, kato, now, ono, type Propose, play } from './cover.ts';
import { days, sampleOf } from './odd/make.ts';
import { parseSample } from './sample.ts';

describe('a cover is agreed by those whose word it needs', () => {
  test.each<[Propose['consent'], Propose['asker'], string[]]>([
    ['nobody', kato, ['proposed activated']],
    ['taker', ono, ['proposed accepted', 'not-yours', 'accepted activated', '']],
    ['giver', arai, ['proposed accepted', 'not-yours', '', 'accepted activated']],
    ['both', kato, ['proposed', 'not-yours', 'accepted', 'accepted activated']],
  ])('of %s, asked for by %s', (consent, asker, expected) => {
    const accept = (by: string): readonly [OverrideCommand, number] => [{ type: 'accept', by }, now + HOUR];
    const steps = [[ask({ consent, asker }), now] as const, accept(kato.id), accept(arai.id), accept(ono.id)];
    expect(play(steps.slice(0, expected.length)).answers).toEqual(expected);
  });

  test('nobody is asked to give a time that nobody has', () => {
    expect(play([[ask({ consent: 'both', givers: [], asker: arai }), now]]).state?.status).toBe('active');
  });
});

describe('what is refused, with a sentence', () => {
  const revoke = (by: string, manages = false): OverrideCommand => ({ type: 'revoke', by, manages });
  test.each<[string, (readonly [OverrideCommand, number])[]]>([
    ['past', [[ask({ start: now - 4 * HOUR, end: now }), now]]],
    ['backwards', [[ask({ end: now + 6 * HOUR }), now]]],
    ['too-long', [[ask({ end: now + 32 * 24 * HOUR }), now]]],
    ['not-callable', [[ask({ callable: false }), now]]],
    ['already-theirs', [[ask({ givers: [arai] }), now]]],
    [
      'not-yours',
      [
        [ask(), now],
        [revoke(kato.id), now],
      ],
    ],
    [
      'over',
      [
        [ask(), now],
        [revoke(ono.id), now + 10 * HOUR],
      ],
    ],
    [
      'over',
      [
        [ask({ consent: 'taker' }), now],
        [{ type: 'accept', by: arai.id }, now + 10 * HOUR],
      ],
    ],
    [
      'already-ended',
      [
        [ask(), now],
        [{ type: 'decline', by: arai.id }, now],
      ],
    ],
    [
      'already-ended',
      [
        [ask(), now],
        [revoke(ono.id), now],
        [{ type: 'accept', by: arai.id }, now],
      ],
    ],
  ])('%s', (why, steps) => {
    expect(play(steps).answers.at(-1)).toBe(why);
    for (const locale of ['ja', 'en'] as const)
      expect(describeOverrideRefusal(why as Parameters<typeof describeOverrideRefusal>[0], locale)).not.toBe(
        '',
      );
  });

  test('and doing the same twice does nothing', () => {
    expect(
      play([
        [ask(), now],
        [ask(), now],
        [revoke(ono.id), now],
        [revoke(ono.id), now],
      ]).answers,
    ).toEqual(['proposed accepted activated', '', 'revoked', '']);
  });
});

describe('over the sheet', () => {
  const rota = parseSample(
    sampleOf({ about: '', rows: [['日付', '担当'], ...days(22, '山田', '佐藤')], on: {} }),
  );
  const at = (hours: number, overrides: (Override | null)[]) =>
    onDutyAt(
      withOverrides(
        rota,
        overrides.filter((one) => one !== null),
      ),
      now + hours * HOUR,
    );

  test('the taker is on duty for that time, and the cell and its person stay named', () => {
    const { state } = play([[ask(), now]]);
    expect(at(5.99, [state]).people).toEqual(['U01YAMADA']);
    expect(at(6, [state])).toMatchObject({
      people: ['U2ARAI'],
      text: '新井',
      insteadOf: '山田',
      cell: '表!B2',
    });
    expect(at(10, [state]).people).toEqual(['U01YAMADA']);
  });

  test('a proposal that nobody accepted changes nothing; a late word counts from then on', () => {
    const steps = [
      [ask({ consent: 'taker' }), now] as const,
      [{ type: 'accept' as const, by: arai.id }, now + 8 * HOUR] as const,
    ];
    expect(at(7, [play(steps.slice(0, 1)).state]).people).toEqual(['U01YAMADA']);
    expect([7, 9].map((hours) => at(hours, [play(steps).state]).people[0])).toEqual(['U01YAMADA', 'U2ARAI']);
  });

  test('revoked in the middle of its time it ends there, and the hours before stay as they were', () => {
    const { state } = play([
      [ask(), now],
      [{ type: 'revoke', by: arai.id, manages: false }, now + 8 * HOUR],
    ]);
    expect([7.9, 8].map((hours) => at(hours, [state]).people[0])).toEqual(['U2ARAI', 'U01YAMADA']);
  });

  test('of two the one asked for later stands, for the one whom the sheet names', () => {
    const first = play([[ask(), now]]).state;
    const second = play([
      [ask({ start: now + 7 * HOUR, end: now + 8 * HOUR, taker: kato, givers: [arai] }), now + 1],
    ]).state;
    expect(at(7.5, [second, first])).toMatchObject({ people: ['U3KATO'], insteadOf: '山田' });
    expect(at(8.5, [second, first]).people).toEqual(['U2ARAI']);
  });

  test('time that no cell speaks of can be taken too, also in a column the sheet does not have', () => {
    const { state } = play([[ask({ start: now + 60 * HOUR, end: now + 61 * HOUR, givers: [] }), now]]);
    expect(at(60.5, [state])).toMatchObject({ people: ['U2ARAI'], cell: null, insteadOf: null });
    const other = play([[ask({ column: 'manager', givers: [] }), now]]).state;
    expect(onDutyAt(withOverrides(rota, other ? [other] : []), now + 7 * HOUR, 'manager').people).toEqual([
      'U2ARAI',
    ]);
  });

  test('is told in a line', () => {
    const { state } = play([[ask({ consent: 'taker' }), now]]);
    expect(state && describeOverride(state, 'ja', 'Asia/Tokyo')).toBe(
      '11/22(日) 18:00–22:00 JST 代理: 新井さん（小野さんの代わり）・承諾待ち',
    );
  });
});
