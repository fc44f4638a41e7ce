import { expect, test } from 'vitest';
import { targets } from '../../fuzz/targets.ts';

/** The same cases each time: what is new is found by `npm run fuzz`, and kept as a seed. */
const SEED = 20_261_125;

test.each(targets.map((one) => [one.name, one] as const))(
  '%s: anything at all is answered with sense',
  (_name, one) => {
    expect(one.check({ seed: SEED, cases: 300 * one.share }).broken).toBeNull();
  },
);
