import { describe, expect, test } from 'vitest';
import { lastTurn, nextTurn } from '../../../shared/tasks/schedule.ts';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

test('an interval is counted from the epoch, and a turn is never the instant itself', () => {
  expect(nextTurn({ every: HOUR }, at('2026-11-24T12:34:00Z'))).toBe(at('2026-11-24T13:00:00Z'));
  expect(nextTurn({ every: HOUR }, at('2026-11-24T13:00:00Z'))).toBe(at('2026-11-24T14:00:00Z'));
});

describe('a wall-clock time', () => {
  const tokyo = { at: '10:00', zone: 'Asia/Tokyo' };

  test('is the next one of its zone', () => {
    expect(nextTurn(tokyo, at('2026-11-24T09:59:59+09:00'))).toBe(at('2026-11-24T10:00:00+09:00'));
    expect(nextTurn(tokyo, at('2026-11-24T10:00:00+09:00'))).toBe(at('2026-11-25T10:00:00+09:00'));
  });

  test('keeps to its weekdays and to what the caller says of a day', () => {
    const monday = { ...tokyo, days: [1] };
    expect(nextTurn(monday, at('2026-11-24T12:00:00+09:00'))).toBe(at('2026-11-30T10:00:00+09:00'));
    const noHoliday = { ...monday, on: (date: string) => date !== '2026-11-30' };
    expect(nextTurn(noHoliday, at('2026-11-24T12:00:00+09:00'))).toBe(at('2026-12-07T10:00:00+09:00'));
    expect(() => nextTurn({ ...tokyo, on: () => false }, 0)).toThrow(/names no day/);
  });

  test('skipped by a clock change comes an hour later that day, repeated by one comes once', () => {
    const newYork = { at: '02:30', zone: 'America/New_York' };
    expect(nextTurn(newYork, at('2026-03-08T01:00:00-05:00'))).toBe(at('2026-03-08T03:30:00-04:00'));
    const repeated = { at: '01:30', zone: 'America/New_York' };
    const first = nextTurn(repeated, at('2026-11-01T00:00:00-04:00'));
    expect(first).toBe(at('2026-11-01T01:30:00-04:00'));
    expect(nextTurn(repeated, first)).toBe(at('2026-11-02T01:30:00-05:00'));
  });
});

test('of many missed turns the last is meant', () => {
  const now = at('2026-11-27T09:00:00+09:00');
  expect(lastTurn({ every: HOUR }, now - 5 * HOUR, now + 60_000)).toBe(now);
  const daily = { at: '10:00', zone: 'Asia/Tokyo' };
  expect(lastTurn(daily, at('2026-11-24T10:00:00+09:00'), now)).toBe(at('2026-11-26T10:00:00+09:00'));
  expect(lastTurn(daily, at('2026-11-28T10:00:00+09:00'), now)).toBe(at('2026-11-28T10:00:00+09:00'));
});
