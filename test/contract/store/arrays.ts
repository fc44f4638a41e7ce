import { describe, expect, it } from 'vitest';
import type { QueryShape } from '../../../shared/store/shapes.ts';
import type { StoreSide } from './harness.ts';
import { fill, readAll } from './reading.ts';

const tagged: QueryShape = {
  collection: 'things',
  scope: 'collection',
  where: [
    { field: 'kind', op: '==' },
    { field: 'tags', op: 'array-contains' },
    { field: 'v', op: '<' },
  ],
  orderBy: [{ field: 'v', direction: 'desc' }],
};

/** Promises about queries that look into an array. */
export function arrayPromises(side: StoreSide): void {
  describe(`${side.name}: values within an array`, () => {
    it('find a document once, as long as they are there', async () => {
      const { store } = side.open([tagged]);
      await fill(store, {
        'things/1': { kind: 'x', tags: ['a', 'b', 'a'], v: 1 },
        'things/2': { kind: 'x', tags: ['ab', '当番', { a: 'a' }], v: 2 },
        'things/3': { kind: 'x', tags: ['b', 'a'], v: 3 },
        'things/4': { kind: 'y', tags: ['a'], v: 4 },
        'things/5': { kind: 'x', tags: 'a', v: 5 },
        'things/6': { kind: 'x', tags: [], v: 6 },
        'things/7': { kind: 'x', v: 7 },
        'things/8': { kind: 'x', tags: ['a'], v: 8 },
      });
      const seen = (tags: string, v = 8) =>
        readAll(store, { shape: tagged, values: { kind: 'x', tags, v }, limit: 1 });
      expect(await seen('a')).toEqual(['things/3', 'things/1']);
      expect(await seen('a', 9)).toEqual(['things/8', 'things/3', 'things/1']);
      expect(await seen('当番')).toEqual(['things/2']);
      await store.put('things/3', { kind: 'x', tags: ['c'], v: 3 });
      expect(await seen('a')).toEqual(['things/1']);
      expect(await seen('b')).toEqual(['things/1']);
      expect(await seen('c')).toEqual(['things/3']);
    });
  });
}
