import { expect, test } from 'vitest';
import { readPast } from '../../../shared/incident/past.ts';

const zone = 'Asia/Tokyo';
const now = Date.parse('2026-11-25T09:00:00+09:00');
const read = (text: string) => {
  const at = readPast(text, { now, zone });
  return at === null ? null : new Date(at + 9 * 3_600_000).toISOString().slice(0, 16);
};

test.each([
  ['昨日22:10', '2026-11-24T22:10'],
  ['昨日の22時10分', '2026-11-24T22:10'],
  ['昨日 22:10', '2026-11-24T22:10'],
  ['yesterday 22:10', '2026-11-24T22:10'],
  ['yesterday 10:10pm', '2026-11-24T22:10'],
  ['11/24 22:10', '2026-11-24T22:10'],
  ['2026/11/24 22:10', '2026-11-24T22:10'],
  ['2026-11-24 22:10', '2026-11-24T22:10'],
  ['2026-11-24T22:10', '2026-11-24T22:10'],
  ['22:10', '2026-11-24T22:10'],
  ['２２：１０', '2026-11-24T22:10'],
  ['22時', '2026-11-24T22:00'],
  ['10pm', '2026-11-24T22:00'],
  ['8:40', '2026-11-25T08:40'],
])('%s was %s', (text, at) => {
  expect(read(text)).toBe(at);
});

test.each(['', 'いつか', '昨日', 'yesterday', '13:99', '2026-02-30 10:00', '<!here>'])(
  '%s is no time',
  (text) => {
    expect(read(text)).toBeNull();
  },
);

test('a day that lies ahead is not made another: it is for the record to refuse', () => {
  expect(read('11/26 22:10')).toBe('2026-11-26T22:10');
});
