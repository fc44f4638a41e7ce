import { d, type Odd } from './make.ts';

/** Sheets that a person can read and Toban does not: each is refused in words, and nobody wrong is called. */
export const refusedSheets: readonly Odd[] = [
  {
    about: 'a wall calendar, names under the day numbers, is refused: 22 → 佐藤 cannot be read',
    tab: '2026年11月',
    rows: [
      ['2026年11月 当番'],
      ['日', '月', '火', '水', '木', '金', '土'],
      [15, 16, 17, 18, 19, 20, 21],
      ['山田', '佐藤', '鈴木', '山田', '佐藤', '鈴木', '山田'],
      [22, 23, 24, 25, 26, 27, 28],
      ['佐藤', '鈴木', '山田', '佐藤', '鈴木', '山田', '佐藤'],
    ],
    on: { '11-22 12:00': 'gap', '11-24 12:00': 'gap' },
    problems: ['- column-missing', '- column-missing'],
  },
  {
    about: 'weeks by their number are refused, each at its cell',
    rows: [
      ['Week', 'On-call'],
      ['2026-W47', 'Alice Moore'],
      ['2026-W48', 'Bob Reyes'],
      ['W49', 'Carol Ito'],
    ],
    members: 'none',
    on: { '11-22 12:00': 'gap', '11-23 12:00': 'gap' },
    problems: ['A2 bad-date', 'A3 bad-date', 'A4 bad-date'],
  },
  {
    about: 'mornings and afternoons without hours: nobody is guessed',
    rows: [
      ['日付', '午前', '午後'],
      [d('11-22'), '山田', '佐藤'],
      [d('11-23'), '鈴木', '田中'],
    ],
    on: { '11-22 09:00': 'ambiguous B2', '11-23 15:00': 'ambiguous B3' },
    problems: ['B2', 'C2', 'B3', 'C3'].map((cell) => `${cell} ambiguous-duty`).concat('A3 ends-soon'),
  },
  {
    about: 'dates typed as decimal numbers are refused',
    rows: [
      ['日付', '担当'],
      [11.21, '山田'],
      [11.22, '佐藤'],
      [11.23, '鈴木'],
    ],
    on: { '11-22 12:00': 'gap' },
    problems: ['- nothing-understood'],
  },
  {
    about: 'pictures for headers are refused',
    rows: [
      ['📅', '👤', '👥'],
      [d('11-22'), '山田', '佐藤'],
      [d('11-23'), '鈴木', '田中'],
    ],
    on: { '11-22 12:00': 'gap', '11-23 12:00': 'gap' },
    problems: ['- column-missing', '- column-missing'],
  },
];
