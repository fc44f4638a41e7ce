import { describe, expect, test } from 'vitest';
import { stepById } from '../../../shared/runbook/flow.ts';
import { answerForm } from '../../../shared/runbook/forms.ts';
import { Play } from './play.ts';

const elementOf = (type: string, options: number) => {
  const list = Array.from({ length: options }, (_one, i) => `  - 選択肢${i}`).join('\n');
  const { runbook } = new Play(`- どれですか \`ask ${type} as what\`\n${list}\n`);
  const step = stepById(runbook, 'what')?.step;
  if (!step) throw new Error('no step');
  const [block] = answerForm(step, { channel: null }, 'ja').blocks;
  return JSON.parse(JSON.stringify(block)).element;
};

describe('a question with several answers, as a form', () => {
  test('shows boxes up to ten and a menu for more, and leaves none out', () => {
    expect(elementOf('many', 10)).toMatchObject({ type: 'checkboxes' });
    const menu = elementOf('many', 100);
    expect(menu).toMatchObject({ type: 'multi_static_select' });
    expect(menu.options).toHaveLength(100);
  });
});
