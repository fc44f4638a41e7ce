import { expect, test } from 'vitest';
import { play } from './sim/play.ts';
import { shrink } from './sim/shrink.ts';

const SCHEDULES = 200;
const AT_ONCE = 50;

const chunks = Array.from({ length: SCHEDULES / AT_ONCE }, (_, i) => 1 + i * AT_ONCE);

/** More of them: npm run faults -- --schedules 20000 --seed 7 */
test.each(chunks)('no promise is broken under random schedules (seeds %i and following)', async (first) => {
  for (let seed = first; seed < first + AT_ONCE; seed += 1) {
    const { violations } = await play(seed);
    const [worst] = violations;
    if (!worst) continue;
    const smallest = await shrink(seed, worst.invariant);
    expect.fail(
      `${worst.invariant}: ${worst.detail}\nnpm run faults -- --seed ${seed} --only ${smallest.join(',')}`,
    );
  }
});
