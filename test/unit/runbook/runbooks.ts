import fc from 'fast-check';
import { stepById } from '../../../shared/runbook/flow.ts';
import { lintRunbook } from '../../../shared/runbook/lint.ts';
import type { Runbook } from '../../../shared/runbook/model.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import { HEAD, type Play } from './play.ts';

/** Runbooks without mistakes, of any shape: sections with steps of every kind that lead anywhere. */
export const runbooks = fc
  .array(
    fc.record({
      parallel: fc.boolean(),
      steps: fc.array(
        fc.oneof(
          fc.constantFrom('- する', '- する `optional`', '読む。', '- `wait 1m`', '- `do status fixing`'),
          fc.constant('TELL'),
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
    let last: string | null = null;
    const body = sections.map(({ parallel, steps }, s) => {
      const lines = steps.flatMap((step) => {
        const to = Number(step.split(' ')[1]) % (sections.length + 1);
        const goto = parallel ? '' : to === sections.length ? ' `end`' : ` \`go #s${to}\``;
        asked += 1;
        const name = `q${asked}`;
        if (step === 'TELL')
          return [`- 今は${last === null ? '' : `{${last}}`}です。あとは頼みます。 \`do update cs\``];
        if (/^[CN]/.test(step)) last = name;
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

/** Any of what may be done with a run, by two numbers: with which open step, and what. Refused moves change nothing. */
export function move(play: Play, which: number, how: number): void {
  const { state, runbook } = play;
  if (!state) throw new Error('not started');
  const one = state.open[which % state.open.length];
  const at = stepById(runbook, one?.step ?? '');
  if (!one || !at) throw new Error('an open step that is not there');
  const { act } = at.step;
  const { step, visit } = one;
  if (how === 9) play.by({ type: 'undo' });
  else if (how === 8) play.by({ type: 'skip', step, reason: 'r' });
  else if (act.kind === 'ask')
    play.by({
      type: 'answer',
      step,
      value: act.type === 'number' ? how : (act.options[how % 2]?.label ?? 'x'),
    });
  else if (act.kind === 'confirm') play.by({ type: 'confirm', step });
  else play.give({ type: 'finish', step, visit, result: { note: null } });
}
