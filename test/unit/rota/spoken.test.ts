import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { describeRefusal, readMoment, readSpan } from '../../../shared/rota/index.ts';

const zone = 'Asia/Tokyo';
/** A Wednesday. */
const now = Date.parse('2026-11-25T14:30:00+09:00');
const wall = (at: number, where = zone) =>
  Temporal.Instant.fromEpochMilliseconds(at)
    .toZonedDateTimeISO(where)
    .toPlainDateTime()
    .toString({ smallestUnit: 'minute' })
    .slice(2);
const moment = (text: string) => {
  const read = readMoment(text, { now, zone });
  return read.ok ? `${wall(read.at)}${read.rough ? ' rough' : ''}` : read.why;
};
const span = (text: string, at = now, where = zone) => {
  const read = readSpan(text, { now: at, zone: where });
  return read.ok
    ? `${wall(read.start, where)} ${wall(read.end, where)}${read.rough ? ' rough' : ''}`
    : read.why;
};

describe('a moment', () => {
  test.each([
    ['12/31 23:00', '26-12-31T23:00'],
    ['12月31日の23時', '26-12-31T23:00'],
    ['１２／３１　２３：００', '26-12-31T23:00'],
    ['2027-01-01 9:00', '27-01-01T09:00'],
    ['令和8年12月31日 23時半', '26-12-31T23:30'],
    ['Dec 31 11pm', '26-12-31T23:00'],
    ['31 Dec at 23:00', '26-12-31T23:00'],
    ['明日18時', '26-11-26T18:00'],
    ['明日の午後6時半', '26-11-26T18:30'],
    ['あさって 9:05', '26-11-27T09:05'],
    ['tomorrow 6pm', '26-11-26T18:00'],
    ['tomorrow at 6', '26-11-26T06:00'],
    ['next monday 9:00', '26-11-30T09:00'],
    ['monday 9am', '26-11-30T09:00'],
    ['来週の月曜9時', '26-11-30T09:00'],
    ['金曜日 18:00', '26-11-27T18:00'],
    ['水曜 18:00', '26-11-25T18:00'],
    ['水曜 9:00', '26-12-02T09:00'],
    ['next friday noon', '26-12-04T12:00'],
    ['23:00', '26-11-25T23:00'],
    ['9時', '26-11-26T09:00'],
    ['今', '26-11-25T14:30'],
    ['2時間後', '26-11-25T16:30'],
    ['in 90 minutes', '26-11-25T16:00'],
    ['昨日 3:00', '26-11-24T03:00'],
    ['11/17 03:00', '26-11-17T03:00'],
    ['今夜22時', '26-11-25T22:00'],
    ['今夜8時', '26-11-25T20:00'],
    ['今夜2時', '26-11-26T02:00'],
    ['tonight at 9', '26-11-25T21:00'],
    ['25:00', '26-11-26T01:00'],
    ['今夜', '26-11-25T21:00 rough'],
    ['明日', '26-11-26T00:00 rough'],
    ['12/31(木) 9:00', '26-12-31T09:00'],
  ])('%s is %s', (text, expected) => expect(moment(text)).toBe(expected));

  test.each([
    ['', 'empty'],
    ['そのうち', 'not-understood'],
    ['9', 'not-understood'],
    ['2月30日 9:00', 'no-such-day'],
    ['03/04/2026 9:00', 'two-days'],
    ['明日25時70分', 'not-understood'],
    ['tomorrow 13pm', 'not-understood'],
    ['翌7時', 'not-understood'],
    ['__proto__', 'not-understood'],
    ['<@U01YAMADA> 9:00', 'not-understood'],
  ])('%s is refused as %s', (text, why) => expect(moment(text)).toBe(why));
});

