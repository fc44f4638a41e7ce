import { findViolations } from './sim/invariants.ts';
import { buttonsOf, People } from './sim/people.ts';
import { drain } from './sim/play.ts';
import type { Message } from './sim/slack.ts';
import type { Violation } from './sim/violation.ts';
import { World } from './sim/world.ts';

const MINUTE = 60_000;

type Act = (people: People, world: World) => unknown;

/** What people do in one story; each step comes so many ms after the one before. */
export interface Scenario {
  readonly name: string;
  readonly steps: readonly (readonly [after: number, act: Act])[];
}

const call: Act = (people) => people.say('U0CS', '<@U0TOBAN> 返却できない', null, [0]);

/** Presses a button of the newest message that somebody sees and that has it. Nothing there: nothing is pressed. */
const press =
  (user: string, action: string): Act =>
  async (people) => {
    const has = (message: Message) => buttonsOf(message).find(({ action_id }) => action_id === action);
    const message = people.seenBy(user).findLast((one) => has(one));
    const button = message && has(message);
    if (message && button) await people.press(user, message, button);
  };

export const scenarios: readonly Scenario[] = [
  {
    name: 'called, acknowledged, done',
    steps: [
      [0, call],
      [2 * MINUTE, press('U0ONO', 'call_acknowledge')],
      [5 * MINUTE, press('U0ONO', 'call_done')],
    ],
  },
  {
    name: 'nobody answers until the second step of the ladder',
    steps: [
      [0, call],
      [7 * MINUTE, press('U0ARAI', 'call_acknowledge')],
    ],
  },
  {
    name: 'the person on duty cannot, the next one acknowledges',
    steps: [
      [0, call],
      [30_000, press('U0ONO', 'call_decline')],
      [30_000, press('U0ARAI', 'call_acknowledge')],
    ],
  },
  {
    name: 'support asks again in the thread',
    steps: [
      [0, call],
      [90_000, (people) => people.say('U0CS', '<@U0TOBAN> まだですか', people.calls[0]?.ts ?? '', [0])],
      [30_000, press('U0ONO', 'call_acknowledge')],
      [2 * MINUTE, (people) => people.say('U0CS', '<@U0TOBAN> どうですか', people.calls[0]?.ts ?? '', [0])],
    ],
  },
  {
    name: 'the sheet cannot be understood: the fallback is called and acknowledges',
    steps: [
      [0, (_people, { sheets }) => Object.assign(sheets, { broken: true })],
      [0, call],
      [MINUTE, press('U0LEAD', 'call_acknowledge')],
    ],
  },
];

export interface Outcome {
  /** Boundaries passed from the first step to rest. */
  readonly boundaries: number;
  readonly violations: readonly Violation[];
}

/** Plays a story to its end, the program being killed at its `kill`-th boundary; never, when that is null. */
export async function playScenario({ steps }: Scenario, kill: number | null): Promise<Outcome> {
  const world = new World(1);
  const people = new People(world);
  if (kill !== null) world.killIn(kill);
  const first = world.life;
  let at = 0;
  for (const [after, act] of steps) {
    at += after;
    world.later(at, async () => void (await act(people, world)));
  }
  await world.pass(at);
  await drain(world);
  const violations = await findViolations(world, people);
  await world.store.close();
  return { boundaries: first.passed.length, violations };
}
