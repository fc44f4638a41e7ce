import { expect, test } from 'vitest';
import { columns } from '../../../cli/ask/show.ts';

const rows = [
  ['INC-1', '検知', '渋谷で返却できない'],
  ['INC-10', '👨‍👩‍👧', 'Payment fails in all of Shibuya'],
];

test('columns stand one beneath the other, whatever the script', () => {
  expect(columns(rows)).toEqual([
    'INC-1   検知  渋谷で返却できない',
    'INC-10  👨‍👩‍👧    Payment fails in all of Shibuya',
  ]);
});

test('on a narrow screen the last is cut between letters, and never to nothing', () => {
  expect(columns([['INC-1', '渋谷で返却できない自転車が多い']], 30)).toEqual([
    'INC-1  渋谷で返却できない自転…',
  ]);
  expect(columns([['INC-1', 'short']], 30)).toEqual(['INC-1  short']);
  expect(columns([['x'.repeat(40), 'a'.repeat(40)]], 30)).toEqual([`${'x'.repeat(40)}  ${'a'.repeat(19)}…`]);
});
