import { expect, test } from 'vitest';
import { isFullName, isPlainWord, namePattern } from '../../../shared/erasure/name-pattern.ts';

test.each([
  ['森', false],
  ['森 守', false],
  ['小野 健', true],
  ['新井さくら', true],
  ['さくら', false],
  ['Bob', false],
  ['Bob Carter', true],
  ['bob@example.com', true],
])('%s is %s to be replaced within texts unasked', (name, full) => expect(isFullName(name)).toBe(full));

test.each([
  ['新井 さくら', '担当は新井さくら、ほか', [[3, 8]]],
  ['新井 さくら', '新井　サクラさん', [[0, 6]]],
  ['あらい', 'ｱﾗｲさん', [[0, 3]]],
  ['Bob Carter', 'ＢＯＢ\nCARTERとBobCarter', [[0, 10]]],
  ['Bob', 'Bobby, bob.', [[7, 10]]],
  ['Bob', '担当Bobさん', [[2, 5]]],
  ['C++ (x)', 'a C++ (x) b', [[2, 9]]],
  [
    '森',
    '森林の森',
    [
      [0, 1],
      [3, 4],
    ],
  ],
])('%s stands in %s', (name, text, ranges) => expect(namePattern(name).within(text)).toEqual(ranges));

test.each([
  ['新井', '新井', ''],
  ['新井', ' 新井 ', ''],
  ['新井', '新井さん', 'さん'],
  ['新井', '新井 様', '様'],
  ['新井', '新井宿', null],
  ['新井 さくら', '新井さくら', ''],
  ['さん', 'さん', ''],
])('%s is all that %s says', (name, text, rest) => expect(namePattern(name).whole(text)).toBe(rest));

test('a word of plain letters may be a word of Toban', () => {
  expect(['admin', '森', 'Bob Carter', 'a@b.c'].filter(isPlainWord)).toEqual(['admin']);
});
