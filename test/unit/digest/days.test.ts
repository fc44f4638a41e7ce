import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { dayTold, isDailyDay, isWeeklyDay, weekTold } from '../../../shared/digest/days.ts';
import { DAYS, DigestConfig } from '../../../shared/digest/schemas.ts';

const config = (more: object = {}) => DigestConfig.parse({ channel: 'C0123', ...more });
const monday = config();

test('the usual day tells, and where it is a holiday the next working day does', () => {
  expect(
    ['2026-11-16', '2026-11-17', '2026-11-23', '2026-11-24'].filter((day) => isWeeklyDay(day, monday)),
  ).toEqual(['2026-11-16', '2026-11-24']);
  // Golden Week of 2026: Monday the 4th to Wednesday the 6th are holidays.
  expect(
    ['2026-05-04', '2026-05-05', '2026-05-06', '2026-05-07'].filter((day) => isWeeklyDay(day, monday)),
  ).toEqual(['2026-05-07']);
  expect(isWeeklyDay('2026-11-23', config({ holidays: 'post' }))).toBe(true);
  expect(isWeeklyDay('2026-11-24', config({ holidays: 'post' }))).toBe(false);
});

test('every week is told once, whatever the day and the holidays', () => {
  fc.assert(
    fc.property(fc.constantFrom(...DAYS), fc.integer({ min: 0, max: 1_500 }), (day, weeks) => {
      const own = config({ weekly: { day } });
      const first = Temporal.PlainDate.from('2020-01-06')
        .add({ weeks })
        .add({ days: DAYS.indexOf(day) });
      const seven = Array.from({ length: 7 }, (_, i) => first.add({ days: i }).toString());
      expect(seven.filter((date) => isWeeklyDay(date, own))).toHaveLength(1);
    }),
  );
});

test('a Monday tells of the week before, a Friday of its own', () => {
  const at = (day: string) => Date.parse(`${day}T09:30:00+09:00`);
  expect(weekTold(at('2026-11-16'), 'Asia/Tokyo')).toBe('2026-W46');
  expect(weekTold(at('2026-11-19'), 'Asia/Tokyo')).toBe('2026-W46');
  expect(weekTold(at('2026-11-20'), 'Asia/Tokyo')).toBe('2026-W47');
  expect(weekTold(at('2026-11-22'), 'Asia/Tokyo')).toBe('2026-W47');
});

test('the daily one keeps off weekends and holidays, and tells of the day before', () => {
  const days = ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '2026-11-24'];
  expect(days.filter((day) => isDailyDay(day, monday))).toEqual(['2026-11-20', '2026-11-24']);
  expect(dayTold(Date.parse('2026-11-24T00:30:00+09:00'), 'Asia/Tokyo')).toBe('2026-11-23');
});

test('a wrong time or channel is refused', () => {
  for (const wrong of [
    { channel: 'general' },
    { channel: 'C01', weekly: { at: '9:30' } },
    { channel: 'C01', daily: '24:00' },
  ])
    expect(DigestConfig.safeParse(wrong).success).toBe(false);
});
