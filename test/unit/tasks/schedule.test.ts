import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  dayOfTurn,
  lastTurn,
  nextTurn,
  type Schedule,
  turnAfterChange,
} from '../../../shared/tasks/schedule.ts';

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

describe('a schedule in another zone', () => {
  const weekly = (zone: string): Schedule => ({ at: '09:30', zone, days: [1] });

  test('a Monday that had its turn has none again, later that day further west', () => {
    const now = at('2026-11-30T09:40:00+09:00');
    const turn = turnAfterChange(weekly('Europe/Berlin'), '2026-11-30', now);
    expect(turn).toBe(at('2026-12-07T09:30:00+01:00'));
  });

  test('a Monday that still waits for its turn has it at once, where its time is past further east', () => {
    const now = at('2026-11-30T09:00:00+01:00');
    expect(turnAfterChange(weekly('Asia/Tokyo'), '2026-11-23', now)).toBe(at('2026-11-30T09:30:00+09:00'));
  });

  test('what is owed for days is given up, and where days do not count nothing is owed', () => {
    const now = at('2026-11-30T12:00:00Z');
    const daily = { at: '09:00', zone: 'UTC' };
    expect(turnAfterChange(daily, '2026-11-20', now)).toBe(at('2026-12-01T09:00:00Z'));
    expect(turnAfterChange({ every: HOUR }, '2026-11-20', now)).toBe(now + HOUR);
    expect(dayOfTurn({ every: HOUR }, now)).toBeNull();
  });

  test('moved between any zones at any time, each day has one turn and no day is left out', () => {
    const zones = fc.constantFrom('Asia/Tokyo', 'Europe/Berlin', 'America/Los_Angeles', 'Pacific/Kiritimati');
    const hours = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(fc.array(fc.tuple(zones, hours), { minLength: 2, maxLength: 8 }), (moves) => {
        const days: string[] = [];
        let now = at('2026-11-24T00:00:00Z');
        for (const [zone, wait] of moves) {
          const schedule = { at: '09:30', zone };
          const end = now + wait * HOUR;
          let turn = turnAfterChange(schedule, days.at(-1) ?? null, now);
          for (; turn <= end; turn = nextTurn(schedule, turn)) days.push(dayOfTurn(schedule, turn) ?? '');
          now = end;
        }
        const first = Date.parse(days[0] ?? '2026-11-24');
        const inOrder = days.map((_day, i) => new Date(first + i * 86_400_000).toISOString().slice(0, 10));
        expect(days).toEqual(inOrder);
      }),
    );
  });
});
