import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hunksOf } from '../../../shared/postmortem/merge/hunks.ts';
import { merge } from '../../../shared/postmortem/merge/merge.ts';

const text = (...lines: string[]) => lines.join('\n');
const lines = fc.array(fc.constantFrom('a', 'b', 'c', 'd', ''), { maxLength: 12 });
const words = lines.map((all) => all.join('\n'));

describe('what changed', () => {
  test('the hunks make the one text from the other', () => {
    fc.assert(
      fc.property(lines, lines, (a, b) => {
        const made: string[] = [];
        let from = 0;
        for (const { a0, a1, b0, b1 } of hunksOf(a, b)) {
          made.push(...a.slice(from, a0), ...b.slice(b0, b1));
          from = a1;
        }
        expect([...made, ...a.slice(from)]).toEqual(b);
      }),
    );
  });

  test('two long texts with nothing in common are one change, found at once', () => {
    const many = (word: string) => Array.from({ length: 60_000 }, (_, i) => `${word}${i}`);
    expect(hunksOf(many('a'), many('b'))).toEqual([{ a0: 0, a1: 60_000, b0: 0, b1: 60_000 }]);
  });
});

describe('two who began from one text', () => {
  test('changes of different lines are joined, also of neighbouring ones', () => {
    expect(merge(text('1', '2', '3'), text('1x', '2', '3'), text('1', '2', '3y')).text).toBe(
      text('1x', '2', '3y'),
    );
    expect(merge(text('1', '2'), text('1x', '2'), text('1', '2y')).text).toBe(text('1x', '2y'));
  });

  test('the same line changed by both is for a person to choose', () => {
    const { text: joined, parts } = merge(text('1', '2', '3'), text('1', 'x', '3'), text('1', 'y', '3'));
    expect(joined).toBeNull();
    expect(parts).toEqual([
      { kind: 'same', lines: ['1'] },
      { kind: 'conflict', base: ['2'], theirs: ['x'], mine: ['y'] },
      { kind: 'same', lines: ['3'] },
    ]);
  });

  test('two things put in at one place have no order of their own', () => {
    expect(merge(text('1', '2'), text('1', 'x', '2'), text('1', 'y', '2')).text).toBeNull();
    expect(merge(text('1', '2'), text('1', 'x', '2'), text('1', 'x', '2')).text).toBe(text('1', 'x', '2'));
  });

  test('who changed nothing takes what the other has', () => {
    fc.assert(
      fc.property(words, words, (base, other) => {
        expect(merge(base, other, base).text).toBe(other);
        expect(merge(base, base, other).text).toBe(other);
        expect(merge(base, other, other).text).toBe(other);
      }),
    );
  });

  test('no line that either wrote is lost, joined or not', () => {
    fc.assert(
      fc.property(words, words, words, (base, theirs, mine) => {
        const { parts } = merge(base, theirs, mine);
        const kept = parts.flatMap((part) => ('lines' in part ? part.lines : [...part.theirs, ...part.mine]));
        const count = (all: readonly string[], line: string) => all.filter((one) => one === line).length;
        for (const own of [theirs.split('\n'), mine.split('\n')])
          for (const line of own) {
            const fresh = count(own, line) > count(base.split('\n'), line);
            if (fresh) expect(kept).toContain(line);
          }
        expect(merge(base, mine, theirs).text === null).toBe(merge(base, theirs, mine).text === null);
      }),
    );
  });
});
