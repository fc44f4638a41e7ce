import { expect, test } from 'vitest';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import {
  createJobKeeper,
  createRunner,
  type Job,
  jobNoun,
  type Schedule,
} from '../../../shared/tasks/index.ts';

const HOUR = 3_600_000;
const NOON = Date.parse('2026-11-24T12:00:00Z');

/** One hourly job, a clock moved by hand, and as many instances of the service as a test starts. */
function world() {
  const store = openSqliteStore({ file: ':memory:' });
  const clock = { at: NOON + 60_000, now: () => clock.at };
  const periods: number[] = [];
  const failures: TobanError[] = [];
  const instance = (schedule: Schedule | null = { every: HOUR }) => {
    const job: Job = {
      name: 'hourly',
      lane: 'work',
      schedule,
      async run({ period }) {
        const failure = failures.shift();
        if (failure) throw failure;
        periods.push((period - NOON) / HOUR);
      },
    };
    const parts = { store, clock, log: silentLog, nouns: [jobNoun([job])], sleep: async () => undefined };
    const runner = createRunner(parts);
    const keep = createJobKeeper(store, clock, [job]);
    return async () => {
      await keep();
      await runner.runDue('work', new AbortController().signal);
    };
  };
  return { clock, periods, failures, instance };
}

test('a job runs once for each period, whoever ticks how often', async () => {
  const { clock, periods, instance } = world();
  const [one, other] = [instance(), instance()];
  await Promise.all([one(), other()]);
  expect(periods).toEqual([]);
  for (let minute = 0; minute < 180; minute += 1) {
    clock.at += 60_000;
    await Promise.all([one(), other(), one()]);
  }
  expect(periods).toEqual([1, 2, 3]);
});

test('after an outage it catches up once, for the latest period, and then keeps its time', async () => {
  const { clock, periods, instance } = world();
  await instance()();
  clock.at = NOON + 5 * HOUR + 600_000;
  const tick = instance();
  await tick();
  expect(periods).toEqual([5]);
  clock.at = NOON + 6 * HOUR;
  await tick();
  expect(periods).toEqual([5, 6]);
});

test('an outage of days does not end it', async () => {
  const { clock, periods, instance } = world();
  await instance()();
  clock.at = NOON + 60 * HOUR + 60_000;
  const tick = instance();
  await tick();
  clock.at += 16 * 60_000;
  await tick();
  expect(periods).toEqual([60]);
});

test('a turn that failed for now is tried again; one that was refused gives way to the next', async () => {
  const { clock, periods, failures, instance } = world();
  const tick = instance();
  await tick();
  failures.push(new TobanError('unavailable', 'down'), new TobanError('refused', 'no'));
  clock.at = NOON + HOUR;
  await tick();
  clock.at += 1_000;
  await tick();
  expect(failures).toEqual([]);
  clock.at += 120_000;
  await tick();
  expect(periods).toEqual([]);
  clock.at = NOON + 2 * HOUR;
  await tick();
  expect(periods).toEqual([2]);
});

test('a changed schedule takes over, and one that is switched off is quiet', async () => {
  const { clock, periods, instance } = world();
  await instance()();
  const daily = instance({ at: '20:00', zone: 'UTC' });
  await daily();
  clock.at = NOON + 7 * HOUR;
  await daily();
  expect(periods).toEqual([]);
  clock.at = NOON + 8 * HOUR;
  await daily();
  expect(periods).toEqual([8]);
  clock.at = NOON + 40 * HOUR;
  await instance(null)();
  expect(periods).toEqual([8]);
});

test('moved to another zone, no day has two turns and none is left out, whoever ticks', async () => {
  const { clock, periods, instance } = world();
  const daily = (zone: string) => instance({ at: '09:30', zone });
  clock.at = NOON;
  await daily('Asia/Tokyo')();
  // 09:30 in Tokyo on the 25th is 00:30 UTC, 12 and a half hours on.
  clock.at = NOON + 13 * HOUR;
  await daily('Asia/Tokyo')();
  expect(periods).toEqual([12.5]);
  // Further west the same day comes once more: it had its turn.
  clock.at = NOON + 22 * HOUR;
  const west = daily('Europe/Berlin');
  await west();
  clock.at = NOON + 44 * HOUR;
  await west();
  expect(periods).toEqual([12.5]);
  // Back in the east before the west had it: the 26th is past there, and is made up for.
  const east = daily('Asia/Tokyo');
  await east();
  expect(periods).toEqual([12.5, 36.5]);
  clock.at = NOON + 60.5 * HOUR;
  await east();
  expect(periods).toEqual([12.5, 36.5, 60.5]);
});
