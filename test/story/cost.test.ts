import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { KINDS, UNITS, type Units, type Used } from '../../bench/lib/cost.ts';
import { visitor } from './connect.ts';
import { type CostDesk, openCostDesk } from './cost-desk.ts';

let cost: CostDesk;
const measured: Partial<Record<keyof Units, Used>> = {};
beforeAll(async () => {
  cost = await openCostDesk();
  const { room, used } = cost;
  const { desk } = room;
  measured.incident = await used(async () => {
    await room.declareFromCall();
    await room.command('U0ARAI', room.room, 'status');
    await room.send('U0ARAI', { to: 'resolved' });
  });
  measured.call = await used(async () => {
    await desk.say('cs', '@Toban 返却できません');
    await desk.press('arai', desk.dms('arai').at(-1), '受領する');
    await desk.press('arai', desk.dms('arai').at(-1), '完了にする');
  });
  const reader = await visitor(desk, 'U0CS');
  measured.look = await used(() => reader.page('/incidents/INC-1'));
  measured.hour = await used(async () => {
    for (let minute = 0; minute < 60; minute += 1) {
      desk.system.clock.moveTo(desk.system.clock.now() + 60_000);
      await desk.system.minute();
    }
  });
});
afterAll(() => cost.close());

// A few more or less come of what happens to run side by side; what is reckoned with must not be too little, nor made up.
describe.each(Object.keys(UNITS) as (keyof Units)[])('what docs/cost.md reckons for one %s', (unit) => {
  test.each(KINDS)('%s', (kind) => {
    const real = measured[unit]?.[kind] ?? Number.NaN;
    expect(UNITS[unit][kind]).toBeGreaterThanOrEqual(real);
    expect(UNITS[unit][kind]).toBeLessThanOrEqual(real * 1.3 + 3);
  });
});
