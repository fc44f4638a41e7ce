import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCsv } from '../../../shared/import/read/csv.ts';
import { all, badOf, fileOf, rowsOf } from './files.ts';

const values = async (text: string, size?: number) =>
  (await rowsOf(readCsv(fileOf('a.csv', text, size)))).map((row) => Object.values(row.values));

describe('what a CSV says', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ア', '"', ',', ';', '\n', '\r\n', ' ', '=', '😀'),
    maxLength: 6,
  });
  const tables = fc
    .integer({ min: 2, max: 4 })
    .chain((columns) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 6 }),
    );

  test('is what was written, whatever stands in it and however it is cut on the way', async () => {
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom(',', ';', '\t'),
        async (rows, size, delimiter) => {
          const head = rows[0]?.map((_, i) => `h${i}`) ?? [];
          const quoted = (one: string) => (/["\r\n,;\t]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one);
          const text = [head, ...rows].map((row) => row.map(quoted).join(delimiter)).join('\r\n');
          const kept = rows.filter((row) => row.some((one) => one.trim() !== ''));
          expect(await values(text, size)).toEqual(kept);
        },
      ),
      { numRuns: 300 },
    );
  });

  test('is what another reader reads of it', async () => {
    const text = 'タイトル,"影響, 範囲",x\r\n"鍵が""開かない""",広い,\r\n\r\n"二\n行",,"  "\r\n';
    const other = parse(text, { skip_empty_lines: true, from_line: 2 });
    expect(await values(text, 5)).toEqual(other);
  });

  test('ends its lines in any way, and names what has no name or the same one', async () => {
    const [row] = await rowsOf(readCsv(fileOf('a.csv', 'a,,a\r1,2,3\r')));
    expect(row).toMatchObject({
      values: { a: '1', '(2)': '2', 'a (3)': '3' },
      at: { file: 'a.csv', line: 2 },
    });
    expect(await values('a\tb\tc;d\n1\t2\t3;4')).toEqual([['1', '2', '3;4']]);
    expect(await values('a\n1')).toEqual([['1']]);
    expect(await values('')).toEqual([]);
  });
});

describe('what is broken is told with its line, and the next line is read', () => {
  test.each([
    ['something behind a quote', 'a,b\n1,"2"x\n3,4\n', ['2 quote-inside'], [['3', '4']]],
    ['a quote in a bare cell', 'a,b\n1,2"3\n5,6\n', ['2 quote-inside'], [['5', '6']]],
    [
      'a quote never closed',
      'a,b\n1,2\n3,"4\n5,6\n7,8\n',
      ['3 quote-open'],
      [
        ['1', '2'],
        ['5', '6'],
        ['7', '8'],
      ],
    ],
    [
      'one that meets another',
      'a,b\n1,"2\n3,4\n5,"6"\n7,8\n',
      ['2 quote-inside'],
      [
        ['3', '4'],
        ['5', '6'],
        ['7', '8'],
      ],
    ],
    ['more cells than columns', 'a,b\n1,2,3\n4,5,\n', ['2 too-many-cells'], [['4', '5']]],
    ['behind a cell of several lines', 'a,b\n"1\n\n",2\n3,"\n', ['5 quote-open'], [['1\n\n', '2']]],
  ])('%s', async (_what, text, bad, good) => {
    for (const size of [1, 3, 100]) {
      expect(await badOf(readCsv(fileOf('a.csv', text, size)))).toEqual(bad);
      expect(await values(text, size)).toEqual(good);
    }
  });

  test('a record longer than a document is refused, and memory does not grow with it', async () => {
    const text = `a,b\n1,"${'x'.repeat(2_500_000)}\n2,3\n`;
    expect(await badOf(readCsv(fileOf('a.csv', text, 65_536)))).toEqual(['2 quote-open']);
    const bare = `a,b\n1,${'x'.repeat(2_500_000)}\n2,3\n`;
    expect(await badOf(readCsv(fileOf('a.csv', bare, 65_536)))).toEqual(['2 too-long']);
    expect(await values(bare, 65_536)).toEqual([['2', '3']]);
  });
});

describe('encodings', () => {
  /** "鍵,車\n森,返却\n" */
  const SHIFT_JIS = Uint8Array.from([
    ...[0x8c, 0xae, 0x2c, 0x8e, 0xd4, 0x0a],
    ...[0x90, 0x58, 0x2c, 0x95, 0xd4, 0x8b, 0x70, 0x0a],
  ]);
  const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

  test('Shift_JIS, a mark in front, UTF-16: one reading', async () => {
    for (const size of [1, 2, 3, 64])
      for (const bytes of [
        SHIFT_JIS,
        Buffer.from('\ufeff鍵,車\n森,返却\n'),
        Buffer.from('鍵,車\n森,返却\n'),
        utf16('鍵,車\n森,返却\n'),
      ])
        expect((await rowsOf(readCsv(fileOf('a.csv', bytes, size)))).map((row) => row.values)).toEqual([
          { 鍵: '森', 車: '返却' },
        ]);
  });

  test('a long plain beginning decides nothing', async () => {
    const head = Buffer.from(`a,b\n${'1,2\n'.repeat(5_000)}`);
    const rows = await rowsOf(readCsv(fileOf('a.csv', Buffer.concat([head, SHIFT_JIS]), 1_000)));
    expect(rows.at(-1)?.values).toEqual({ a: '森', b: '返却' });
  });

  test('what is no text is refused in words', async () => {
    const bytes = Uint8Array.from([0x61, 0x0a, 0xff, 0xfd, 0x81, 0x0a]);
    await expect(all(readCsv(fileOf('a.csv', bytes)))).rejects.toMatchObject({
      code: 'bad-input',
      reason: 'not-text',
    });
  });
});
