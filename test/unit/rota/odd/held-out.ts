import { d, dt, type Odd } from './make.ts';

/**
 * Kinds of sheets that the reading was not written for, each with what a person makes of it. What cannot be read
 * is refused, at its cell where one stops it: calling the wrong person is the one thing that must not happen.
 */
export const heldOutSheets: readonly Odd[] = [
  {
    about:
      'people across, the dates that they have below: the first row is read, and it is said that it ends there',
    rows: [
      ['山田', '佐藤', '鈴木'],
      [d('11-20'), d('11-21'), d('11-22')],
      [d('11-23'), d('11-24'), d('11-25')],
    ],
    on: { '11-22 12:00': 'Z C1', '11-24 12:00': 'gap' },
    problems: ['C2 ends-soon'],
  },
  {
    about: 'the second half of a month beside the first',
    rows: [
      ['日付', '担当', null, '日付', '担当'],
      [d('11-20'), '山田', null, d('11-23'), '田中'],
      [d('11-21'), '佐藤', null, d('11-24'), '山田'],
      [d('11-22'), '鈴木', null, d('11-25'), '佐藤'],
    ],
    on: { '11-22 12:00': 'Z B4', '11-24 12:00': 'Y E3' },
    problems: ['D4 ends-soon'],
  },
  {
    about: 'headers in two languages',
    rows: [
      ['日付 / Date', '担当者 / On-call', '予備 / Backup'],
      [d('11-22'), '山田', '佐藤'],
      [d('11-23'), '鈴木', '田中'],
    ],
    on: { '11-22 12:00': 'Y B2 | S C2', '11-23 12:00': 'Z B3 | T C3' },
    problems: ['A3 ends-soon'],
  },
  {
    about: 'the newest day on top',
    rows: [
      ['日付', '担当'],
      [d('11-24'), '鈴木'],
      [d('11-23'), '佐藤'],
      [d('11-22'), '山田'],
    ],
    on: { '11-22 12:00': 'Y B4', '11-24 12:00': 'Z B2' },
    problems: ['A2 ends-soon'],
  },
  {
    about: 'date and hours in one cell',
    rows: [
      ['日時', '担当'],
      ['11/22(日) 9:00-21:00', '山田'],
      ['11/22(日) 21:00-翌9:00', '佐藤'],
      ['11/23(月) 9:00-21:00', '鈴木'],
    ],
    on: { '11-22 12:00': 'Y B2', '11-22 23:00': 'S B3', '11-23 08:00': 'S B3', '11-23 12:00': 'Z B4' },
    problems: ['A2 text-date', 'A3 text-date', 'A4 text-date', 'A4 ends-soon'],
  },
  {
    about: 'year, month and day in columns of their own',
    rows: [
      ['年', '月', '日', '担当'],
      [2026, 11, 22, '山田'],
      [2026, 11, 23, '佐藤'],
      [2026, 11, 24, '鈴木'],
    ],
    on: { '11-22 12:00': 'Y D2', '11-24 12:00': 'Z D4' },
    problems: ['C4 ends-soon'],
  },
  {
    about: 'the same as above: 〃 and 同上',
    rows: [
      ['日付', '担当'],
      [d('11-21'), '山田'],
      [d('11-22'), '〃'],
      [d('11-23'), '同上'],
      [d('11-24'), '佐藤'],
    ],
    on: { '11-22 12:00': 'unknown B3', '11-23 12:00': 'unknown B4', '11-24 12:00': 'S B5' },
    problems: ['B3 unknown-name', 'B4 unknown-name', 'A5 ends-soon'],
  },
  {
    about: 'both roles in one cell',
    rows: [
      ['日付', '担当'],
      [d('11-22'), '主:山田 副:佐藤'],
      [d('11-23'), '鈴木'],
    ],
    on: { '11-22 12:00': 'unknown B2', '11-23 12:00': 'Z B3' },
    problems: ['B2 unknown-name', 'A3 ends-soon'],
  },
  {
    about: 'a telephone number behind the name',
    rows: [
      ['日付', '担当'],
      [d('11-22'), '山田 090-1234-5678'],
      [d('11-23'), '鈴木'],
    ],
    on: { '11-22 12:00': 'unknown B2', '11-23 12:00': 'Z B3' },
    problems: ['B2 unknown-name', 'A3 ends-soon'],
  },
  {
    about: 'the header again before each printed page',
    rows: [
      ['日付', '担当'],
      [d('11-21'), '山田'],
      [d('11-22'), '佐藤'],
      ['日付', '担当'],
      [d('11-23'), '鈴木'],
      [d('11-24'), '田中'],
    ],
    on: { '11-22 12:00': 'S B3', '11-23 12:00': 'Z B5' },
    problems: ['A6 ends-soon'],
  },
  {
    about: 'the date only at each Monday, weekdays below it',
    rows: [
      ['週', '曜日', '担当'],
      [d('11-16'), '月', '山田'],
      [null, '火', '佐藤'],
      [null, '水', '鈴木'],
      [null, '木', '田中'],
      [null, '金', '山田'],
      [null, '土', '佐藤'],
      [null, '日', '鈴木'],
      [d('11-23'), '月', '田中'],
      [null, '火', '山田'],
    ],
    on: { '11-17 12:00': 'S C3', '11-22 12:00': 'Z C8', '11-23 12:00': 'T C9', '11-24 12:00': 'Y C10' },
    problems: ['A10 ends-soon'],
  },
  {
    about: 'the zone stands in the header',
    rows: [
      ['Start (UTC)', 'End (UTC)', 'On-call'],
      [dt('11-22T00:00'), dt('11-22T12:00'), 'Alice Moore'],
      [dt('11-22T12:00'), dt('11-23T00:00'), 'Bob Reyes'],
    ],
    members: 'none',
    on: { '11-22 09:00': 'A C2', '11-22 12:00': 'A C2', '11-22 21:00': 'B C3' },
    problems: ['B3 ends-soon'],
  },
  {
    about: 'a table that begins at E10, under a letter to the team',
    rows: [
      ['当番の皆さんへ'],
      ['引き継ぎは10時です。'],
      ['連絡先は社内の電話帳を見てください。'],
      ...Array.from({ length: 6 }, () => []),
      [null, null, null, null, '日にち', '当番の人'],
      [null, null, null, null, d('11-22'), '山田'],
      [null, null, null, null, d('11-23'), '佐藤'],
    ],
    on: { '11-22 12:00': 'Y F11', '11-23 12:00': 'S F12' },
    problems: ['E12 ends-soon'],
  },
  {
    about: 'a person per row with from and to, grouped by person and not by time',
    rows: [
      ['担当', '開始', '終了'],
      ['山田', d('11-16'), d('11-19')],
      ['山田', d('11-23'), d('11-26')],
      ['佐藤', d('11-20'), d('11-22')],
      ['佐藤', d('11-27'), d('12-06')],
    ],
    on: { '11-18 12:00': 'Y A2', '11-21 12:00': 'S A4', '11-24 12:00': 'Y A3', '11-28 12:00': 'S A5' },
    problems: [],
  },
];
