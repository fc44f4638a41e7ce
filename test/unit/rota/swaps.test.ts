import { expect, test } from 'vitest';
import {
  coversOf,
  describeOverride,
  type OverrideCommand,
  onDutyAt,
  withOverrides,
} from '../../../shared/rota/index.ts';
import { arai, ask, HOUR, kato, now, ono, type Propose, play } from './cover.ts';
import { days, sampleOf } from './odd/make.ts';
import { parseSample } from './sample.ts';

const rota = parseSample(
  sampleOf({ about: '', rows: [['日付', '担当'], ...days(22, '山田', '佐藤', '山田')], on: {} }),
);
/** 小野 gives the hours 6 to 10 to 新井, who gives 30 to 34. */
const swap = (more: Partial<Propose> = {}): Propose =>
  ask({
    consent: 'taker',
    inReturn: {
      column: 'primary',
      start: now + 30 * HOUR,
      end: now + 34 * HOUR,
      taker: ono,
      givers: [arai],
    },
    ...more,
  });
const by = (type: 'accept' | 'decline', user: string): OverrideCommand => ({ type, by: user });
const revoke = (user: string): OverrideCommand => ({ type: 'revoke', by: user, manages: false });
const at = (hours: number, state: ReturnType<typeof play>['state']) =>
  onDutyAt(withOverrides(rota, state ? [state] : []), now + hours * HOUR).people[0];

test('both times change hands together, once the other has said yes', () => {
  const asked = play([[swap(), now]]);
  expect(asked.state).toMatchObject({ status: 'proposed', until: now + 34 * HOUR, stands: false });
  const agreed = play([
    [swap(), now],
    [by('accept', arai.id), now + HOUR],
  ]).state;
  expect([at(7, agreed), at(31, agreed)]).toEqual([arai.id, ono.id]);
  expect(agreed && coversOf([agreed])).toHaveLength(2);
});

test('an exchange that a third person arranges needs both', () => {
  const steps = [
    [swap({ asker: kato }), now],
    [by('accept', arai.id), now],
    [by('accept', ono.id), now],
  ] as const;
  expect(play(steps.slice(0, 2)).state?.status).toBe('proposed');
  expect(play(steps).state?.status).toBe('active');
});

test('ended between its times, the first stays as it was and the second is the sheet’s again', () => {
  const { state } = play([
    [swap(), now],
    [by('accept', arai.id), now],
    [revoke(arai.id), now + 20 * HOUR],
  ]);
  expect([at(7, state), at(31, state)]).toEqual([arai.id, 'U02SATO']);
});

test('a time of it that is over is refused', () => {
  expect(play([[swap({ start: now - 4 * HOUR, end: now - HOUR }), now]]).answers).toEqual(['past']);
});

test('a request that nobody accepts runs out with its last time, not before, and cannot be accepted then', () => {
  const { answers, state } = play([
    [swap(), now],
    [{ type: 'expire' }, now + 33 * HOUR],
    [{ type: 'expire' }, now + 34 * HOUR],
    [{ type: 'expire' }, now + 35 * HOUR],
    [by('accept', arai.id), now + 35 * HOUR],
  ]);
  expect(answers).toEqual(['proposed accepted', '', 'expired', '', 'over']);
  expect(state).toMatchObject({ status: 'expired', stands: false });
});

test('one that stands does not run out', () => {
  const steps = [
    [swap(), now],
    [by('accept', arai.id), now],
    [{ type: 'expire' }, now + 40 * HOUR],
  ] as const;
  expect(play(steps).state?.status).toBe('active');
});

test('is told in one line, both ways', () => {
  const { state } = play([[swap(), now]]);
  expect(state && describeOverride(state, 'ja', 'Asia/Tokyo')).toMatch(
    /代理: 新井さん（小野さんの代わり）、.*代理: 小野さん（新井さんの代わり）・承諾待ち/,
  );
});
