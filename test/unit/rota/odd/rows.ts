import { d, days, type Odd } from './make.ts';

const last = (row: number) => `A${row} ends-soon`;

/** What stands beside the people: substitutes, status, merges, missing tabs. */
export const rowSheets: readonly Odd[] = [
  {
    about:
      'substitutes: a name wins, - and empty do not, an unknown one is told; a second column stands in for 副',
    rows: [
      ['日付', '主担当', '主 代理', '副担当', '副 代理'],
      [d('11-20'), '山田', '佐藤', '鈴木', null],
      [d('11-21'), '山田', '-', '鈴木', '田中'],
      [d('11-22'), '山田', '高橋', '鈴木', '-'],
      [d('11-23'), null, '佐藤', null, '田中'],
      [d('11-24'), '休', '佐藤', '-', null],
    ],
    on: {
      '11-20 12:00': 'S C2 | Z D2',
      '11-21 12:00': 'Y B3 | T E3',
      '11-22 12:00': 'Y B4 | Z D4',
      '11-23 12:00': 'S C5 | T E5',
      '11-24 12:00': 'S C6 | free D6',
    },
    problems: ['C4 unknown-name', last(6)],
  },
  {
    about: 'cancelled in English and Japanese; a cancelled day needs no name',
    rows: [
      ['Date', 'On-call', 'Cover', 'Status'],
      [d('11-20'), 'Alice Moore', null, 'cancelled'],
      [d('11-21'), null, null, '中止'],
      [d('11-22'), 'Alice Moore', 'Bob Reyes', 'swapped'],
      [d('11-23'), 'Alice Moore', 'none', 'confirmed'],
    ],
    members: 'none',
    on: { '11-20 12:00': 'free D2', '11-21 12:00': 'free D3', '11-22 12:00': 'B C4', '11-23 12:00': 'A B5' },
    problems: [last(5)],
  },
  {
    about: 'a merged value over days, and one that hides another',
    rows: [
      ['日付', '担当', '副'],
      [d('11-20'), '山田', '佐藤'],
      [d('11-21'), null, null],
      [d('11-22'), '鈴木', null],
      [d('11-23'), '田中', '山田'],
    ],
    merges: ['B2:B4', 'C2:C4'],
    on: { '11-20 12:00': 'Y B2 | S C2', '11-22 12:00': 'Y B2 | S C2', '11-23 12:00': 'T B5 | Y C5' },
    problems: ['B4 merge-hides-value', last(5)],
  },
  {
    about: 'hidden rows count, and are told where they lie ahead; the past may be put away',
    hidden: [2, 4],
    rows: [['日付', '担当'], ...days(21, '山田', '佐藤', '鈴木', ...Array.from({ length: 7 }, () => '佐藤'))],
    on: { '11-21 12:00': 'Y B2', '11-22 12:00': 'S B3', '11-23 12:00': 'Z B4' },
    problems: ['B4 hidden-row'],
  },
  {
    about: 'a members tab that is not there answers nobody, and is told once',
    rows: [['日付', '担当'], ...days(22, '山田', '佐藤')],
    members: 'none',
    rota: { members: '名簿' },
    on: { '11-22 12:00': 'unknown B2' },
    problems: ['- tab-missing', last(3)],
  },
  {
    about: 'a sheet that lives in another zone than the rota',
    rows: [['日付', '担当'], ...days(22, '山田', '佐藤')],
    sheetZone: 'America/New_York',
    on: { '11-22 00:00': 'Y B2' },
    problems: ['- zone-mismatch', last(3)],
  },
];
