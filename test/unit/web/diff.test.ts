import fc from 'fast-check';
import { expect, test } from 'vitest';
import { diffTable } from '../../../functions/web/diff.ts';
import { diffLines } from '../../../shared/line-diff/index.ts';

const drawn = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${{ same: ' ', removed: '-', added: '+' }[kind]}${text}`);

test('a changed line is one removed and one added, in its place, with its numbers', () => {
  expect(drawn('a\nb\nc\n', 'a\nB\nc\n')).toEqual([' a', '-b', '+B', ' c']);
  expect(diffLines('a\nb', 'b')).toEqual([
    { kind: 'removed', text: 'a', before: 1, after: null },
    { kind: 'same', text: 'b', before: 2, after: 1 },
  ]);
});

test('how a line ends is no change', () => {
  expect(drawn('a\r\nb\r\n', 'a\nb')).toEqual([' a', ' b']);
  expect(drawn('', '')).toEqual([]);
  expect(drawn('', 'a')).toEqual(['+a']);
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 12 });

/** The longest common run by the book, to compare with. */
function common(a: readonly string[], b: readonly string[]): number {
  const best = Array.from({ length: a.length + 1 }, () => Array<number>(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i -= 1)
    for (let j = b.length - 1; j >= 0; j -= 1)
      (best[i] as number[])[j] =
        a[i] === b[j]
          ? 1 + (best[i + 1]?.[j + 1] ?? 0)
          : Math.max(best[i + 1]?.[j] ?? 0, best[i]?.[j + 1] ?? 0);
  return best[0]?.[0] ?? 0;
}

test('both texts can be read off a comparison, and it keeps as much as can be kept', () => {
  const text = lines.map((all) => all.map((line) => `${line}\n`).join(''));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const all = diffLines(before, after);
      const of = (without: string) =>
        all.flatMap(({ kind, text: line }) => (kind === without ? [] : [`${line}\n`])).join('');
      expect(of('added')).toBe(before);
      expect(of('removed')).toBe(after);
      const split = (source: string) => source.split('\n').slice(0, -1);
      expect(all.filter(({ kind }) => kind === 'same').length).toBe(common(split(before), split(after)));
    }),
    { numRuns: 500 },
  );
});

test('texts that have nothing in common are told at once', () => {
  const of = (mark: string) => Array.from({ length: 4_000 }, (_one, i) => `${mark}${i}`).join('\n');
  const all = diffLines(of('a'), of('b'));
  expect(all.filter(({ kind }) => kind === 'removed')).toHaveLength(4_000);
  expect(all.filter(({ kind }) => kind === 'added')).toHaveLength(4_000);
});

test('the table folds what stayed the same, and shows hostile lines as text', async () => {
  const before = Array.from({ length: 30 }, (_one, i) => `line ${i}`).join('\n');
  const shown = String(await diffTable(before, before.replace('line 15\n', '<script>x</script>\n'), 'en'));
  expect(shown).toContain('1 added · 1 removed');
  expect(shown).toContain('12 lines are the same');
  expect(shown).toContain('11 lines are the same');
  expect(shown).toContain('<ins>&lt;script&gt;x&lt;/script&gt;</ins>');
  expect(shown).not.toContain('line 11<');
  expect(String(await diffTable('a', 'a\n', 'ja'))).toContain('違いはありません。');
});
