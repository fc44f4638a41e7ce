import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../shared/runbook/evolve.ts';
import { stepById } from '../../../shared/runbook/flow.ts';
import type { Run } from '../../../shared/runbook/run-model.ts';
import { Play } from './play.ts';
import { move, runbooks } from './runbooks.ts';

describe('whatever is answered', () => {
  test('a run is never stuck without saying why, its state is the fold of its history, and its answers are what it shows', () => {
    fc.assert(
      fc.property(
        runbooks,
        fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 5, maxLength: 40 }),
        (runbook, moves) => {
          const play = new Play(runbook);
          for (const [which, how] of moves) {
            const { state } = play;
            if (!state) throw new Error('not started');
            if (state.status !== 'running') {
              expect(state.open).toEqual([]);
              expect(state.endedAt).not.toBeNull();
              break;
            }
            // Running means that somebody, or Toban, can do something now.
            expect(state.open.length).toBeGreaterThan(0);
            move(play, which, how);
            // Each step is open once, and each that Toban does by itself has its task.
            expect(new Set(play.open).size).toBe(play.open.length);
            for (const open of play.state?.open ?? []) {
              const kind = stepById(runbook, open.step)?.step.act.kind;
              if (kind === 'wait' || kind === 'do')
                expect(play.tasks).toContain(`${kind}-${open.step}-${open.visit}`);
            }
          }
          expect(play.events.reduce<Run | null>((state, event) => evolve(state, event), null)).toEqual(
            play.state,
          );
        },
      ),
      { numRuns: 300 },
    );
    // A second on an idle machine; a busy one is given the time it takes.
  }, 60_000);
});
