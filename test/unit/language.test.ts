import { expect, test } from 'vitest';
import { clockTime, dayText, durationText, localeOf, moment, zoneName } from '../../shared/language/index.ts';

const at = Date.parse('2026-11-23T15:06:07Z');
const zone = 'Asia/Tokyo';

test('midnight is 00, never 24', () => {
  expect(clockTime(at, zone)).toBe('00:06');
  expect(clockTime(at, zone, true)).toBe('00:06:07');
});

test('another day than now is named, in the words of the reader', () => {
  expect(moment(at, at, zone, 'ja')).toBe('00:06');
  expect(moment(at, at - 3_600_000, zone, 'ja')).toBe('11/24(火) 00:06');
  expect(dayText(at, zone, 'en')).toBe('Tue 11/24');
});

test('the year is said of a day far away, also of the same day in another year', () => {
  const past = Date.parse('2024-03-05T05:03:00Z');
  expect(moment(past, at, zone, 'ja')).toBe('2024/3/5(火) 14:03');
  expect(moment(past, at, zone, 'en')).toBe('Tue 3/5/2024 14:03');
  // 11/26 is a Thursday in 2020 and in 2026.
  const [before, now] = [Date.parse('2020-11-26T03:00:00Z'), Date.parse('2026-11-26T05:00:00Z')];
  expect(moment(before, now, zone, 'ja')).toBe('2020/11/26(木) 12:00');
  expect(moment(Date.parse('2027-01-02T03:00:00Z'), now, zone, 'ja')).toBe('1/2(土) 12:00');
});

test('the zone is named', () => {
  expect(zoneName(at, zone)).toBe('JST');
  expect(zoneName(Date.parse('2026-07-01T00:00:00Z'), 'Europe/London')).toBe('GMT+1');
});

test.each([
  [400, '0秒', '0 s'],
  [59_400, '59秒', '59 s'],
  [120_000, '2分', '2 min'],
  [3_600_000, '1時間', '1 h'],
  [3_900_000, '1時間5分', '1 h 5 min'],
  [172_740_000, '47時間59分', '47 h 59 min'],
  [172_800_000, '2日', '2 d'],
  [276_000_000, '3日4時間', '3 d 4 h'],
])('%i ms is %s, %s', (ms, ja, en) => {
  expect([durationText(ms, 'ja'), durationText(ms, 'en')]).toEqual([ja, en]);
});

test("a person's own language, else the workspace's", () => {
  expect([
    localeOf('ja-JP', 'en'),
    localeOf('en-GB', 'ja'),
    localeOf('fr-FR', 'ja'),
    localeOf(null, 'ja'),
  ]).toEqual(['ja', 'en', 'en', 'ja']);
});
