import { describe, expect, test } from 'vitest';
import { isOpen, opensNext } from '../../../shared/escalation/hours.ts';
import { RouteConfig } from '../../../shared/escalation/index.ts';

const tokyo = { zone: 'Asia/Tokyo', holidays: ['2026-11-27'] };
const at = (local: string) => Date.parse(`${local}:00+09:00`);
const hoursOf = (hours: unknown) => RouteConfig.parse({ channel: 'C0HELP', rota: 'r', hours }).hours ?? [];
const day = hoursOf({ from: '09:00', to: '18:00' });
const night = hoursOf({ days: ['fri'], from: '22:00', to: '06:00', holidays: 'open' });

describe('the hours of a route', () => {
  test.each([
    ['Tuesday noon', day, '2026-11-24T12:00', true],
    ['the minute it opens', day, '2026-11-24T09:00', true],
    ['the minute it closes', day, '2026-11-24T18:00', false],
    ['a Sunday', day, '2026-11-29T12:00', false],
    ['a public holiday (勤労感謝の日)', day, '2026-11-23T12:00', false],
    ["a date of the sheet's 休日 tab", day, '2026-11-27T12:00', false],
    ['Friday night', night, '2026-11-27T23:00', true],
    ['the morning after Friday night', night, '2026-11-28T05:59', true],
    ['the night before', night, '2026-11-26T23:00', false],
    [
      'the last minute of a day that ends at 24:00',
      hoursOf({ from: '18:00', to: '24:00' }),
      '2026-11-24T23:59',
      true,
    ],
    ['midnight after it', hoursOf({ from: '18:00', to: '24:00' }), '2026-11-25T00:00', false],
  ])('%s', (_what, hours, local, open) => {
    expect(isOpen(hours, at(local), tokyo)).toBe(open);
  });

  test('say when they begin again, over a weekend and holidays', () => {
    expect(opensNext(day, at('2026-11-26T19:00'), tokyo)).toBe(at('2026-11-30T09:00'));
    expect(opensNext(day, at('2026-11-24T08:00'), tokyo)).toBe(at('2026-11-24T09:00'));
  });

  test('follow the clocks on the wall where summer time begins', () => {
    const london = { zone: 'Europe/London', holidays: [] };
    const hours = hoursOf({ days: ['sun', 'mon'], from: '09:00', to: '17:00' });
    expect(isOpen(hours, Date.parse('2027-03-28T08:30Z'), london)).toBe(true);
    expect(isOpen(hours, Date.parse('2027-03-21T08:30Z'), london)).toBe(false);
  });
});
