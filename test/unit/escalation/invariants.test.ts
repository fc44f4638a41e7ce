import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evolve } from '../../../shared/escalation/evolve.ts';
import type { Command, Escalation } from '../../../shared/escalation/model.ts';
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
  fc.record({ type: fc.constant('decline' as const), user: people, rungs: fc.constant(ladder), cause }),
  fc.record({ type: fc.constant('nudge' as const), user: people, cause }),
  fc.record({ type: fc.constant('finish' as const), user: people, cause }),
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

test('only people of the ladder are ever called, never one who declined, and nobody after an acknowledgement', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const call = play(steps);
      const declined = new Set<string>();
      let acknowledged = false;
      for (const event of call.answers.flatMap((answer) => ('events' in answer ? answer.events : []))) {
        if (event.type === 'declined') declined.add(event.user);
        if (event.type === 'acknowledged') acknowledged = true;
        if (event.type !== 'called') continue;
        expect(ladder.some((rung) => rung?.user === event.called.user)).toBe(true);
        expect(declined).not.toContain(event.called.user);
        expect(acknowledged).toBe(false);
      }
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
