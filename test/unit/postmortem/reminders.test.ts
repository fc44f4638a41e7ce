import { expect, test } from 'vitest';
import { inHours, nextReminder } from '../../../shared/postmortem/reminders.ts';
import { PostmortemConfig } from '../../../shared/postmortem/schemas.ts';

const hours = { hours: PostmortemConfig.parse({}).hours, zone: 'Asia/Tokyo' };
const at = (text: string) => Date.parse(`${text}+09:00`);
const said = (instant: number) => new Date(instant + 9 * 3_600_000).toISOString().slice(0, 16);

test.each([
  ['2026-11-24T12:00', '2026-11-24T12:00', 'a working day'],
  ['2026-11-24T09:59', '2026-11-24T10:00', 'before it begins'],
  ['2026-11-24T18:00', '2026-11-25T10:00', 'when it is over'],
  ['2026-11-21T12:00', '2026-11-24T10:00', 'a Saturday before a holiday'],
  ['2026-12-31T23:00', '2027-01-04T10:00', "New Year's Day, a Friday, and the weekend behind it"],
])('%s → %s: %s', (from, to) => {
  expect(said(inHours(at(from), hours))).toBe(to);
});

test('each reminder comes later than the one before, on a working day, and in the end each week', () => {
  let now = at('2026-11-30T12:00');
  const days: string[] = [];
  for (let round = 0; round < 5; round += 1) {
    now = nextReminder(now, round, hours);
    days.push(said(now));
  }
  expect(days).toEqual([
    '2026-12-01T12:00',
    '2026-12-03T12:00',
    '2026-12-07T10:00',
    '2026-12-11T10:00',
    '2026-12-16T10:00',
  ]);
  expect(said(nextReminder(at('2026-12-16T10:00'), 40, hours))).toBe('2026-12-23T10:00');
});
