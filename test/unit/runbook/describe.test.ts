import { expect, test } from 'vitest';
import { describeAct } from '../../../shared/runbook/describe.ts';
import { readDirective } from '../../../shared/runbook/directive.ts';

const said = (directive: string, locale: 'ja' | 'en'): string | null => {
  const read = readDirective(directive);
  if (!('act' in read)) throw new Error(`${directive} is not understood`);
  const same = (id: string) => id;
  return describeAct(read.act, { sections: [] }, { locale, role: same, rota: same, audience: same });
};

test.each([
  ['wait 10m', '10分待ちます', 'Waits 10 min'],
  ['wait 90m', '1時間30分待ちます', 'Waits 1 h 30 min'],
  ['wait 1d', '1日待ちます', 'Waits 1 day'],
  ['wait 20d', '20日待ちます', 'Waits 20 days'],
  ['wait 36h', '36時間待ちます', 'Waits 36 h'],
  [
    'do duty personal-data 2',
    '法的義務「personal-data」の2番目を済みにします',
    'Ticks number 2 of the legal duty “personal-data”',
  ],
])('%s → %s', (directive, ja, en) => {
  expect([said(directive, 'ja'), said(directive, 'en')]).toEqual([ja, en]);
});
