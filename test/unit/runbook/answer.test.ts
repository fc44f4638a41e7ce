import { describe, expect, test } from 'vitest';
import { understand } from '../../../shared/runbook/answer.ts';

describe('an answer is understood as its question wants it', () => {
  const ask = (type: string, options: string[] = []) =>
    ({
      kind: 'ask',
      type,
      name: 'x',
      into: null,
      options: options.map((label) => ({ label, goto: null })),
    }) as never;
  test.each([
    ['number', '１，２００人', { value: 1_200 }],
    ['number', '約 120', { value: 120 }],
    ['number', '12 or 13', { wrong: 'no-number' }],
    ['number', '', { wrong: 'empty' }],
    ['text', '  ', { wrong: 'empty' }],
    ['text', 'あ'.repeat(3_000), { value: 'あ'.repeat(3_000) }],
    ['text', 'あ'.repeat(10_000), { wrong: 'too-long' }],
    ['person', '<@U0ARAI|arai>', { value: 'U0ARAI' }],
    ['person', '新井さん', { wrong: 'no-person' }],
    ['time', '1700000000', { value: 1_700_000_000_000 }],
    ['time', '99999999999', { wrong: 'in-the-future' }],
  ])('%s: %j', (type, said, expected) =>
    expect(understand(ask(type), said, 1_800_000_000_000)).toEqual(expected),
  );

  test('an option in other letters is the option; several are told apart', () => {
    expect(understand(ask('choice', ['SEV1', 'その他']), 'ｓｅｖ１', 0)).toEqual({ value: 'SEV1' });
    expect(understand(ask('choice', ['はい', 'いいえ']), 'たぶん', 0)).toEqual({ wrong: 'no-option' });
    expect(understand(ask('many', ['氏名', '住所', '電話']), '氏名、電話、氏名', 0)).toEqual({
      value: ['氏名', '電話'],
    });
    expect(understand(ask('many', ['氏名', '住所']), [], 0)).toEqual({ wrong: 'empty' });
  });
});
