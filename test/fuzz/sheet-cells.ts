import fc from 'fast-check';
import type { Cell, Merge } from '../../shared/ports/sheets.ts';
import { textOf } from './hostile.ts';

/** The moment of all readings. */
export const NOW = Date.parse('2026-11-25T05:30:00Z');

/** What stands in rotas, and what is nearly that. */
export const WORDS = [
  ...[
    '日付',
    '曜日',
    '一次',
    '二次',
    '当番',
    '代理',
    '開始',
    '終了',
    '週',
    '名前',
    '備考',
    'Date',
    'Primary',
    'Secondary',
    'From',
    'To',
    'Week',
  ],
  ...[
    '山田',
    '佐藤',
    'Alice',
    '山田/佐藤',
    '山田→佐藤',
    '<@U1>',
    '<@U1><@U2>',
    '休',
    '未定',
    '-',
    '?',
    '○',
    '◎',
    '△',
    '×',
    'A',
    'B',
    '9999',
  ],
  ...[
    '11/25',
    '11/26',
    '2026-11-25',
    '2026/11/31',
    '13/13',
    '令和8年11月25日',
    'R8.11.25',
    '2/29',
    '2026年11月',
    '11月',
    '月',
    '火',
    'Wed',
    'Nov 25',
  ],
  ...['10:00', '25:00', '10:00-19:00', '18:00〜', '24:00', '99:99', '12/31〜1/3', '#REF!', '#N/A', '祝日'],
];
const words = textOf(WORDS, { most: 2 });
const number = fc.oneof(
  fc.integer({ min: -3, max: 32 }),
  fc.integer(),
  fc.double({ noNaN: true }),
  fc.constantFrom(-1e308, 1e308, 46_351, 20_261_125, 2_958_465),
);
const two = (most: number) => fc.nat({ max: most }).map((one) => String(one).padStart(2, '0'));
const date = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .integer({ min: -40, max: 40 })
      .map((days) => new Date(NOW + days * 86_400_000).toISOString().slice(0, 10)),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.nat({ max: 9_999 }), two(13), two(32))
      .map(([year, month, day]) => `${String(year).padStart(4, '0')}-${month}-${day}`),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '',
      '1899-12-30',
      '9999-12-31',
      '+275760-09-13',
      '-271821-04-20',
      '0000-00-00',
      'NaN-NaN-NaN',
    ),
  },
);

const cell: fc.Arbitrary<Cell> = fc.oneof(
  { weight: 3, arbitrary: fc.constant(null) },
  { weight: 6, arbitrary: words.map((one): Cell => ({ kind: 'text', text: one })) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('number' as const),
      value: number,
      text: fc.oneof(number.map(String), words),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('bool' as const),
      value: fc.boolean(),
      text: fc.constantFrom('TRUE', ''),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('date' as const), date, text: fc.oneof(date, words) }),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(date, two(24), two(60), words)
      .map(([day, h, m, one]): Cell => ({ kind: 'datetime', local: `${day}T${h}:${m}`, text: one })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('time' as const),
      minutes: fc.oneof(fc.integer({ min: -1, max: 3_000 }), fc.integer()),
      text: words,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('error' as const),
      code: fc.constantFrom('#REF!', '#N/A', '#ERROR!', 'Loading...', '<!channel>'),
    }),
  },
);

/** A column of days beside cells of anything: what the layouts look for is there now and then. */
const dated = fc
  .tuple(
    fc.integer({ min: -40, max: 400 }),
    fc.constantFrom(1, 7, -1, 0),
    fc.array(fc.array(cell, { maxLength: 4 }), { maxLength: 10 }),
  )
  .map(([from, step, rows]): Cell[][] => [
    ['日付', '一次', '二次', '備考'].map((one): Cell => ({ kind: 'text', text: one })),
    ...rows.map((row, i): Cell[] => {
      const day = new Date(NOW + (from + i * step) * 86_400_000).toISOString().slice(0, 10);
      return [{ kind: 'date', date: day, text: day }, ...row];
    }),
  ]);
/** Rows of cells. */
export const grid = fc.oneof(
  dated,
  dated.map(transposed),
  fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 12 }),
);

function transposed(rows: readonly (readonly Cell[])[]): Cell[][] {
  const width = Math.max(0, ...rows.map(({ length }) => length));
  return Array.from({ length: width }, (_none, column) => rows.map((row) => row[column] ?? null));
}

const corner = fc.oneof(
  { weight: 9, arbitrary: fc.nat({ max: 12 }) },
  { weight: 1, arbitrary: fc.nat({ max: 50_000 }) },
);
/** Some in the rows, some far beyond. */
export const merge: fc.Arbitrary<Merge> = fc
  .tuple(corner, fc.nat({ max: 5 }), corner, fc.nat({ max: 5 }))
  .map(([row, high, column, wide]) => ({
    startRow: row,
    endRow: row + high,
    startColumn: column,
    endColumn: column + wide,
  }));
