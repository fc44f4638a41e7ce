import { parseArgs } from 'node:util';
import { systemClock } from '../../shared/platform/clock.ts';
import { play } from './sim/play.ts';
import { scheduleOf } from './sim/schedule.ts';
import { shrink } from './sim/shrink.ts';

/**
 * `npm run faults -- --schedules 20000 --seed 7`: that many random schedules from that seed on.
 * `--seed 7 --only 0,3,4`: these actions of one schedule, told step by step. Ends with 1 when a promise was broken.
 */
const { values } = parseArgs({
  options: {
    schedules: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    only: { type: 'string' },
  },
});
const first = Number(values.seed);
let broken = 0;
if (values.only !== undefined) {
  const only = values.only.split(',').map(Number);
  for (const index of only) console.log(`${index}  ${JSON.stringify(scheduleOf(first)[index])}`);
  const { violations } = await play(first, only);
  for (const { invariant, detail } of violations) console.log(`BROKEN  ${invariant}: ${detail}`);
  broken = violations.length;
} else {
  const began = systemClock.now();
  const count = Number(values.schedules);
  let played = 0;
  for (let seed = first; seed < first + count && broken < 10; seed += 1) {
    played += 1;
    const { violations } = await play(seed);
    if (violations.length === 0) continue;
    broken += 1;
    const smallest = await shrink(seed, violations[0]?.invariant);
    const { invariant, detail } = violations[0] ?? {};
    console.log(`BROKEN  ${invariant}: ${detail}`);
    console.log(`        npm run faults -- --seed ${seed} --only ${smallest.join(',')}`);
  }
  const seconds = ((systemClock.now() - began) / 1_000).toFixed(1);
  console.log(`${played} schedules from seed ${first}: ${broken} broke a promise (${seconds} s)`);
}
process.exit(broken === 0 ? 0 : 1);
