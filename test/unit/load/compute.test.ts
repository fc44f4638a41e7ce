import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { computeLoad, type KnownStretch, type Period, periodBetween } from '../../../shared/load/index.ts';
import type { Rota, Span } from '../../../shared/rota/index.ts';

const HOUR = 3_600_000;
const NAMES: Record<string, string> = { U0ONO: '小野', U0ARAI: '新井', U0KATO: '加藤' };

function period(first: string, last: string, zone: string): Period {
  const asked = periodBetween(first, last, zone);
  if (!asked.ok) throw new Error(asked.why);
  return asked.period;
}

const at = (local: string, zone = 'Asia/Tokyo') =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).epochMilliseconds;

function span(start: number, end: number, people: readonly string[], kind: Span['kind'] = 'people'): Span {
  return { start, end, kind, people, text: people.join('、'), cell: null, tab: null, insteadOf: null };
}

function rotaOf(spans: readonly Span[], zone: string, holidays: readonly string[] = []): Rota {
  const columns = { primary: spans };
  return {
    id: 'r',
    zone,
    spreadsheet: 's',
    columns,
    people: NAMES,
    holidays,
    problems: [],
    understood: null,
  };
}

const whole = ({ from, to }: Period, rota: Rota): KnownStretch[] => [{ from, to, rota }];

const november = period('2026-11-01', '2026-11-30', 'Asia/Tokyo');
const loadOf = (spans: readonly Span[], holidays: readonly string[] = []) =>
  computeLoad({
    period: november,
    zone: 'Asia/Tokyo',
    column: 'primary',
    known: whole(november, rotaOf(spans, 'Asia/Tokyo', holidays)),
    calls: [],
  });

describe('hours by kind', () => {
  it('a weekday night counts as night only, from 22:00 to 05:00', () => {
    const load = loadOf([span(at('2026-11-24T10:00'), at('2026-11-25T10:00'), ['U0ONO'])]);
    expect(load.people[0]).toMatchObject({
      user: 'U0ONO',
      name: '小野',
      total: 24 * HOUR,
      night: 7 * HOUR,
      nights: 1,
      weekdayNight: 7 * HOUR,
      weekend: 0,
      holiday: 0,
    });
  });

  it('a holiday is a holiday, also at the weekend, and its night belongs to both', () => {
    // 11/22 is a Sunday, 11/23 Labor Thanksgiving Day; 11/21 a company's own day off, a Saturday.
    const load = loadOf(
      [span(at('2026-11-21T00:00'), at('2026-11-24T00:00'), ['U0ARAI'])],
      ['2026-11-21', '2026-11-23'],
    );
    expect(load.people[0]).toMatchObject({
      total: 72 * HOUR,
      weekend: 24 * HOUR,
      weekendDays: 1,
      holiday: 48 * HOUR,
      holidays: 2,
      night: 3 * 7 * HOUR,
      nights: 4,
      weekdayNight: 0,
    });
  });

  it('of several in a cell the hours are those of the one who is called first', () => {
    const load = loadOf([span(at('2026-11-02T00:00'), at('2026-11-03T00:00'), ['U0ONO', 'U0KATO'])]);
    expect(load.people.map(({ user, total }) => [user, total])).toEqual([['U0ONO', 24 * HOUR]]);
  });

  it('what nobody covers is said, and what is not on record too', () => {
    const rota = rotaOf([span(at('2026-11-10T00:00'), at('2026-11-11T00:00'), [], 'free')], 'Asia/Tokyo');
    const known = [{ from: at('2026-11-10T00:00'), to: at('2026-11-12T00:00'), rota }];
    const load = computeLoad({ period: november, zone: 'Asia/Tokyo', column: 'primary', known, calls: [] });
    expect(load).toMatchObject({ people: [], covered: 0, open: 48 * HOUR, unknown: 28 * 24 * HOUR });
  });

  it('a call wakes whom it reaches between 22:00 and 05:00', () => {
    const call = (local: string) => ({ user: 'U0KATO', name: '加藤', at: at(local) });
    const calls = ['2026-11-02T21:59', '2026-11-02T22:00', '2026-11-03T04:59', '2026-11-03T05:00'].map(call);
    const question = { period: november, zone: 'Asia/Tokyo', column: 'primary', known: [], calls };
    expect(computeLoad(question).people[0]).toMatchObject({ calls: 4, nightCalls: 2, total: 0 });
  });
});

