import { PER_USER } from './lib/google-quota.ts';
import { pollWorld } from './lib/poll-world.ts';
import type { BenchRow } from './lib/stats.ts';

const HOUR = 60;
/** The first readings cost two requests each. */
const WARM_UP = 20;

/** An hour of ticks over unchanged sheets, each rota in a spreadsheet of its own, behind Google's default quota. */
export async function benchPoll(): Promise<BenchRow[]> {
  const rows: BenchRow[] = [];
  for (const rotas of [1, 10, 50, 100, 130]) {
    const world = pollWorld(rotas);
    for (let i = 0; i < WARM_UP; i += 1) await world.minute();
    world.reset();
    let oldest = 0;
    const { user: start } = process.cpuUsage();
    for (let i = 0; i < HOUR; i += 1) {
      await world.minute();
      oldest = Math.max(oldest, world.oldest());
    }
    const cpu = (process.cpuUsage().user - start) / 1_000 / HOUR;
    const { reads, refused, busiest, writes } = world.seen;
    rows.push({
      name: `poll of ${rotas} spreadsheets`,
      value: `${(reads / HOUR).toFixed(1)} reads a minute`,
      note: `at most ${busiest} of ${PER_USER} in 60 s, ${refused} refused, ${writes} writes an hour, oldest reading ${oldest / 1_000} s, ${await world.troubled()} in trouble, ${cpu.toFixed(0)} ms of processor a tick`,
    });
    await world.close();
  }
  return rows;
}
