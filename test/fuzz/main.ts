import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { systemClock } from '../../shared/platform/clock.ts';
import type { Result } from './fuzz.ts';
import { targets } from './targets.ts';
import type { Order } from './worker.ts';

/**
 * `npm run fuzz -- --minutes 60 --seed 7`: each reader of what comes from outside gets its share of the time; one run a
 * seed. `--only markdown`: that target alone. Names the smallest input that breaks one; ends with 1 when there is any.
 */
const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '10' },
    seed: { type: 'string', default: String(systemClock.now() % 1_000_000_000) },
    only: { type: 'string' },
  },
});
/** Far beyond what one case takes on the slowest machine: it hangs. */
const STILL_MS = 30_000;
const LONGEST_INPUT = 65_536;

const chosen = targets.filter(({ name }) => values.only === undefined || values.only === name);
const [seed, minutes] = [Number(values.seed), Number(values.minutes)];
if (chosen.length === 0 || !Number.isSafeInteger(seed) || !(minutes > 0)) {
  console.error(
    `--minutes is a number, --seed an integer, --only one of ${targets.map(({ name }) => name).join(', ')}`,
  );
  process.exit(2);
}

let broken = 0;
for (const { name } of chosen) {
  const result = await run({ name, seed, ms: (minutes * 60_000) / chosen.length });
  if (result.broken) broken += 1;
  console.log(`${result.broken ? 'BROKEN' : 'holds '}  ${name}: ${result.cases} cases from seed ${seed}`);
  if (result.broken)
    console.log(
      `        ${result.broken.why}\n        ${shown(result.broken.input)}\n        npm run fuzz -- --only ${name} --seed ${seed}`,
    );
}
process.exit(broken === 0 ? 0 : 1);

/** A long input is told by its ends: the seed brings back the whole. */
function shown(input: string): string {
  return input.length <= 3_000
    ? input
    : `${input.slice(0, 1_500)} … (${input.length} characters) … ${input.slice(-500)}`;
}

/** In a thread of its own, which can be stopped when it stands still. */
function run(order: Omit<Order, 'tried'>): Promise<Result> {
  const tried = new SharedArrayBuffer(8 + LONGEST_INPUT);
  const counter = new Int32Array(tried, 0, 2);
  const worker = new Worker(new URL('./worker.ts', import.meta.url), { workerData: { ...order, tried } });
  return new Promise((resolve, reject) => {
    let before = -1;
    const watch = setInterval(() => {
      const now = Atomics.load(counter, 0);
      if (now !== before) before = now;
      else {
        const input = Buffer.from(Uint8Array.from(new Uint8Array(tried, 8, counter[1]))).toString();
        resolve({ cases: now, broken: { input, why: `it hangs: no answer in ${STILL_MS / 1_000} s` } });
        void worker.terminate();
      }
    }, STILL_MS);
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', () => clearInterval(watch));
  });
}
