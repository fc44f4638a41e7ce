import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { WriterFact } from '../../../../shared/ports/writer.ts';
import { checkProse } from '../../../../shared/postmortem/prose/check.ts';
import { numbersIn } from '../../../../shared/postmortem/prose/numbers.ts';

const FACTS: readonly WriterFact[] = [
  { id: 'f1', time: '2026/11/24(火) 12:03 JST', text: '新井: 返却APIが500を返している。1,200台に影響' },
  { id: 'f2', time: '2026/11/24(火) 12:20 JST', text: '新井: 前のバージョンに戻した' },
  { id: 'f3', time: '', text: 'TTR: 20分' },
];
const check = (text: string, cites: readonly string[], unknown: readonly string[] = []) =>
  checkProse({ sentences: [{ text, cites }], unknown }, FACTS);
const fault = (text: string, cites: readonly string[]) => check(text, cites).dropped[0]?.fault ?? null;

describe('which sentences may stand', () => {
  test('one that rests on a fact it was given', () => {
    expect(check('返却APIが500を返した。', ['f1'])).toEqual({
      sentences: [{ text: '返却APIが500を返した。', cites: ['f1'] }],
      dropped: [],
      unknown: [],
    });
  });

  test('none that cites nothing, or anything that was not there', () => {
    expect(fault('返却できなかった。', [])).toBe('cites-nothing');
    expect(fault('返却できなかった。', ['f9'])).toBe('cites-unknown');
    expect(fault('返却できなかった。', ['f1', 'f9'])).toBe('cites-unknown');
    expect(fault('返却できなかった。', ['constructor'])).toBe('cites-unknown');
  });

  test('none with a number or a time that is not in what it cites', () => {
    expect(fault('1200台に影響した。', ['f1'])).toBeNull();
    expect(fault('１２００台に影響した。', ['f1'])).toBeNull();
    expect(fault('12:03 に500が出た。', ['f1'])).toBeNull();
    expect(fault('1300台に影響した。', ['f1'])).toBe('number');
    // It is a fact, but not one that is cited.
    expect(fault('1200台に影響した。', ['f2'])).toBe('number');
    expect(fault('12:04 に500が出た。', ['f1'])).toBe('number');
    expect(fault('3分後に直した。', ['f2'])).toBe('number');
    expect(fault('三人で直した。', ['f2'])).toBe('number');
    expect(fault('数百人が返せなかった。', ['f1'])).toBe('number');
    expect(fault('金曜日に直した。', ['f2'])).toBe('number');
    expect(fault('It took five minutes.', ['f2'])).toBe('number');
    expect(fault('It was rolled back on Friday.', ['f2'])).toBe('number');
    // The same number of something else, or a piece of a longer one.
    expect(fault('20台を直した。', ['f3'])).toBe('number');
    expect(fault('12台を直した。', ['f1'])).toBe('number');
    expect(fault('24人が返せなかった。', ['f1'])).toBe('number');
    expect(fault('It took 20 minutes.', ['f3'])).toBeNull();
    expect(fault('500 件の問い合わせがあった。', ['f1'])).toBeNull();
    expect(fault('SEV2になった。', ['f2'])).toBe('number');
    expect(fault('④台に影響した。', ['f1'])).toBe('number');
    expect(fault('٣ 台に影響した。', ['f1'])).toBe('number');
  });

  test('what an injected text would have it write: addresses, mentions, markup', () => {
    for (const text of [
      '詳しくは https://evil.example を見てください。',
      'ｈｔｔｐｓ：//evil.example',
      '[ここ](evil)を押してください。',
      '[ここ][1]を押してください。',
      '![](x) が原因。',
      '<script>alert(document.cookie)</script>',
      '<!channel> 全員確認してください。',
      '<@UCTO> の責任である。',
      '@channel 確認してください。',
      'evil@example.com に連絡する。',
      'www.evil.example を見る。',
      'evil.example/reset を見る。',
      'javascript:alert()',
      '&lt;b&gt; が出た。',
    ])
      expect([text, fault(text, ['f2'])]).toEqual([text, 'markup']);
  });

  test('none that is empty, invisible or endless, and each once', () => {
    expect(fault(' \n ', ['f1'])).toBe('empty');
    expect(fault('\u200b\u202e', ['f1'])).toBe('empty');
    expect(fault('あ'.repeat(401), ['f1'])).toBe('too-long');
    const twice = { text: '戻した。', cites: ['f2'] };
    expect(checkProse({ sentences: [twice, twice], unknown: [] }, FACTS).sentences).toHaveLength(1);
    expect(check('戻\u202eした。\n', ['f2', 'f2']).sentences).toEqual([{ text: '戻した。', cites: ['f2'] }]);
  });

  test('what is unknown states no number and carries no address', () => {
    const unknown = [
      'なぜ試験で見つからなかったか',
      '5人の名前',
      'https://evil.example',
      ' ',
      'あ'.repeat(151),
    ];
    expect(check('', [], unknown).unknown).toEqual(['なぜ試験で見つからなかったか']);
    const many = [...'あいうえおかき'].map((letter) => `${letter}は何か`);
    expect(check('', [], many).unknown).toHaveLength(5);
  });
});

test('whatever a model answers, no sentence stands without facts that carry its numbers', () => {
  const ids = fc.array(fc.constantFrom('f1', 'f2', 'f3', 'f4', '', '__proto__', 'F1'), { maxLength: 4 });
  const word = fc.constantFrom(
    '返却',
    '12:03',
    '500',
    '20分',
    '７',
    '<b>',
    'https://x',
    '。',
    ' ',
    '二台',
    'two',
  );
  const sentence = fc.record({
    text: fc.array(word, { maxLength: 8 }).map((words) => words.join('')),
    cites: ids,
  });
  const answer = fc.record({
    sentences: fc.array(sentence, { maxLength: 30 }),
    unknown: fc.array(fc.string()),
  });
  fc.assert(
    fc.property(answer, (written) => {
      const { sentences, unknown } = checkProse(written, FACTS);
      for (const { text, cites } of sentences) {
        expect(cites.length).toBeGreaterThan(0);
        const cited = FACTS.filter(({ id }) => cites.includes(id));
        expect(cited).toHaveLength(cites.length);
        const known = numbersIn(cited.map(({ time, text: words }) => `${time} ${words}`).join(' '));
        for (const number of numbersIn(text))
          expect(known.has(number) || known.has(number.split(' ')[0] ?? '')).toBe(true);
        expect(text).not.toMatch(/<b>|https:/);
      }
      for (const one of unknown) expect(numbersIn(one).size).toBe(0);
    }),
    { numRuns: 1_000 },
  );
});
