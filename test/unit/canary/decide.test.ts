import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../shared/canary/decide.ts';
import { evolve } from '../../../shared/canary/evolve.ts';
import type { Canary, Command } from '../../../shared/canary/model.ts';

const play = (commands: readonly Command[]) => {
  let state: Canary | null = null;
  const told: string[] = [];
  for (const [now, command] of commands.entries()) {
    const { events, tasks } = decide(command, state, now);
    for (const event of events) state = evolve(state, event);
    told.push(...tasks.map(({ id }) => id).filter((id) => id.startsWith('tell-')));
  }
  return { state, told };
};
const start = (nonce: string, period = Number(nonce)): Command => ({
  type: 'start',
  nonce,
  period,
  late: 10,
});
const fail = (nonce: string): Command => ({ type: 'fail', nonce, trouble: null, reason: null });

test('what is missing when time is up names the part that failed', () => {
  const troubleAfter = (...commands: Command[]) =>
    play([start('1'), ...commands, fail('1')]).state?.outage?.trouble;
  expect(troubleAfter()).toBe('not-sent');
  expect(troubleAfter({ type: 'sent', nonce: '1', ts: '1.0' })).toBe('not-heard');
  expect(troubleAfter({ type: 'hear', nonce: '1', ts: '1.0' })).toBe('not-answered');
  expect(troubleAfter({ type: 'answered', nonce: '1' })).toBeUndefined();
});

test('one period starts one run, and another run’s news is nothing', () => {
  expect(play([start('1', 7), start('2', 7)]).state?.run?.nonce).toBe('1');
  expect(play([start('1'), start('2'), { type: 'answered', nonce: '1' }]).state?.run?.answeredAt).toBeNull();
});

test('whatever happens in whatever order, failing and recovering are told in turn', () => {
  const nonce = fc.constantFrom('1', '2', '3');
  const command: fc.Arbitrary<Command> = fc.oneof(
    nonce.map((one) => start(one)),
    nonce.map((one): Command => ({ type: 'sent', nonce: one, ts: '1.0' })),
    nonce.map((one): Command => ({ type: 'hear', nonce: one, ts: '1.0' })),
    nonce.map((one): Command => ({ type: 'answered', nonce: one })),
    nonce.map(fail),
  );
  fc.assert(
    fc.property(fc.array(command, { maxLength: 40 }), (commands) => {
      const { told, state } = play(commands);
      for (const [i, id] of told.entries()) expect(id).toBe(i % 2 === 0 ? 'tell-failed' : 'tell-recovered');
      expect(state?.outage != null).toBe(told.length % 2 === 1);
    }),
  );
});
