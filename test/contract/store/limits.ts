import { describe, expect, it } from 'vitest';
import { codeOf, type StoreSide } from './harness.ts';

const cycle: Record<string, unknown> = {};
cycle.self = cycle;

const REFUSED: Readonly<Record<string, object>> = {
  'a field that is undefined': { a: undefined },
  'an undefined deep inside': { a: [{ b: undefined }] },
  'a hole in an array': { a: new Array(1) },
  'a function': { a: () => 1 },
  NaN: { a: Number.NaN },
  Infinity: { a: Number.POSITIVE_INFINITY },
  'a Date': { a: new Date(0) },
  'a BigInt': { a: 1n },
  'a symbol': { a: Symbol('a') },
  'a Map': { a: new Map() },
  'a Buffer': { a: Buffer.of(1) },
  'an array in an array': { a: [[1]] },
  'an array as the document': [1],
  'a Date as the document': new Date(0),
  'a field without a name': { '': 1 },
  'a field with a name of the store itself': { __type__: 1 },
  'a cycle': cycle,
  'more than 20 levels': nested(21),
  'more than 1 MiB': { text: 'あ'.repeat(349_600) },
  'more index entries than Firestore makes': Object.fromEntries(
    Array.from({ length: 20_001 }, (_, n) => [`f${n}`, n]),
  ),
};

const BAD_PATHS = [
  '',
  'a',
  'a/b/c',
  '/a/b',
  'a//b/c',
  'a/.',
  'a/..',
  'a/__x__',
  'a/\u0000',
  `a/${'x'.repeat(1501)}`,
];

/** Promises about what a document may be: both sides refuse the same, before anything is sent. */
export function limitPromises(side: StoreSide): void {
  describe(`${side.name}: what is not a document`, () => {
    const { store } = side.open();

    it.each(Object.entries(REFUSED))('%s is refused by put and in a transaction', async (_name, data) => {
      expect(await codeOf(store.put('a/1', data))).toBe('bad-input');
      expect(await codeOf(store.transaction(async (tx) => tx.create('a/1', data)))).toBe('bad-input');
      expect(await store.get('a/1')).toBeNull();
    });

    it.each(BAD_PATHS)('"%s" is refused as a path', async (path) => {
      expect(await codeOf(store.get(path))).toBe('bad-input');
      expect(await codeOf(store.put(path, {}))).toBe('bad-input');
      expect(await codeOf(store.transaction((tx) => tx.get(path)))).toBe('bad-input');
    });

    it('the refusal names the field', async () => {
      await expect(store.put('a/1', { b: [{ c: undefined }] })).rejects.toThrow(
        'a/1.b[0].c: undefined is not JSON',
      );
    });

    it('just below the limits is taken', async () => {
      await store.put('a/big', { text: 'x'.repeat(1_048_000) });
      await store.put('a/deep', nested(20));
      await store.put('a/long', { list: Array.from({ length: 20_000 }, (_, n) => n) });
      expect((await store.get<{ text: string }>('a/big'))?.data.text).toHaveLength(1_048_000);
    });

    it('half a character is kept as U+FFFD, not refused: a text may have been cut', async () => {
      await store.put('a/half', { text: 'a\ud83d' });
      expect((await store.get('a/half'))?.data).toEqual({ text: 'a\ufffd' });
    });

    it('text that looks like code or markup is kept as it is', async () => {
      const text = '\u0000\u2028<!channel> \'"; DROP TABLE documents; -- __proto__ {x}';
      await store.put('a/odd', { text });
      expect((await store.get('a/odd'))?.data).toEqual({ text });
    });
  });
}

function nested(levels: number): object {
  return levels === 1 ? { end: true } : { in: nested(levels - 1) };
}
