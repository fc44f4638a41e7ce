import fc from 'fast-check';
import { draftOf, importText, proposeMapping, readWhen, type SourceRow } from '../../shared/import/index.ts';
import { scanRecord } from '../../shared/import/read/csv-record.ts';
import { createJsonScanner } from '../../shared/import/read/json-scan.ts';
import { parseNotionPage } from '../../shared/import/read/notion-page.ts';
import { must, target } from './fuzz.ts';
import { textOf } from './hostile.ts';

const CSV_PARTS = ['"', '""', ',', ';', '\t', '\n', '\r', '\r\n', 'a', '鍵', '=1+1', ' ', '\u0000', '😀'];
/** Every record of a text, as the reader takes them: behind what is broken the next line is read. */
function records(text: string): { cells: readonly string[]; broken: boolean }[] {
  const found: { cells: readonly string[]; broken: boolean }[] = [];
  for (let at = 0; at < text.length; ) {
    const one = scanRecord(text, at, ',', true);
    if (typeof one === 'string') {
      found.push({ cells: [], broken: true });
      const feed = text.slice(at).search(/\r\n|\n|\r/);
      at = feed === -1 ? text.length : at + feed + (text.startsWith('\r\n', at + feed) ? 2 : 1);
    } else {
      must(one.end > at, 'it stands still');
      found.push({ cells: one.cells, broken: false });
      at = one.end;
    }
  }
  return found;
}

const csv = target({
  name: 'import-csv',
  inputs: textOf(CSV_PARTS, { most: 40 }),
  read: records,
  sense: (all, text) => {
    const length = all.flatMap(({ cells }) => cells).join('').length;
    must(length <= text.length, 'it reads more than there is');
    must(text.includes('"') || all.every(({ broken }) => !broken), 'without a quote nothing is broken');
  },
  seeds: [`"${'""'.repeat(50_000)}`, '"a\n'.repeat(20_000)],
});

const JSON_PARTS = [
  '{',
  '}',
  '[',
  ']',
  '"',
  '\\',
  ':',
  ',',
  '"a":1',
  '"incidents":[',
  '{"a":1}',
  '\n',
  '1',
  'null',
  '鍵',
];
const json = target({
  name: 'import-json',
  inputs: textOf(JSON_PARTS, { most: 40 }),
  read: (text) => [...createJsonScanner(1_000).scan(text)],
  sense: (pieces) =>
    must(
      pieces.every(
        ({ text, line }) => line >= 1 && (text === null || (text.startsWith('{') && text.endsWith('}'))),
      ),
      'a piece is no object',
    ),
  seeds: ['}', '['.repeat(100_000), '{"a":'.repeat(20_000)],
});

const page = target({
  name: 'import-notion-page',
  inputs: textOf(['# t', '\n', '\n\n', '原因: x', 'メモ: y', 'a: b', '## h', '```', ': ', ' '], { most: 30 }),
  read: (text) => parseNotionPage(text, new Set(['原因', 'メモ'])),
  sense: ({ properties, body }, text) => {
    must(
      Object.keys(properties).every((name) => name === '原因' || name === 'メモ'),
      'a property nobody named',
    );
    must(body.length <= text.length, 'the text grows');
  },
  seeds: ['原因: x\n\n'.repeat(20_000)],
});

const TIMES = [
  '2024年3月5日',
  '14:03',
  ' ',
  '→',
  '(JST)',
  'UTC',
  '+09:00',
  'PM',
  'March 5, 2024',
  '03/04/2024',
  'T',
  'Z',
  '1709614980',
  '午後',
  ':22',
  '-',
];
const when = target({
  name: 'import-when',
  inputs: textOf(TIMES, { most: 8 }),
  read: (text) => readWhen(text, { zone: 'Asia/Tokyo', dayOrder: 'month-first' }),
  sense: (read) => {
    if (read === null || typeof read === 'string') return;
    must(Number.isSafeInteger(read.start), `${read.start} is no time`);
    must(read.end === null || Number.isSafeInteger(read.end), `${read.end} is no time`);
  },
  seeds: ['9999999999999', `${'2024-01-01 '.repeat(10)}`],
});

const NAMES = [
  'タイトル',
  '発生日時',
  '復旧日時',
  '重要度',
  'ステータス',
  '担当者',
  'ID',
  '影響',
  '天気',
  '__proto__',
  'constructor',
];
const row = target({
  name: 'import-row',
  inputs: fc.dictionary(
    fc.constantFrom(...NAMES),
    textOf([...TIMES, '高', '完了', '森', ',', '=cmd()', '\n', '# h'], { most: 6 }),
  ),
  read: (values) => {
    const one: SourceRow = { at: { file: 'a.csv', line: 2 }, id: null, values, body: values.影響 ?? null };
    const mapping = proposeMapping([one], { zone: 'Asia/Tokyo', services: [] });
    const now = Date.parse('2026-11-26T00:00:00Z');
    return draftOf(one, { mapping, source: 'csv', services: [], locale: 'ja', now });
  },
  sense: (drafted) => {
    if (!drafted.ok) {
      must(drafted.refusals.length > 0, 'it is refused without a reason');
      for (const locale of ['ja', 'en'] as const)
        must(
          drafted.refusals.every((one) => importText(locale).refusal(one).length > 10),
          'it does not say why',
        );
      return;
    }
    const { title, times, day } = drafted.draft;
    must(title !== '' && Array.from(title).length <= 150, 'the title does not fit');
    must(Object.keys(times).length > 0 || day !== null, 'nobody knows when it was');
  },
  seeds: [],
});

export const importTargets = [csv, json, page, when, row];
