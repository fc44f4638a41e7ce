import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../../shared/admin-token/decide.ts';
import { evolve } from '../../../shared/admin-token/evolve.ts';
import type { AdminToken, Command, Notice } from '../../../shared/admin-token/model.ts';

const OWNERS = ['C0OWNERS', 'U0LEAD'];
const facts = { scopes: ['channels:write'], onCall: false };
const holder = (user: string, via: 'install' | 'environment' = 'install') => ({
  user,
  name: user,
  team: 'T1',
  via,
  by: via === 'install' ? { user: 'U0BY', name: 'by' } : null,
});

/** Carries out commands a minute apart; the state, and what was said to the first of the owners. */
function play(commands: readonly Command[], owners: readonly string[] = OWNERS) {
  let state: AdminToken | null = null;
  const said: Notice['kind'][] = [];
  const tasks: string[] = [];
  for (const [i, command] of commands.entries()) {
    const decision = decide(command, state, owners, i * 60_000);
    for (const event of decision.events) state = evolve(state, event);
    for (const task of decision.tasks) {
      tasks.push(task.id);
      const { to, notice } = task.step as { to?: string; notice?: Notice };
      if (notice && to === (owners[0] ?? 'U0BY')) said.push(notice.kind);
    }
  }
  return { state: state as AdminToken | null, said, tasks };
}

const connect = (user: string, via?: 'environment'): Command => ({
  type: 'connect',
  holder: holder(user, via),
  ...facts,
});
const fail = (user: string): Command => ({
  type: 'fail',
  holder: holder(user),
  fault: 'revoked',
  reason: null,
});
const pass = (user: string): Command => ({ type: 'pass', user, ...facts });

const anyCommand: fc.Arbitrary<Command> = fc
  .constantFrom('U1', 'U2')
  .chain((user) =>
    fc.constantFrom<Command>(
      connect(user),
      connect(user, 'environment'),
      fail(user),
      pass(user),
      { type: 'hear', user, day: '2026-11-25' },
      { type: 'look' },
      { type: 'remove', by: null },
    ),
  );

describe('what is said of the token', () => {
  test('a loss once, however often it is found; its end once', () => {
    expect(play([connect('U1'), fail('U1'), fail('U1'), pass('U1'), pass('U1')]).said).toEqual([
      'connected',
      'failed',
      'recovered',
    ]);
  });

  test('whatever happens, two losses never follow each other without something in between', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
        // A token from the environment is connected without a word, so that it is left out here.
        const loud = commands.filter((one) => one.type !== 'connect' || one.holder.via === 'install');
        const { said } = play(loud);
        expect(said.some((kind, i) => kind === 'failed' && said[i + 1] === 'failed')).toBe(false);
      }),
    );
  });

  test('in trouble exactly from a failed check to the next good one of the same account', () => {
    fc.assert(
      fc.property(fc.array(anyCommand, { maxLength: 40 }), (commands) => {
        let holds: string | null = null;
        let trouble = false;
        for (const command of commands) {
          if (command.type === 'connect') [holds, trouble] = [command.holder.user, false];
          if (command.type === 'remove') [holds, trouble] = [null, false];
          if (command.type === 'fail' && (holds === null || holds === command.holder.user))
            [holds, trouble] = [command.holder.user, true];
          if (command.type === 'pass' && holds === command.user) trouble = false;
        }
        const { state } = play(commands);
        expect([state?.holder?.user ?? null, state?.trouble != null]).toEqual([holds, trouble]);
      }),
    );
  });

  test('where toban.yaml names no owner, whoever connected it hears', () => {
    expect(play([connect('U1'), fail('U1')], []).said).toEqual(['connected', 'failed']);
  });

  test('a check of an account that was replaced meanwhile says nothing', () => {
    expect(play([connect('U1'), connect('U2'), fail('U1')]).state?.trouble).toBeNull();
  });
});

describe('a token that is not wanted any more is ended in Slack', () => {
  const revoked = (commands: Command[]) => play(commands).tasks.filter((id) => id.startsWith('revoke-'));

  test('when taken back, and when another account takes its place', () => {
    expect(revoked([connect('U1'), { type: 'remove', by: null }])).toHaveLength(1);
    expect(revoked([connect('U1'), connect('U2')])).toHaveLength(1);
  });

  test('not when the same account comes again, nor what stands in the environment', () => {
    expect(revoked([connect('U1'), connect('U1')])).toEqual([]);
    expect(revoked([connect('U1', 'environment'), { type: 'remove', by: null }])).toEqual([]);
  });
});
