import { expect, test } from 'vitest';
import { type Desk, openDesk } from '../story/desk.ts';
import { Faulty } from './faulty.ts';

/** The whole system with its servers and real clients: what a fault looks like on the wire. */
async function at(desk: Desk, story: () => Promise<void>): Promise<void> {
  try {
    await story();
  } finally {
    await desk.close();
  }
}

test.each([1, 2, 3, 4])('a bus that duplicates, delays and reorders (seed %i) calls once', async (seed) => {
  const desk = await openDesk({ chaos: { seed, duplicates: 0.5, maxLatencyMs: 3_000, reorder: true } });
  await at(desk, async () => {
    desk.slack.events.duplicates = 2;
    const call = await desk.say('cs', '@Toban 返却できない');
    await desk.advance('PT10S');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.advance('PT10M');
    expect(desk.pinged()).toEqual(['arai']);
    expect(desk.thread(call)).toHaveLength(1);
    expect(desk.thread(call)[0]?.text).toContain('対応中');
  });
});

const methods = ['chat.postMessage', 'chat.update', 'conversations.open', 'users.info', 'reactions.add'];
const kinds = ['429', '500', 'lost', 'internal_error'];

test.each(methods)(
  '%s fails in each way in turn: one mention, one direct message, shown as acknowledged',
  async (method) => {
    const desk = await openDesk();
    await at(desk, async () => {
      for (const kind of kinds) desk.slack.faults.plan(method, kind, 1);
      const call = await desk.say('cs', '@Toban 返却できない');
      await desk.advance('PT4M');
      await desk.react('arai', desk.dms('arai')[0], 'white_check_mark');
      await desk.advance('PT10M');
      expect(desk.pinged()).toEqual(['arai']);
      expect(desk.thread(call)).toHaveLength(1);
      expect(desk.thread(call)[0]?.text).toContain('対応中');
      expect(desk.reactions(call)).toEqual(['white_check_mark']);
    });
  },
);

test('Sheets is slow: nobody waits longer than 2 seconds for it, and the last good copy decides', async () => {
  const desk = await openDesk();
  await at(desk, async () => {
    const first = await desk.say('cs', '@Toban 返却できない');
    await desk.react('arai', first, 'white_check_mark');
    desk.system.world.sheets?.faults.set({ kind: 'slow', delayMs: 20_000 });
    await desk.advance('PT2M');
    const began = performance.now();
    await desk.say('cs', '@Toban 充電できない');
    expect(performance.now() - began).toBeLessThan(8_000);
    expect(desk.pinged()).toEqual(['arai', 'arai']);
  });
});

test.each(['not-shared', 'rate-limited', 'unavailable', 'lost', 'garbage'] as const)(
  'Sheets is %s: the last good copy decides, for a day; after two days the fallback is called',
  async (kind) => {
    const desk = await openDesk();
    await at(desk, async () => {
      const first = await desk.say('cs', '@Toban 返却できない');
      await desk.react('arai', first, 'white_check_mark');
      desk.system.world.sheets?.faults.set({ kind });
      await desk.advance('PT10M');
      const call = await desk.say('cs', '@Toban 充電できない');
      expect(desk.pinged()).toEqual(['arai', 'arai']);
      await desk.react('arai', call, 'white_check_mark');
      for (const one of [first, call]) await desk.press('cs', desk.thread(one)[0], '完了にする');
      await desk.advance('P2D');
      await desk.say('cs', '@Toban 鍵が開かない');
      expect(desk.pinged()).toEqual(['arai', 'arai', 'mori']);
    });
  },
);

const EVERY = 9;

test(`killed at each ${EVERY}th boundary behind real servers: one call, one person`, async () => {
  let kills = 0;
  for (let killed = true; killed; kills += 1) {
    const faulty = new Faulty(kills * EVERY);
    const desk = await openDesk({ wrap: faulty.wrap });
    await at(desk, async () => {
      const call = await desk.say('cs', '@Toban 返却できない');
      killed = faulty.killed;
      await faulty.restarted();
      await desk.advance('PT2M');
      expect(desk.pinged()).toEqual(['arai']);
      expect(desk.thread(call)).toHaveLength(1);
    });
  }
  expect(kills).toBeGreaterThan(5);
});
