import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evolve } from '../../../shared/runbook/evolve.ts';
import { stepById } from '../../../shared/runbook/flow.ts';
import { lintRunbook } from '../../../shared/runbook/lint.ts';
import type { Runbook } from '../../../shared/runbook/model.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import type { Run } from '../../../shared/runbook/run-model.ts';
import { HEAD, Play } from './play.ts';

/** Runbooks without mistakes, of any shape: sections with steps of every kind that lead anywhere. */
const runbooks = fc
  .array(
    fc.record({
      parallel: fc.boolean(),
      steps: fc.array(
        fc.oneof(
          fc.constantFrom('- する', '- する `optional`', '読む。', '- `wait 1m`', '- `do status fixing`'),
          fc.nat(4).map((to) => `CHOICE ${to}`),
          fc.nat(4).map((to) => `NUMBER ${to}`),
        ),
        { minLength: 1, maxLength: 4 },
      ),
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((sections) => {
    let asked = 0;
    const body = sections.map(({ parallel, steps }, s) => {
      const lines = steps.flatMap((step) => {
        const to = Number(step.split(' ')[1]) % (sections.length + 1);
        const goto = parallel ? '' : to === sections.length ? ' `end`' : ` \`go #s${to}\``;
        asked += 1;
        const name = `q${asked}`;
        if (step.startsWith('CHOICE')) return [`- 選ぶ \`ask choice as ${name}\``, `  - い${goto}`, '  - ろ'];
        if (step.startsWith('NUMBER'))
          return [
            `- 数 \`ask number as ${name}\``,
            ...(parallel ? [] : [`- \`when ${name} > 5 go ${to === sections.length ? 'end' : `#s${to}`}\``]),
          ];
        return step.startsWith('-') ? [step] : ['', step, ''];
      });
      return `## ${s} {#s${s}${parallel ? ' parallel' : ''}}\n\n${lines.join('\n')}\n`;
    });
    return `${HEAD}${body.join('\n')}`;
  })
  .map((source) => parseRunbook(source).runbook)
  .filter((runbook): runbook is Runbook => runbook !== null)
  .filter((runbook) => lintRunbook(runbook).every(({ level }) => level !== 'error'));

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
            const one = state.open[which % state.open.length];
            const at = stepById(runbook, one?.step ?? '');
            if (!one || !at) throw new Error('an open step that is not there');
            const { act } = at.step;
            if (how === 9) play.by({ type: 'undo' });
            else if (how === 8) play.by({ type: 'skip', step: one.step, reason: 'r' });
            else if (act.kind === 'ask')
              play.by({
                type: 'answer',
                step: one.step,
                value: act.type === 'number' ? how : (act.options[how % 2]?.label ?? 'x'),
              });
            else if (act.kind === 'confirm') play.by({ type: 'confirm', step: one.step });
            else play.give({ type: 'finish', step: one.step, visit: one.visit, result: { note: null } });
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
  });
});
