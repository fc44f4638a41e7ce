import { expect, test } from 'vitest';
import { readRows, sourceOf } from '../../../shared/import/read/open.ts';
import { csvFile } from '../../../shared/load/index.ts';
import { fileOf, rowsOf } from './files.ts';

const columns = ['題名', '@担当', '概要'];
const cells = ['=返却できない', '-5', "- 一つ目\n- 'b"];
const text = csvFile([columns, cells]);
const valuesIn = async (name: string) =>
  (await rowsOf(readRows({ kind: 'file', file: fileOf(name, text) }, 'csv')))[0]?.values;

test('what Toban handed out is read as it was, without what kept a spreadsheet from running it', async () => {
  const asItWas = Object.fromEntries(columns.map((column, i) => [column, cells[i]]));
  expect(await valuesIn('csv-refused-2.csv')).toEqual(asItWas);
  expect(await valuesIn('csv-refused-2 (1).csv')).toEqual(asItWas);
  expect((await valuesIn('other.csv'))?.題名).toBe("'=返却できない");
});

test.each([
  ['notion-refused-1.csv', 'notion'],
  ['Downloads/notion-refused-1.csv', 'notion'],
  ['Downloads\\waroom-refused-1 (1).json', 'waroom'],
  ['notion-refused-1/others.csv', 'csv'],
  ['not-notion-refused-1.csv', 'csv'],
])('%s comes from %s', (name, source) => {
  expect(sourceOf(name)).toBe(source);
});
