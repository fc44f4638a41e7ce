import { expect, it } from 'vitest';
import { monthsAround, monthsIn, periodBetween } from '../../../shared/load/index.ts';

const zone = 'Asia/Tokyo';
const NOON = Date.parse('2026-11-24T12:00:00+09:00');
const days = (by: number, months: 1 | 3) => {
  const { first, last } = monthsAround(NOON, zone, months, by);
  return `${first} ${last}`;
};

it('months and quarters step over the year', () => {
  expect([days(-1, 1), days(0, 1), days(2, 1)]).toEqual([
    '2026-10-01 2026-10-31',
    '2026-11-01 2026-11-30',
    '2027-01-01 2027-01-31',
  ]);
  expect([days(0, 3), days(1, 3)]).toEqual(['2026-10-01 2026-12-31', '2027-01-01 2027-03-31']);
});

it('knows a whole month and a whole quarter from any other stretch', () => {
  const size = (first: string, last: string) => {
    const asked = periodBetween(first, last, zone);
    return asked.ok ? monthsIn(asked.period) : asked.why;
  };
  expect(size('2026-02-01', '2026-02-28')).toBe(1);
  expect(size('2026-10-01', '2026-12-31')).toBe(3);
  expect(size('2026-11-01', '2027-01-31')).toBe(null);
  expect(size('2026-11-02', '2026-12-01')).toBe(null);
});

it.each([
  ['2026-11-31', '2026-12-01', 'not-a-date'],
  ['11/1', '2026-12-01', 'not-a-date'],
  ['2026-11-02', '2026-11-01', 'backwards'],
  ['2026-01-01', '2027-01-02', 'too-long'],
  ['1999-12-01', '2000-01-01', 'out-of-range'],
])('%s to %s is %s', (first, last, why) => {
  expect(periodBetween(first, last, zone)).toEqual({ ok: false, why });
});

it('a day where the clocks change has its true length', () => {
  const asked = periodBetween('2026-03-29', '2026-03-29', 'Europe/London');
  expect(asked.ok && asked.period.to - asked.period.from).toBe(23 * 3_600_000);
});
