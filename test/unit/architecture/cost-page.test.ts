import { expect, test } from 'vitest';
import { monthRows, usedCells } from '../../../bench/cost.ts';
import { FIXED, HABITS, PRICES, SECONDS, UNITS } from '../../../bench/lib/cost.ts';
import { read } from './source.ts';

const page = read('docs/cost.md');
const rows = [...page.matchAll(/^\| (.+) \|$/gm)].map(([, row = '']) => row.split(' | '));

test('each row of the months is what the arithmetic says (npm run bench -- cost prints them)', () => {
  for (const row of monthRows()) expect(rows).toContainEqual(row);
});

test('what one of each uses stands there as it is reckoned with', () => {
  for (const used of Object.values(UNITS))
    expect(rows.map((row) => row.slice(1))).toContainEqual(usedCells(used));
});

test('every price, habit and assumption is named with its number', () => {
  const numbers = [PRICES, SECONDS, FIXED, HABITS].flatMap((table) => Object.values(table));
  const said = page.replaceAll(',', '');
  expect(
    numbers.filter((number) => !new RegExp(`(?<![\\d.])${toDecimal(number)}(?![\\d.]*\\d)`).test(said)),
  ).toEqual([]);
});

/** 2.5e-6 as people write it. */
const toDecimal = (number: number): string =>
  (number < 0.001 ? number.toFixed(7).replace(/0+$/, '') : String(number)).replace('.', '\\.');
