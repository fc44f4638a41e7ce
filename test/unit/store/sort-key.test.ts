import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beyond, pathKey, reversed, sortKey } from '../../../shared/adapters/sqlite/sort-key.ts';
import type { Json } from '../../../shared/store/cursor.ts';

const text = fc.string({
  unit: fc.constantFrom('\u0000', '\u0001', 'a', 'b', '~', 'é', 'ﾊ', '🛴'),
  maxLength: 4,
});
const scalar = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.integer(),
  text,
);
const value: fc.Arbitrary<Json> = fc.letrec<{ value: Json }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    scalar,
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      text.filter((name) => name !== ''),
      tie('value'),
      { maxKeys: 3 },
    ),
  ),
})).value;

const rank = (a: Json): number =>
  a === null
    ? 0
    : typeof a === 'boolean'
      ? 1
      : typeof a === 'number'
        ? 2
        : typeof a === 'string'
          ? 3
          : Array.isArray(a)
            ? 4
            : 5;

/** The order as Firestore's documentation says it, read literally. */
function compare(a: Json, b: Json): number {
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'number' || typeof a === 'boolean') return Number(a) - Number(b);
  if (typeof a === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(String(b)));
  if (a === null || b === null || typeof b !== 'object') return 0;
  const [left, right] = [flat(a), flat(b)];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const order = compare(left[index] ?? null, right[index] ?? null);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}

function flat(a: Exclude<Json, string | number | boolean | null>): readonly Json[] {
  if (Array.isArray(a)) return a;
  const names = Object.keys(a).toSorted((x, y) => Buffer.compare(Buffer.from(x), Buffer.from(y)));
  return names.flatMap((name) => [name, a[name] ?? null]);
}

describe('sort keys', () => {
  it('compare as the values do, from low to high and from high to low', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const wanted = Math.sign(compare(a, b));
        expect(Math.sign(Buffer.compare(sortKey(a), sortKey(b)))).toBe(wanted);
        expect(Math.sign(Buffer.compare(reversed(sortKey(a)), reversed(sortKey(b))))).toBe(0 - wanted || 0);
      }),
      { numRuns: 2000 },
    );
  });

  it('are never the beginning of one another, so that keys can be joined', () => {
    fc.assert(
      fc.property(value, value, (a, b) => {
        const [left, right] = [sortKey(a), sortKey(b)];
        const begins = right.subarray(0, left.length).equals(left);
        expect(begins).toBe(left.equals(right));
      }),
      { numRuns: 2000 },
    );
  });

  it('of joined fields compare by the first field, then by the second', () => {
    fc.assert(
      fc.property(text, text, text, text, (a, b, c, d) => {
        const joined = (first: string, second: string) => Buffer.concat([sortKey(first), sortKey(second)]);
        const wanted = compare(a, c) || compare(b, d);
        expect(Math.sign(Buffer.compare(joined(a, b), joined(c, d)))).toBe(Math.sign(wanted));
      }),
    );
  });

  it('of paths compare part by part', () => {
    const paths = ['a/b', 'a/b/c/d', 'a/b-', 'a-/b', 'b/a'];
    expect(paths.toReversed().toSorted((x, y) => Buffer.compare(pathKey(x), pathKey(y)))).toEqual(paths);
  });

  it('after a prefix comes what no longer begins with it', () => {
    expect(beyond(Buffer.of(1, 2))).toEqual(Buffer.of(1, 3));
    expect(beyond(Buffer.of(1, 0xff, 0xff))).toEqual(Buffer.of(2));
    expect(beyond(Buffer.of(0xff))).toEqual(Buffer.alloc(0));
  });
});
