import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CountedCall } from '../../../shared/escalation/index.ts';
import type { CountedIncident } from '../../../shared/incident/index.ts';
import { figuresOf } from '../../../shared/insights/figures.ts';
import { insightsCsv, weekOf, weekPeriod, weeksFrom } from '../../../shared/insights/index.ts';
import { type Sample, spreadOf } from '../../../shared/insights/spread.ts';

const zone = 'Asia/Tokyo';
const NOW = Date.parse('2026-11-24T12:00:00+09:00');
const week = (name: string) => {
  const period = weekPeriod(name, zone);
  if (!period) throw new Error(name);
  return { name, period };
};

const incident = (at: number, more: Partial<CountedIncident> = {}): CountedIncident => ({
  id: 'inc_1',
  declaredAt: at,
  service: 'rental',
  severity: 'SEV2',
  status: 'resolved',
  milestones: {},
  ...more,
});
const stamps = (detected: number, resolved: number | null) => ({
  detected: { at: detected, how: 'recorded' as const },
  ...(resolved !== null && { resolved: { at: resolved, how: 'recorded' as const } }),
});
const call = (at: number, more: Partial<CountedCall> = {}): CountedCall => ({
  id: 'esc_1',
  receivedAt: at,
  rota: 'mobility',
  status: 'done',
  acknowledgedAt: at + 60_000,
  late: false,
  rang: true,
  ...more,
});

test('every sample is counted once, and median and p90 are made of the recorded alone', () => {
  const sample: fc.Arbitrary<Sample> = fc.oneof(
    fc.record({ kind: fc.constant('recorded' as const), ms: fc.nat() }),
    fc.record({ kind: fc.constantFrom('pending' as const, 'invalid' as const, 'not-applicable' as const) }),
  );
  fc.assert(
    fc.property(fc.array(sample), (samples) => {
      const spread = spreadOf(samples);
      expect(spread.n + spread.pending + spread.invalid + spread.notApplicable).toBe(samples.length);
      const values = samples.flatMap((one) => (one.kind === 'recorded' ? [one.ms] : []));
      const { median, p90 } = spread;
      if (median === null || p90 === null) {
        expect(values).toEqual([]);
        return;
      }
      expect(values.filter((ms) => ms <= p90).length).toBeGreaterThanOrEqual(values.length * 0.9);
      expect(values).toContain(p90);
      expect(values.filter((ms) => ms <= median).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(values.filter((ms) => ms >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      expect(median).toBeLessThanOrEqual(p90);
    }),
  );
});

test('an instant lies in its week, in every zone, and weeks follow each other without a hole', () => {
  const zones = fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/New_York', 'Pacific/Apia', 'UTC');
  fc.assert(
    fc.property(fc.integer({ min: Date.UTC(2001, 0), max: Date.UTC(2198, 0) }), zones, (at, where) => {
      const name = weekOf(at, where);
      const period = weekPeriod(name, where);
      expect(period?.from).toBeLessThanOrEqual(at);
      expect(period?.to).toBeGreaterThan(at);
      expect(weekPeriod(weeksFrom(name, 1), where)?.from).toBe(period?.to);
      expect(weeksFrom(weeksFrom(name, 60), -60)).toBe(name);
    }),
  );
  expect(weekOf(Date.parse('2027-01-01T12:00:00+09:00'), zone)).toBe('2026-W53');
  expect(weekPeriod('2026-W53', zone)).toMatchObject({ first: '2026-12-28', last: '2027-01-03' });
  for (const none of ['2027-W53', '2026-W00', '2026-47', '', '2026-W470'])
    expect(weekPeriod(none, zone)).toBeNull();
});

test('Sunday night in Tokyo is another week than Monday morning, whatever UTC says', () => {
  const steps = [week('2026-W47'), week('2026-W48')];
  const [sunday, monday] = ['2026-11-22T23:59:59+09:00', '2026-11-23T00:00:00+09:00'].map((at) =>
    Date.parse(at),
  );
  const counted = { incidents: [incident(sunday ?? 0), incident(monday ?? 0)], calls: [call(monday ?? 0)] };
  const { steps: found } = figuresOf(counted, steps, zone, NOW);
  expect(found.map(({ incidents, calls }) => [incidents.count, calls.count])).toEqual([
    [1, 0],
    [1, 1],
  ]);
});

test('a number is made of what is recorded; pending and invalid are told, never mixed in', () => {
  const at = week('2026-W47').period.from;
  const incidents = [
    incident(at, { milestones: stamps(at, at + 600_000) }),
    incident(at, { milestones: stamps(at, at + 1_800_000) }),
    incident(at, { milestones: stamps(at, at - 1) }),
    incident(at, { status: 'fixing', milestones: stamps(at, null) }),
  ];
  const { incidents: all } = figuresOf({ incidents, calls: [] }, [week('2026-W47')], zone, NOW);
  expect(all.times.ttr).toEqual({
    n: 2,
    median: 1_200_000,
    p90: 1_800_000,
    pending: 1,
    invalid: 1,
    notApplicable: 0,
  });
});

test('a call that rang nobody, or ended untaken, has no time; one that still rings is pending', () => {
  const at = week('2026-W47').period.from;
  const calls = [
    call(at),
    call(at, { acknowledgedAt: null, status: 'open' }),
    call(at, { acknowledgedAt: null, status: 'done' }),
    call(at, { acknowledgedAt: null, status: 'open', rang: false }),
  ];
  const { acknowledged } = figuresOf({ incidents: [], calls }, [week('2026-W47')], zone, NOW).calls;
  expect(acknowledged).toMatchObject({ n: 1, pending: 1, invalid: 0, notApplicable: 2 });
});

test('hours are those of the wall clock: of noticing for an incident, of coming for a call', () => {
  const noon = Date.parse('2026-11-18T12:30:00+09:00');
  const incidents = [incident(noon + 7_200_000, { milestones: stamps(noon, null) })];
  const { hours } = figuresOf({ incidents, calls: [call(noon)] }, [week('2026-W47')], zone, NOW);
  expect([hours.incidents[12], hours.incidents[14], hours.calls[12]]).toEqual([1, 0, 1]);
  const changing = ['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'].map((at) => call(Date.parse(at)));
  const berlin = figuresOf({ incidents: [], calls: changing }, [week('2026-W43')], 'Europe/Berlin', NOW);
  // Both at 02:30 on the wall: the hour comes twice that night.
  expect(berlin.hours.calls[2]).toBe(2);
  const india = figuresOf({ incidents, calls: [call(noon)] }, [week('2026-W47')], 'Asia/Kolkata', NOW);
  expect(india.hours.calls[9]).toBe(1);
});

test('a name that a spreadsheet would run is text in the file', () => {
  const at = week('2026-W47').period.from;
  const figures = figuresOf({ incidents: [incident(at)], calls: [] }, [week('2026-W47')], zone, NOW);
  const file = insightsCsv(figures, () => '=HYPERLINK("https://evil.example")', 'en');
  expect(file).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
});
