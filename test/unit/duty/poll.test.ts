import { afterEach, describe, expect, it } from 'vitest';
import { PER_USER } from '../../../bench/lib/google-quota.ts';
import { pollWorld as openPollWorld, type PollWorld } from '../../../bench/lib/poll-world.ts';
import { dueForPoll } from '../../../shared/duty/poll.ts';
import { RotaConfig } from '../../../shared/rota/index.ts';

let world: PollWorld;
const worlds: PollWorld[] = [];
afterEach(async () => {
  for (const one of worlds.splice(0)) await one.close();
});

/** Sheets of a few days: how long it takes to understand one is nothing that is looked at here. */
function pollWorld(rotas: number): PollWorld {
  const made = openPollWorld(rotas, 6);
  worlds.push(made);
  return made;
}

/** Ticks, after which the oldest reading of any sheet was so many minutes old at worst. */
async function minutes(count: number): Promise<number> {
  let oldest = 0;
  for (let i = 0; i < count; i += 1) {
    await world.minute();
    oldest = Math.max(oldest, world.oldest());
  }
  return oldest / 60_000;
}

describe('a look at an unchanged sheet', () => {
  it('costs one read and no write; the tabs are listed every five minutes, the time is noted every ten', async () => {
    world = pollWorld(1);
    await minutes(11);
    const looks: string[] = [];
    for (let i = 0; i < 60; i += 1) {
      world.reset();
      await world.minute();
      looks.push(`${world.seen.reads} reads, ${world.seen.writes} writes`);
    }
    const count = (look: string) => looks.filter((one) => one === look).length;
    expect(count('1 reads, 0 writes') + count('2 reads, 0 writes')).toBe(54);
    expect(count('2 reads, 0 writes') + count('2 reads, 1 writes')).toBe(12);
    expect(looks.filter((look) => !/^[12] reads, [01] writes$/.test(look))).toEqual([]);
  });

  it('once it changes, the next two looks tell it', async () => {
    world = pollWorld(1);
    await minutes(3);
    expect(await world.onDuty(0)).toBe('小野');
    world.edit(0, '加藤');
    await minutes(2);
    expect(await world.onDuty(0)).toBe('加藤');
  });
});

describe('fifty spreadsheets within the quota of one account', { timeout: 60_000 }, () => {
  it('are each read every minute, also by an instance that has just begun, and Google never refuses', async () => {
    world = pollWorld(50);
    await minutes(8);
    // Until here some were read for the first time, by two requests, and waited for their turn.
    expect(world.seen.refused).toBe(0);
    expect(await minutes(6)).toBe(0);
    world.restart();
    expect(await minutes(6)).toBe(0);
    expect(world.seen.refused).toBe(0);
    expect(world.seen.busiest).toBeLessThanOrEqual(PER_USER - 2);
    expect(await world.troubled()).toBe(0);
    world.edit(49, '加藤');
    await minutes(2);
    expect(await world.onDuty(49)).toBe('加藤');
  });

  it('more take turns: of a hundred each is read every two minutes', async () => {
    world = pollWorld(100);
    await minutes(12);
    expect(await minutes(6)).toBe(1);
    expect(world.seen.refused).toBe(0);
    expect(await world.troubled()).toBe(0);
  });
});

it('rotas of one spreadsheet have their turn together', () => {
  const configs = Array.from({ length: 180 }, (_none, i) =>
    RotaConfig.parse({ id: `r${i}`, spreadsheet: `s${i % 60}`, sheet: 'x', fallback: 'U0LEAD' }),
  );
  const turns = [1, 2].map((minute) => dueForPoll(configs, minute).map(({ id }) => id));
  expect(turns.map((turn) => turn.length)).toEqual([150, 150]);
  expect(new Set(turns.flat()).size).toBe(180);
});
