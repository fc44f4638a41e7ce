import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readJson } from '../../../shared/import/read/json.ts';
import { badOf, fileOf, rowsOf } from './files.ts';

const RECORDS = [
  { title: '返却できない', tags: ['a', 'b'], root_cause: { kind: 'deploy', by: { name: '森' } }, n: 3 },
  { title: 'x } ] " \\ {', tags: [], root_cause: null, n: null },
];
const COLUMNS = [
  { title: '返却できない', tags: 'a, b', 'root_cause.kind': 'deploy', 'root_cause.by.name': '森', n: '3' },
  { title: 'x } ] " \\ {', tags: '', root_cause: '', n: '' },
];
const read = (text: string, size = 5) => readJson(fileOf('a.json', text, size));
const values = async (text: string, size?: number) =>
  (await rowsOf(read(text, size))).map((row) => row.values);

describe('the shapes of JSON', () => {
  test.each([
    ['a list', JSON.stringify(RECORDS)],
    ['a list, indented', JSON.stringify(RECORDS, null, 2)],
    ['a list in an object', JSON.stringify({ total: 2, page: { next: null }, incidents: RECORDS }, null, 1)],
    ['an object a line', RECORDS.map((one) => JSON.stringify(one)).join('\n')],
    ['objects one after the other', RECORDS.map((one) => JSON.stringify(one, null, 2)).join('\n')],
  ])('%s', async (_shape, text) => {
    for (const size of [1, 4, 1_000]) expect(await values(text, size)).toEqual(COLUMNS);
  });

  test('anything written as a list is read again', async () => {
    const record = fc.dictionary(
      fc.stringMatching(/^[a-z"{}\\ア]{1,5}$/),
      fc.string({ unit: 'binary', maxLength: 8 }),
      { minKeys: 1 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, { maxLength: 4 }),
        fc.integer({ min: 1, max: 20 }),
        async (list, size) => {
          expect(await values(JSON.stringify(list), size)).toEqual(list.map((one) => ({ ...one })));
        },
      ),
      { numRuns: 60 },
    );
  });
});

test('what is broken is told with its line, and the rest is read', async () => {
  expect(await badOf(read('{"a":1}\n{"a":\n{"a":3}\n7\n'))).toEqual(['2 not-json', '4 not-a-record']);
  expect(await values('{"a":1}\n{"a":\n{"a":3}\n')).toEqual([{ a: '1' }, { a: '3' }]);
  expect(await badOf(read('[\n{"a":1},\n{"a":tru},\n{"a":2}\n]'))).toEqual(['3 not-json']);
  expect(await badOf(read('[\n{"a":1},\n{"a":2'))).toEqual(['3 not-json']);
});

test('one long line is read as fast as many short ones', async () => {
  const list = Array.from({ length: 2_000 }, (_, n) => ({ title: `障害 ${n}`, note: 'x'.repeat(100) }));
  expect(await values(JSON.stringify(list), 65_536)).toHaveLength(2_000);
});