describe('a span', () => {
  test.each([
    ['明日18時から22時', '26-11-26T18:00 26-11-26T22:00'],
    ['明日18時から22時まで', '26-11-26T18:00 26-11-26T22:00'],
    ['18:00-22:00', '26-11-25T18:00 26-11-25T22:00'],
    ['18:00〜翌7:00', '26-11-25T18:00 26-11-26T07:00'],
    ['22時〜29時', '26-11-25T22:00 26-11-26T05:00'],
    ['22:00-7:00', '26-11-25T22:00 26-11-26T07:00'],
    ['14:00-16:00', '26-11-25T14:00 26-11-25T16:00'],
    ['9:00-12:00', '26-11-26T09:00 26-11-26T12:00'],
    ['tomorrow 6pm to 10pm', '26-11-26T18:00 26-11-26T22:00'],
    ['from tomorrow 6pm until 10pm', '26-11-26T18:00 26-11-26T22:00'],
    ['tomorrow 6-10pm', '26-11-26T18:00 26-11-26T22:00'],
    ['fri 10pm - sat 7am', '26-11-27T22:00 26-11-28T07:00'],
    ['金曜22時から土曜7時', '26-11-27T22:00 26-11-28T07:00'],
    ['12/31 23:00-1/1 7:00', '26-12-31T23:00 27-01-01T07:00'],
    ['2026-12-31 18:00-22:00', '26-12-31T18:00 26-12-31T22:00'],
    ['12/31 18-22時', '26-12-31T18:00 26-12-31T22:00'],
    ['今から2時間', '26-11-25T14:30 26-11-25T16:30'],
    ['for 2 hours', '26-11-25T14:30 26-11-25T16:30'],
    ['明日9時から3時間', '26-11-26T09:00 26-11-26T12:00'],
    ['now to 18:00', '26-11-25T14:30 26-11-25T18:00'],
    ['今夜22時から2時', '26-11-25T22:00 26-11-26T02:00'],
    ['next monday 9:00 - 18:00', '26-11-30T09:00 26-11-30T18:00'],
    ['12/29〜1/3', '26-12-29T00:00 27-01-04T00:00 rough'],
    ['今夜', '26-11-25T18:00 26-11-26T06:00 rough'],
    ['tomorrow', '26-11-26T00:00 26-11-27T00:00 rough'],
    ['今日', '26-11-25T14:30 26-11-26T00:00 rough'],
  ])('%s is %s', (text, expected) => expect(span(text)).toBe(expected));

  test.each([
    ['', 'empty'],
    ['18-22', 'not-understood'],
    ['明日18時', 'no-end'],
    ['12/31 22:00-12/30 7:00', 'backwards'],
    ['12/1 9:00-2/1 9:00', 'too-long'],
    ['2/30 9:00-10:00', 'no-such-day'],
    ['夕食のころ', 'not-understood'],
  ])('%s is refused as %s', (text, why) => expect(span(text)).toBe(why));

  test('lasts as long as the clocks say on a day that has 23 hours', () => {
    const spring = Date.parse('2026-03-28T12:00:00Z');
    const read = readSpan('tomorrow 0:00 to 6:00', { now: spring, zone: 'Europe/London' });
    expect(read.ok && (read.end - read.start) / 3_600_000).toBe(5);
  });

  test('written in digits is read back in every zone at any time', () => {
    const zones = fc.constantFrom('Asia/Tokyo', 'Europe/London', 'America/New_York');
    const hour = fc.integer({ min: 0, max: 23 });
    fc.assert(
      fc.property(
        zones,
        fc.integer({ min: 0, max: 500_000 }),
        hour,
        hour,
        fc.nat(59),
        (where, minutes, a, b, minute) => {
          const at = now + minutes * 60_000;
          const day = Temporal.Instant.fromEpochMilliseconds(at)
            .toZonedDateTimeISO(where)
            .toPlainDate()
            .add({ days: 3 });
          const two = (value: number) => String(value).padStart(2, '0');
          const end = day.add({ days: b > a ? 0 : 1 });
          const expected = `${day.toString().slice(2)}T${two(a)}:${two(minute)} ${end.toString().slice(2)}T${two(b)}:${two(minute)}`;
          for (const text of [
            `${day} ${a}:${two(minute)} - ${b}:${two(minute)}`,
            `${day.month}/${day.day} ${two(a)}:${two(minute)}〜${two(b)}:${two(minute)}`,
            `${day.year}年${day.month}月${day.day}日${a}時${minute}分から${b > a ? '' : '翌'}${b}時${minute}分`,
          ]) {
            const transition =
              day.toZonedDateTime(where).hoursInDay !== 24 || end.toZonedDateTime(where).hoursInDay !== 24;
            if (!transition) expect(span(text, at, where)).toBe(expected);
          }
        },
      ),
    );
  });

  test('never throws, whatever is written', () => {
    const word = fc.constantFrom(
      '明日',
      '18時',
      'から',
      '-',
      'to',
      'tomorrow',
      '9',
      ':',
      '翌',
      '/',
      '金曜',
      'pm',
      '半',
      '今夜',
      ' ',
      '12',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(word).map((words) => words.join('')),
        ),
        (text) => {
          const read = readSpan(text, { now, zone });
          if (read.ok) expect(read.end).toBeGreaterThan(read.start);
          else for (const locale of ['ja', 'en'] as const) expect(describeRefusal(read, locale)).not.toBe('');
          readMoment(text, { now, zone });
        },
      ),
      { numRuns: 500 },
    );
  });
});
