import { expect, test } from 'vitest';
import type { Fault } from './sim/faults.ts';
import { findViolations } from './sim/invariants.ts';
import { People } from './sim/people.ts';
import { drain } from './sim/play.ts';
import { CHANNEL } from './sim/scene.ts';
import { World } from './sim/world.ts';

const MINUTE = 60_000;

/** A call made while something is wrong; what is left when all is well again. */
async function callDuring(trouble: (world: World) => void) {
  const world = new World(1);
  const people = new People(world);
  trouble(world);
  people.say('U0CS', '<@U0TOBAN> 返却できない', null, [0]);
  await drain(world);
  const violations = await findViolations(world, people);
  const mentions = world.slack
    .ours()
    .filter(({ key, channel }) => channel === CHANNEL && key?.includes('/mention-'));
  await world.store.close();
  return { violations, mentions: mentions.map(({ key }) => key?.split('/')[1]) };
}

const fault = (port: Fault['port'], kind: Fault['kind'], delay = 0) => ({ port, kind, share: 1, delay });

test.each<[string, (world: World) => void]>([
  ['Slack is down for 30 minutes', (world) => world.fail(fault('slack', 'down'), 30 * MINUTE)],
  ['Slack answers 429 for 10 minutes', (world) => world.fail(fault('slack', '429'), 10 * MINUTE)],
  ['Slack answers 5xx for 10 minutes', (world) => world.fail(fault('slack', 'failed'), 10 * MINUTE)],
  [
    "every answer of Slack's is lost for 10 minutes",
    (world) => world.fail(fault('slack', 'lost'), 10 * MINUTE),
  ],
  [
    'Slack does it 20 seconds after the time-out',
    (world) => world.fail(fault('slack', 'late', 20_000), 2_000),
  ],
  [
    'the sheet cannot be read for two days',
    (world) => world.fail(fault('sheets', 'down'), 2 * 24 * 60 * MINUTE),
  ],
  ['Sheets answers 429 for 30 minutes', (world) => world.fail(fault('sheets', '429'), 30 * MINUTE)],
  ['the store is unavailable for 5 minutes', (world) => world.fail(fault('store', 'down'), 5 * MINUTE)],
  ["the store's answers are lost for 5 minutes", (world) => world.fail(fault('store', 'lost'), 5 * MINUTE)],
  ['every transaction meets contention', (world) => world.fail(fault('store', 'conflict'), 30 * MINUTE)],
  [
    'publishing fails for 4 minutes: 503, and Slack sends it again',
    (world) => world.fail(fault('edge', 'down'), 4 * MINUTE),
  ],
  [
    'the bus takes the message, and its answer is lost',
    (world) => world.fail(fault('edge', 'lost'), 2 * MINUTE),
  ],
  ['no bell can be rung for 30 minutes', (world) => world.fail(fault('bus', 'down'), 30 * MINUTE)],
  ['the clock jumps forward by an hour', (world) => world.later(2_000, async () => world.jump(60 * MINUTE))],
  ['the clock jumps back by 5 minutes', (world) => world.later(2_000, async () => world.jump(-5 * MINUTE))],
])('%s: the call is made, and no promise is broken', async (_what, trouble) => {
  const { violations, mentions } = await callDuring(trouble);
  expect(violations).toEqual([]);
  expect(mentions.at(-1)).toMatch(/^mention-\d$/);
});

test('the one duplicate: Slack posts a message so late that we have looked in vain', async () => {
  const { violations, mentions } = await callDuring((world) =>
    world.fail(fault('slack', 'late', 90_000), 2_000),
  );
  expect(mentions.filter((key) => key === 'mention-0')).toHaveLength(2);
  const kinds = new Set(violations.map(({ invariant }) => invariant));
  expect([...kinds].sort()).toEqual(['at most one message per step', 'history equals what Slack shows']);
});
