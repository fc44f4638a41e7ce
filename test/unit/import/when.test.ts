import { describe, expect, test } from 'vitest';
import { readWhen } from '../../../shared/import/map/when.ts';

const TOKYO = { zone: 'Asia/Tokyo', dayOrder: null } as const;
const iso = (text: string, settings: Parameters<typeof readWhen>[1] = TOKYO) => {
  const when = readWhen(text, settings);
  if (when === null || typeof when === 'string') return when;
  const time = (at: number) => new Date(at).toISOString().replace('.000Z', 'Z');
  return [
    time(when.start),
    ...(when.end === null ? [] : [time(when.end)]),
    ...(when.hour ? [] : ['day']),
  ].join(' ');
};

describe('times as people and programs write them', () => {
  test.each([
    ['2024年3月5日 14:03', '2024-03-05T05:03:00Z'],
    ['2024年3月5日(火) 14時03分', '2024-03-05T05:03:00Z'],
    ['2024年3月5日（火）14時3分頃', '2024-03-05T05:03:00Z'],
    ['2024/3/5(火) 14:03ごろ', '2024-03-05T05:03:00Z'],
    ['令和6年3月5日 14:03', '2024-03-05T05:03:00Z'],
    ['R6.3.5 午後2時3分', '2024-03-05T05:03:00Z'],
    ['令和6年3月5日', '2024-03-04T15:00:00Z day'],
    ['平成31年4月30日 午前9時', '2019-04-30T00:00:00Z'],
    ['2024/3/5 23:30〜翌1:30', '2024-03-05T14:30:00Z 2024-03-05T16:30:00Z'],
    ['45356.5854166667', '2024-03-05T05:03:00Z'],
    ['45356', 'no-time'],
    ['２０２４／０３／０５　１４：０３', '2024-03-05T05:03:00Z'],
    ['2024/03/05 14:03 (JST)', '2024-03-05T05:03:00Z'],
    ['2024-03-05 14:03:22', '2024-03-05T05:03:22Z'],
    ['2024年3月5日 午後2:03', '2024-03-05T05:03:00Z'],
    ['March 5, 2024 2:03 PM', '2024-03-05T05:03:00Z'],
    ['@March 5, 2024 2:03 PM (GMT+9)', '2024-03-05T05:03:00Z'],
    ['2024-03-05 05:03 UTC', '2024-03-05T05:03:00Z'],
    ['2024/03/05 14:03 +0900', '2024-03-05T05:03:00Z'],
    ['2024-03-05T05:03:22.125Z', '2024-03-05T05:03:22.125Z'],
    ['2024-03-05T14:03:00+0900', '2024-03-05T05:03:00Z'],
    ['2024-03-05T14:03', '2024-03-05T05:03:00Z'],
    ['1709614980', '2024-03-05T05:03:00Z'],
    ['1709614980000', '2024-03-05T05:03:00Z'],
    ['2024年3月5日 14:03 → 15:20', '2024-03-05T05:03:00Z 2024-03-05T06:20:00Z'],
    ['2024/03/05 14:03 (JST) → 2024/03/06 1:20 (JST)', '2024-03-05T05:03:00Z 2024-03-05T16:20:00Z'],
    ['March 5, 2024 11:50 PM → March 6, 2024 12:10 AM', '2024-03-05T14:50:00Z 2024-03-05T15:10:00Z'],
    ['2024/03/05 10:00-18:00', '2024-03-05T01:00:00Z 2024-03-05T09:00:00Z'],
    ['2024年3月5日', '2024-03-04T15:00:00Z day'],
    ['2024年3月5日 → 2024年3月6日', '2024-03-04T15:00:00Z 2024-03-05T15:00:00Z day'],
    ['', null],
    [' ', null],
    ['昨日', 'no-time'],
    ['2024年2月30日 10:00', 'no-time'],
    ['3/5 14:03', 'no-year'],
    ['03/04/2024 10:00', 'two-days'],
    ['x'.repeat(1_000), 'no-time'],
  ])('%s', (said, expected) => {
    expect(iso(said)).toBe(expected);
  });

  test('another zone and another order of day and month', () => {
    expect(iso('03/04/2024 10:00', { zone: 'UTC', dayOrder: 'month-first' })).toBe('2024-03-04T10:00:00Z');
    expect(iso('03/04/2024 10:00', { zone: 'UTC', dayOrder: 'day-first' })).toBe('2024-04-03T10:00:00Z');
    expect(iso('2024-07-01 09:00', { zone: 'Europe/Berlin', dayOrder: null })).toBe('2024-07-01T07:00:00Z');
    expect(iso('2024-07-01 09:00 JST', { zone: 'Europe/Berlin', dayOrder: null })).toBe(
      '2024-07-01T00:00:00Z',
    );
  });
});
