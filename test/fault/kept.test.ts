import { expect, test } from 'vitest';
import { kept } from './kept.ts';
import { playActions } from './sim/play.ts';

const cases = kept.flatMap(({ found, seeds, actions }) => seeds.map((seed) => ({ found, seed, actions })));

test.each(cases)('no more: $found (seed $seed)', async ({ seed, actions }) => {
  expect((await playActions(seed, actions)).violations).toEqual([]);
});
