import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isRefusal } from '../../../shared/incident/answer.ts';
import { evolve } from '../../../shared/incident/evolve.ts';
import { type Command, type Incident, STATUSES } from '../../../shared/incident/model.ts';
import { numbersOf } from '../../../shared/incident/numbers.ts';
import { SEVERITIES } from '../../../shared/severity/index.ts';
import { call, declareCommand, person, Scenario, T0 } from './builders.ts';

const by = fc.constantFrom('UONO', 'UCS', 'USOMEONE').map((user) => person(user));
const cause = fc.integer({ min: 0, max: 60 }).map(String);
const reason = fc.constantFrom('', 'because');
const own = { by, cause };
const moment = fc.oneof(
  fc.constantFrom(null, 'not-applicable' as const),
  fc.integer({ min: T0 - 1e7, max: T0 + 1e7 }),
);
const command: fc.Arbitrary<Command> = fc.oneof(
  fc.constant(declareCommand),
  fc.record({
    type: fc.constant('set-status' as const),
    to: fc.constantFrom(...STATUSES),
    reason: fc.constantFrom(null, 'because'),
    ...own,
  }),
  fc.record({
    type: fc.constant('give-role' as const),
    role: fc.constantFrom('commander', 'scribe', 'cook'),
    to: by,
    ...own,
  }),
  fc.record({
    type: fc.constant('free-role' as const),
    role: fc.constantFrom('commander', 'scribe'),
    ...own,
  }),
  fc.record({
    type: fc.constant('add-inquiries' as const),
    count: fc.integer({ min: -5, max: 40 }),
    ticket: fc.constantFrom(null, 't1', 't2'),
    ...own,
  }),
  fc.record({
    type: fc.constant('override-severity' as const),
    severity: fc.constantFrom(...SEVERITIES),
    reason,
    ...own,
  }),
  fc.record({ type: fc.constant('clear-override' as const), ...own }),
  fc.record({
    type: fc.constant('set-impact' as const),
    facts: fc.record({
      vehicles: fc.constantFrom(null, { count: 3, share: 0.4 }),
      users: fc.constant(null),
      duties: fc.subarray(['personal-data', 'vehicle-safety']),
    }),
    ...own,
  }),
  fc.record({
    type: fc.constant('correct' as const),
    set: fc.record(
      {
        title: fc.constantFrom('', '返却できない', '貸出できない'),
        service: fc.constantFrom(null, 'rental', 'gone'),
        started: moment,
        mitigated: moment,
        resolved: moment,
        inquiries: fc.integer({ min: -1, max: 60 }),
        users: fc.constantFrom(null, { count: 5_000, share: null }),
        duties: fc.subarray(['personal-data', 'vehicle-safety']),
        severities: fc.array(
          fc.record({
            at: fc.integer({ min: T0 - 1e7, max: T0 + 1e7 }),
            severity: fc.constantFrom(...SEVERITIES),
          }),
          { maxLength: 3 },
        ),
      },
      { requiredKeys: [] },
    ),
    seen: fc.constantFrom(null, 1, 1_000),
    reason,
    ...own,
  }),
  fc.record({
    type: fc.constant('post-update' as const),
    update: fc.record({
      audiences: fc.constant(['cs']),
      known: fc.string(),
      doing: fc.string(),
      nextAt: fc.option(fc.integer({ min: T0, max: T0 + 1e7 })),
    }),
    ...own,
  }),
  fc.record({ type: fc.constant('want-people' as const), people: fc.array(by, { maxLength: 3 }), ...own }),
  fc.record({
    type: fc.constant('link-call' as const),
    call: fc.constantFrom(call, { ...call, record: 'escalations/esc_2' }),
    asker: fc.option(by),
    cause,
  }),
);
const history = fc.array(fc.tuple(command, fc.integer({ min: 0, max: 10 * 60_000 })), { maxLength: 30 });

function play(steps: readonly (readonly [Command, number])[]): Scenario {
  const one = new Scenario().give(declareCommand, T0);
  let now = T0;
  for (const [next, wait] of steps) {
    now += wait;
    one.give(next, now);
  }
  return one;
}

const eventsOf = (one: Scenario) => one.answers.flatMap((answer) => (isRefusal(answer) ? [] : answer.events));

test('the state is the fold of its events, and its version counts them', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const one = play(steps);
      const events = eventsOf(one);
      expect(events.reduce<Incident | null>(evolve, null)).toEqual(one.state);
      expect(one.state?.version).toBe(events.length);
    }),
  );
});

test('the severity is the override while there is one, and what the rules say otherwise; its history ends with it', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const { state } = play(steps);
      expect(state?.severity).toBe(state?.override?.severity ?? state?.assessment.severity);
      const levels = state?.severities ?? [];
      expect(levels.at(-1)?.severity).toBe(state?.severity);
      expect(levels.every(({ severity }, i) => severity !== levels[i - 1]?.severity)).toBe(true);
    }),
  );
});

test('nobody is wanted twice or invited twice by one decision, and inquiries never fall below none', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const one = play(steps);
      const users = one.state?.people.map(({ user }) => user) ?? [];
      expect(new Set(users).size).toBe(users.length);
      expect(one.state?.facts.inquiries).toBeGreaterThanOrEqual(0);
      for (const answer of one.answers)
        if (!isRefusal(answer))
          expect(new Set(answer.tasks.map(({ id }) => id)).size).toBe(answer.tasks.length);
    }),
  );
});

test('no number is ever negative', () => {
  fc.assert(
    fc.property(history, (steps) => {
      const one = play(steps);
      for (const measured of Object.values(
        numbersOf(one.state ?? { milestones: {}, status: 'detected' }, T0 + 1e9),
      ))
        if (measured.kind === 'recorded') expect(measured.ms).toBeGreaterThanOrEqual(0);
    }),
  );
});
