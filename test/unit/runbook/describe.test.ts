import { expect, test } from 'vitest';
import type { Called } from '../../../shared/runbook/called.ts';
import { describeAct, describeTarget } from '../../../shared/runbook/describe.ts';
import { readDirective } from '../../../shared/runbook/directive.ts';
import { targetTakes } from '../../../shared/runbook/targets.ts';

const called = (locale: 'ja' | 'en'): Called => ({
  locale,
  role: (id) => `role ${id}`,
  rota: (id) => `rota ${id}`,
  audience: (id) => `audience ${id}`,
  duty: (id) => `duty ${id}`,
  dutyStep: (id, step) => `${id} no. ${step}`,
  section: (id: string) => id,
});
const sections = [{ id: 'stop', title: '止める', parallel: false, steps: [], place: { line: 1, column: 1 } }];

function said(directive: string, locale: 'ja' | 'en'): string | null {
  const read = readDirective(directive);
  if (!('act' in read)) throw new Error(directive);
  return describeAct(read.act, { sections }, called(locale));
}

test.each([
  ['ask number as users into impact.users', '質問（数） → 影響するユーザーの数に書きます'],
  ['ask person as lead into role.commander', '質問（人） → 役割「role commander」に書きます'],
  ['when users >= 1,000 go #stop', 'users が 1000 以上のとき、「止める」へ'],
  ['when ongoing = はい go end', 'ongoing が はい のとき、終わりへ'],
  ['go #stop', '「止める」へ進みます'],
  ['wait 90m', '1時間30分待ちます'],
  ['wait 36h', '36時間待ちます'],
  ['wait 20d', '20日待ちます'],
  ['do status fixing', 'ステータスを「復旧作業中」にします'],
  ['do call rota mobility', '「rota mobility」の当番を呼びます'],
  ['do call person lead', '回答 lead の人を呼びます'],
  ['do duty personal-data 2', '法令上の対応「personal-data no. 2」を済みにします'],
  [
    'ask choice as leak into duty.personal-data',
    '質問（一つ選ぶ） → 法令上の対応「duty personal-data」に書きます',
  ],
  ['http POST https://ops.example/x secret OPS', 'https://ops.example/x に POST で送ります（署名: OPS）'],
])('%s is said in words', (directive, words) => {
  expect(said(directive, 'ja')).toBe(words);
  expect(said(directive, 'en')).toMatch(/^[A-Z][^ぁ-ん]*|止める/);
});

test('whole days are said as days', () => {
  expect(said('wait 1d', 'en')).toBe('Waits 1 day');
  expect(said('wait 20d', 'en')).toBe('Waits 20 days');
});

test('what a person does, and what is read, needs no words but its own', () => {
  expect(said('confirm', 'ja')).toBeNull();
  expect(said('say', 'en')).toBeNull();
});

test('each target has a name; one that there is not stands for itself', () => {
  const all = ['timeline', 'title', 'description', 'impact.vehicles', 'impact.users', 'impact.inquiries'];
  for (const locale of ['ja', 'en'] as const)
    for (const target of all) {
      expect(targetTakes(target)).not.toBeNull();
      expect(describeTarget(target, called(locale))).not.toContain('.');
    }
  expect(describeTarget('impact.constructor', called('en'))).toBe('impact.constructor');
  expect(describeTarget('milestone.constructor', called('en'))).toContain('constructor');
  expect(describeTarget('else', called('en'))).toBe('else');
});
