import { expect, test } from 'vitest';
import type { Status } from '../../../shared/incident/model.ts';
import { numbersOf } from '../../../shared/incident/numbers.ts';
import type { Milestones } from '../../../shared/incident/parts.ts';
import { cause, declared, MINUTE, ONO, opened, T0 } from './builders.ts';

const at = (minutes: number) => ({ at: T0 + minutes * MINUTE, how: 'recorded' as const });
const numbers = (milestones: Milestones, status: Status = 'investigating') =>
  numbersOf({ milestones, status }, T0 + 1_000 * MINUTE);
const recorded = (minutes: number) => ({ kind: 'recorded', ms: minutes * MINUTE });

test('each time is one phase, and the last is the whole', () => {
  const all = {
    started: at(0),
    detected: at(5),
    acknowledged: at(7),
    identified: at(20),
    mitigated: at(40),
    resolved: at(60),
  };
  expect(numbers(all, 'resolved')).toEqual({
    ttd: recorded(5),
    tta: recorded(2),
    tti: recorded(13),
    ttf: recorded(20),
    ttr: recorded(55),
  });
});

test('what is not reached yet is pending, and says on what it waits', () => {
  expect(numbers({ detected: at(0) })).toMatchObject({
    ttd: { kind: 'pending', missing: 'started' },
    tta: { kind: 'pending', missing: 'acknowledged' },
    ttr: { kind: 'pending', missing: 'resolved' },
  });
});

test('a step that an ended incident never had does not apply; when it began can still be found out', () => {
  const ended = numbers(
    { detected: at(0), acknowledged: at(1), resolved: at(9), mitigated: at(9) },
    'closed',
  );
  expect(ended.tti).toEqual({ kind: 'not-applicable', because: 'never-reached', missing: 'identified' });
  expect(ended.ttd).toEqual({ kind: 'pending', missing: 'started' });
  const stated = { detected: at(0), acknowledged: { at: null, how: 'corrected' as const } };
  expect(numbers(stated).tta).toEqual({ kind: 'not-applicable', because: 'stated', missing: 'acknowledged' });
});

test('times that contradict each other give no number but the reason', () => {
  expect(numbers({ detected: at(10), resolved: at(5) }, 'resolved').ttr).toEqual({
    kind: 'invalid',
    because: 'out-of-order',
    from: 'detected',
    to: 'resolved',
  });
  expect(numbers({ started: at(0), detected: at(2_000) }).ttd).toEqual({
    kind: 'invalid',
    because: 'in-the-future',
    milestone: 'detected',
  });
});

test('they follow the status, going back takes them away again, also corrected ones, but not that one does not apply', () => {
  const one = opened();
  const set = (to: Status, minutes: number, reason: string | null = null) =>
    one.give({ type: 'set-status', to, reason, by: ONO, cause: cause() }, T0 + minutes * MINUTE);
  set('investigating', 2);
  set('fixing', 10);
  set('resolved', 30);
  const now = T0 + 60 * MINUTE;
  const of = () => numbersOf(one.state ?? { milestones: {}, status: 'detected' }, now);
  expect(of()).toEqual({
    ttd: recorded(5),
    tta: recorded(7),
    tti: recorded(8),
    ttf: recorded(20),
    ttr: recorded(35),
  });
  one.give(
    {
      type: 'correct',
      set: { mitigated: T0 + 25 * MINUTE, identified: 'not-applicable' },
      seen: null,
      reason: 'グラフで確認',
      by: ONO,
      cause: cause(),
    },
    now,
  );
  expect(of().ttr).toEqual(recorded(35));
  expect(of().ttf).toMatchObject({ kind: 'not-applicable', because: 'stated' });
  // What was corrected lies ahead again as well: the end of the first time is not that of the second.
  set('investigating', 61, '再発');
  expect(Object.keys(one.state?.milestones ?? {})).toEqual([
    'started',
    'detected',
    'acknowledged',
    'identified',
  ]);
  set('resolved', 90);
  expect(one.state?.milestones.mitigated).toEqual({ at: T0 + 90 * MINUTE, how: 'implied' });
});

test('a call that was acknowledged before the declare has its time already', () => {
  const one = declared({ acknowledgedAt: T0 - 3 * MINUTE });
  expect(numbersOf(one.state ?? { milestones: {}, status: 'detected' }, T0).tta).toEqual(recorded(2));
});
