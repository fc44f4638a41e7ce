import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameJson } from '../../../shared/store/json.ts';

const few = fc.jsonValue({ maxDepth: 3, depthSize: 'small', stringUnit: fc.constantFrom('a', 'b') });

test('two documents are the same when they are equal as values', () => {
  fc.assert(
    fc.property(few, few, (a, b) => {
      const [one, other] = [JSON.parse(JSON.stringify(a)), JSON.parse(JSON.stringify(b))];
      expect(sameJson(one, other)).toBe(isDeepStrictEqual(one, other));
      expect(sameJson(one, structuredClone(one))).toBe(true);
    }),
  );
});

test('in whatever order the fields stand', () => {
  expect(
    sameJson({ a: 1, b: { c: [1, { d: null, e: 2 }] } }, { b: { c: [1, { e: 2, d: null }] }, a: 1 }),
  ).toBe(true);
  expect(sameJson({ a: 1 }, { a: 1, b: null })).toBe(false);
  expect(sameJson([1, 2], [2, 1])).toBe(false);
});
