import { findViolations } from './invariants.ts';
import { buttonsOf, People } from './people.ts';
import { type Action, scheduleOf } from './schedule.ts';
import type { Violation } from './violation.ts';
import { World } from './world.ts';

/** Longer than the ladder and the longest wait between two tries. */
const DRAIN_MS = 90 * 60_000;

export interface Played {
  readonly world: World;
  readonly people: People;
  readonly violations: readonly Violation[];
}

/** Plays the schedule of a seed (only the actions named, when `only` is given), lets everything come to rest, and looks. */
export async function play(seed: number, only?: readonly number[]): Promise<Played> {
  const all = scheduleOf(seed);
  const actions = only ? only.flatMap((index) => all[index] ?? []) : all;
  return playActions(seed, actions);
}

export async function playActions(seed: number, actions: readonly Action[]): Promise<Played> {
  const world = new World(seed);
  const people = new People(world);
  let at = 0;
  for (const action of actions) {
    at += action.after;
    world.later(at, () => act(world, people, action));
  }
  await world.pass(at);
  await drain(world);
  const violations = await findViolations(world, people);
  await world.store.close();
  return { world, people, violations };
}

/** The world works again; ticks go on until nothing is left to do, or long enough. */
export async function drain(world: World): Promise<void> {
  for (let passed = 0; passed < DRAIN_MS; passed += 5 * 60_000) {
    await world.pass(5 * 60_000);
    const due = [await world.nextDue('calls'), await world.nextDue('work')];
    const later = (one: number | null) => one === null || one > world.now + DRAIN_MS / 2;
    if (due.every(later) && world.bus.waiting === 0 && world.quiet) return;
  }
}

async function act(world: World, people: People, action: Action): Promise<void> {
  switch (action.do) {
    case 'call':
      people.say(action.who, action.text, null, action.copies);
      return;
    case 'reply':
    case 'nudge': {
      const thread = chosen(people.calls, action.pick)?.ts;
      const words = action.do === 'nudge' ? '<@U0TOBAN> まだですか' : '見ています';
      if (thread) people.say(action.who, words, thread, action.copies);
      return;
    }
    case 'press': {
      const pressable = people.seenBy(action.who).filter((message) => buttonsOf(message).length > 0);
      const message = chosen(pressable, action.pick);
      const button = message && chosen(buttonsOf(message), action.button);
      if (message && button) await people.press(action.who, message, button);
      return;
    }
    case 'react': {
      const message = chosen([...people.calls, ...people.seenBy(action.who)], action.pick);
      if (message) people.react(action.who, message);
      return;
    }
    case 'direct':
      people.sayDirect(action.who, '見ます');
      return;
    case 'fault':
      world.fail(action.fault, action.forMs);
      return;
    case 'wait':
      return;
    case 'kill':
      world.killIn(action.steps);
      return;
    case 'jump':
      world.jump(action.ms);
      return;
    case 'sheet':
      Object.assign(world.sheets, {
        primary: action.primary,
        secondary: action.secondary,
        broken: action.broken,
      });
      return;
  }
}

const chosen = <T>(list: readonly T[], pick: number): T | undefined => list[Math.floor(pick * list.length)];
