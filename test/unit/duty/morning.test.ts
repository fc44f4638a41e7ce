import { expect, test } from 'vitest';
import { HOUR, MINUTE, ONO_THEN_ARAI, seen, shift, T0, to, watching } from './watching.ts';

const NINE = T0 + 23 * HOUR;
const DAY = 24 * HOUR;
/** 09:00 of an instant's day in Tokyo. */
const morningAt = (instant: number) => NINE + Math.floor((instant - (NINE - 9 * HOUR)) / DAY) * DAY;
/** Ono today, nobody tomorrow, Arai after that. */
const GAP = [shift('ONO', 0, 24), shift(null, 24, 24), shift('ARAI', 48, 48)];
const HOLE = [shift('ONO', 0, 24), shift('ARAI', 30, 66)];

/** What is said at a moment of the next morning, after a look in the evening before. */
const said = (plan: typeof GAP, ...moments: number[]) => {
  const watch = watching(seen(plan, T0 + HOUR), T0 + HOUR, { ...to, morningAt });
  return moments.map((at) => watch.look(seen(plan, at), at).filter((one) => one.startsWith('morning')));
};

test('on the morning before a gap the owners are told, once', () => {
  expect(said(GAP, NINE - MINUTE, NINE, NINE + MINUTE)).toEqual([[], ['morning→C_OWNERS'], []]);
});

test('a time for which no row speaks is a gap, too', () => {
  expect(said(HOLE, NINE, NINE + 5 * MINUTE)).toEqual([['morning→C_OWNERS'], []]);
});

test('it is said again on the next morning as long as it is there', () => {
  const long = [shift('ONO', 0, 24), shift(null, 24, 72), shift('ARAI', 96, 24)];
  expect(said(long, NINE, NINE + 24 * HOUR)).toEqual([['morning→C_OWNERS'], ['morning→C_OWNERS']]);
});

test('nobody is woken by it: found in the evening or at night, it waits', () => {
  expect(said(GAP, T0 + 12 * HOUR, T0 + 16 * HOUR)).toEqual([[], []]);
});

test('where all is well, where a duty is free on purpose, and where a cover fills it, nothing is said', () => {
  expect(said([...ONO_THEN_ARAI, shift('ONO', 48, 48)], NINE)).toEqual([[]]);
  const free = [
    shift('ONO', 0, 24),
    { ...shift(null, 24, 24), kind: 'free' as const },
    shift('ARAI', 48, 24),
  ];
  expect(said(free, NINE)).toEqual([[]]);
});
