import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide, isRefusal } from '../../../shared/action-item/decide.ts';
import { evolve } from '../../../shared/action-item/evolve.ts';
import {
  type ActionItem,
  type ActionItemEvent,
  type Command,
  STATES,
} from '../../../shared/action-item/model.ts';
import { BY, NOON, TODAY } from './builders.ts';

const add: Command = {
  type: 'add',
  id: 'act_1',
  team: 'T1',
  title: '監視を足す',
  note: '',
  owner: null,
  due: '2026-11-30',
  priority: 'low',
  kind: 'detect',
  link: null,
  incidents: [],
  postmortem: null,
  message: null,
  source: 'slack',
  by: BY,
  cause: 'add',
};

const command: fc.Arbitrary<Command> = fc.oneof(
  fc.record({
    type: fc.constant('set-state' as const),
    to: fc.constantFrom(...STATES),
    reason: fc.constantFrom(null, '理由'),
    by: fc.constant(BY),
    cause: fc.string({ maxLength: 2 }),
  }),
  fc.record({
    type: fc.constant('edit' as const),
    changes: fc.record(
      { title: fc.constantFrom('a', 'b', ''), due: fc.constantFrom(null, '2026-12-01', '2020-01-01') },
      { requiredKeys: [] },
    ),
    seen: fc.option(fc.nat(3)),
    by: fc.constant(BY),
    cause: fc.string({ maxLength: 2 }),
  }),
  fc.record({ type: fc.constant('remind' as const), period: fc.nat(5), reminder: fc.constant(null) }),
);

/** As the store has it after each command, and everything that happened. */
function run(commands: readonly Command[]): { state: ActionItem | null; events: ActionItemEvent[] } {
  let state: ActionItem | null = null;
  const events: ActionItemEvent[] = [];
  for (const one of [add, ...commands]) {
    const answer = decide(one, state, NOON, TODAY);
    if (isRefusal(answer)) continue;
    for (const event of answer.events) {
      state = evolve(state, event);
      events.push(event);
    }
  }
  return { state, events };
}

test('its events are its state, whatever is done to it; each turn of the reminder counts once', () => {
  fc.assert(
    fc.property(fc.array(command, { maxLength: 30 }), (commands) => {
      const { state, events } = run(commands);
      expect(events.reduce<ActionItem | null>(evolve, null)).toEqual(state);
      expect(state?.version).toBe(events.length);
      const turns = events.flatMap((event) => (event.type === 'reminded' ? [event.period] : []));
      expect(turns).toEqual([...new Set(turns)].toSorted((a, b) => a - b));
      expect(state?.reminded).toBe(turns.length);
      const doubled = commands.flatMap((one): Command[] => (one.type === 'remind' ? [one, one] : [one]));
      expect(run(doubled).state).toEqual(state);
    }),
  );
});