describe('where the clocks change', () => {
  it('the night of the change counts as long as it was', () => {
    const zone = 'America/New_York';
    // 2026-03-08: 02:00 becomes 03:00. 2026-11-01: 02:00 becomes 01:00.
    for (const [day, hours] of [
      ['2026-03-08', 4 + 2],
      ['2026-11-01', 6 + 2],
    ] as const) {
      const one = period(day, day, zone);
      const rota = rotaOf([span(one.from, one.to, ['U0ONO'])], zone);
      const known = whole(one, rota);
      const load = computeLoad({ period: one, zone, column: 'primary', known, calls: [] });
      expect(load.people[0]?.night).toBe(hours * HOUR);
      expect(load.covered).toBe(one.to - one.from);
    }
  });
});

const zones = [
  'Asia/Tokyo',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'America/Sao_Paulo',
  'Asia/Beirut',
];

/** Spans end to end and apart, some of nobody, sorted, as a parser makes them. */
const worlds = fc.record({
  zone: fc.constantFrom(...zones),
  first: fc.constantFrom('2018-10-20', '2026-03-01', '2026-03-20', '2026-10-20', '2026-12-20'),
  days: fc.integer({ min: 1, max: 92 }),
  lead: fc.integer({ min: -4_000, max: 4_000 }),
  steps: fc.array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 6_000 }),
      gap: fc.constantFrom(0, 0, 0, 1, 59, 601),
      who: fc.constantFrom<readonly string[]>(['U0ONO'], ['U0ARAI'], ['U0KATO', 'U0ONO'], []),
    }),
    { maxLength: 60 },
  ),
});

it('the hours of all people are the time that is covered, whatever the zone, and the kinds are parts of them', () => {
  fc.assert(
    fc.property(worlds, ({ zone, first, days, lead, steps }) => {
      const last = Temporal.PlainDate.from(first).add({ days: days - 1 });
      const asked = period(first, last.toString(), zone);
      let from = asked.from + lead * 60_000;
      const spans = steps.map(({ minutes, gap, who }) => {
        const start = from + gap * 60_000;
        from = start + minutes * 60_000;
        return span(start, from, who, who.length > 0 ? 'people' : 'free');
      });
      const rota = rotaOf(spans, zone, [first]);
      const load = computeLoad({
        period: asked,
        zone,
        column: 'primary',
        known: whole(asked, rota),
        calls: [],
      });
      const covered = spans
        .filter(({ kind }) => kind === 'people')
        .map(({ start, end }) => Math.max(0, Math.min(end, asked.to) - Math.max(start, asked.from)))
        .reduce((sum, ms) => sum + ms, 0);
      expect(load.people.reduce((sum, { total }) => sum + total, 0)).toBe(covered);
      expect(load.covered).toBe(covered);
      expect(load.covered + load.open + load.unknown).toBe(asked.to - asked.from);
      const slots = nightSlots(asked, zone);
      for (const one of load.people) {
        expect(one.weekdayNight + one.weekend + one.holiday).toBeLessThanOrEqual(one.total);
        expect(one.night).toBeGreaterThanOrEqual(one.weekdayNight);
        expect(one.night).toBe(slowNight(spans, one.user, slots));
      }
    }),
    { numRuns: 60 },
  );
});

/**
 * The half hours of the night, as one would read them off the wall clock: the offsets of these zones move by multiples
 * of half an hour, so a half hour is all day or all night.
 */
function nightSlots({ from, to }: Period, zone: string): number[] {
  const slots = Array.from({ length: (to - from) / (HOUR / 2) }, (_none, i) => from + (i * HOUR) / 2);
  return slots.filter((slot) => {
    const { hour } = Temporal.Instant.fromEpochMilliseconds(slot).toZonedDateTimeISO(zone);
    return hour < 5 || hour >= 22;
  });
}

function slowNight(spans: readonly Span[], user: string, slots: readonly number[]): number {
  const own = spans.filter(({ people }) => people[0] === user);
  const shared = (slot: number) =>
    own.map(({ start, end }) => Math.max(0, Math.min(end, slot + HOUR / 2) - Math.max(start, slot)));
  return slots.flatMap(shared).reduce((sum, ms) => sum + ms, 0);
}
