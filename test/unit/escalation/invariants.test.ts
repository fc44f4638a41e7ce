import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Command } from '../../../shared/escalation/commands.ts';
import { evolve } from '../../../shared/escalation/evolve.ts';
import type { Escalation } from '../../../shared/escalation/model.ts';
import { ladder, openCommand, Scenario, T0 } from './builders.ts';

const people = fc.constantFrom('UONO', 'UARAI', 'UMORI', 'UCS', 'USOMEONE');
const cause = fc.integer({ min: 0, max: 30 }).map(String);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constant(openCommand),
  fc.record({
    type: fc.constant('climb' as const),
    rung: fc.integer({ min: 0, max: 5 }),
    rungs: fc.constant(ladder),
  }),
  fc.record({
    type: fc.constant('acknowledge' as const),
    user: people,
    name: people,
    how: fc.constantFrom('button' as const, 'reply' as const, 'taken' as const),
    cause,
  }),
  fc.record({
    type: fc.constant('decline' as const),
    user: people,
    name: people,
    rungs: fc.constant(ladder),
    cause,
  }),
  fc.record({
    type: fc.constant('hand' as const),
    user: people,
    name: people,
    to: people.map((user) => ({ user, name: user })),
    rungs: fc.constant(ladder),
    cause,
  }),
  fc.record({
    type: fc.constant('extend' as const),
    user: people,
    name: people,
    ms: fc.constant(30 * 60_000),
    cause,
  }),
  fc.record({ type: fc.constant('alive' as const), user: people, cause }),
  fc.record({ type: fc.constant('nudge' as const), user: people, cause, words: fc.string() }),
  fc.record({ type: fc.constant('finish' as const), user: people, name: people, cause }),
);
const history = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 10 * 60_000 })), { maxLength: 25 });

function play(steps: readonly (readonly [Command, number])[]): Scenario {
  const call = new Scenario().give(openCommand, T0);
  let now = T0;
  for (const [next, wait] of steps) {
    now += wait;
    call.give(next, now);
  }
  return call;
}

test('the state is the fold of its events, whatever happened', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const call = play(steps);
      const events = call.answers.flatMap((answer) => ('events' in answer ? answer.events : []));
      expect(events.reduce<Escalation | null>(evolve, null)).toEqual(call.state);
    }),
  );
});

test('only people of the ladder or named by hand are called, never one who declined, and nobody while it is held', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const declined = new Set<string>();
      let held = false;
      const pinged = new Map<string, number>();
      for (const event of play(steps).answers.flatMap((answer) =>
        'events' in answer ? answer.events : [],
      )) {
        if (event.type === 'declined') declined.add(event.user);
        if (event.type === 'handed') {
          declined.delete(event.to);
          declined.add(event.by);
        }
        if (event.type === 'acknowledged') held = true;
        if (['declined', 'handed', 'lapsed'].includes(event.type)) held = false;
        if (event.type === 'nudged') pinged.set(event.whom, event.at);
        if (event.type !== 'called') continue;
        const { user, cause } = event.called;
        expect(held).toBe(false);
        expect(declined).not.toContain(user);
        if (cause !== 'handed') {
          expect(ladder.some((one) => one?.user === user)).toBe(true);
          expect(event.at - (pinged.get(user) ?? 0)).toBeGreaterThanOrEqual(60_000);
        }
        pinged.set(user, event.at);
      }
    }),
  );
});

test('whoever has it will be asked some day, and nobody is asked who does not', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { state } = play(steps);
      expect(state?.check !== null).toBe(state?.status === 'acknowledged');
    }),
  );
});

test('an open call always has a next moment, or has said that nobody is left', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { state } = play(steps);
      if (state?.status === 'open') expect(state.next !== null || state.exhausted).toBe(true);
    }),
  );
});
