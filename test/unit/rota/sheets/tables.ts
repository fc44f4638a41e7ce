import type { Sample } from '../sample.ts';
import { d, noon, sheet, t } from './make.ts';

const end = (cell: string) => ({ cell, is: 'the rota ends', code: 'ends-soon' });

/** Grids, weekdays and months. */
export const tableSheets: readonly Sample[] = [
  sheet(
    'a grid the other way: dates down, people across, with a legend that wins',
    [
      ['凡例', '△＝主担当', '○：副担当'],
      ['日付', '曜日', '山田', '佐藤', '鈴木', '合計'],
      [d('2026-11-22'), '日', '△', '○', '休', 2],
      [d('2026-11-23'), '月', null, '△', '○', 2],
      [d('2026-11-24'), '火', null, null, '○', 1],
    ],
    {
      duty: [
        { at: noon(22), primary: ['U01YAMADA'], secondary: ['U02SATO'], cell: '当番表!C3' },
        { at: noon(23), primary: ['U02SATO'], secondary: ['U03SUZUKI'] },
        { at: noon(24), primary: null, secondary: ['U03SUZUKI'], why: 'gap' },
      ],
      problems: [{ cell: '当番表!A5', is: 'nobody', code: 'gap' }, end('当番表!A5')],
      understood: 'grid',
    },
  ),
  sheet(
    'a grid with marks of the configuration and an unknown person',
    [
      ['', d('2026-11-22'), d('2026-11-23'), d('2026-11-24')],
      ['山田', '早', '遅', ''],
      ['高橋', '', '早', ''],
      ['佐藤', '遅', '', '早'],
    ],
    {
      rota: { layout: 'grid', marks: { 早: 'primary', 遅: 'secondary' } },
      duty: [
        { at: noon(22), primary: ['U01YAMADA'], secondary: ['U02SATO'], cell: '当番表!B2' },
        { at: noon(23), primary: null, secondary: ['U01YAMADA'], why: 'unknown', cell: '当番表!C3' },
        { at: noon(24), primary: ['U02SATO'] },
      ],
      problems: [{ cell: '当番表!A3', is: 'unknown 高橋', code: 'unknown-name' }, end('当番表!D1')],
    },
  ),
  sheet(
    'two stacked month grids with day numbers; ◎ makes the ○ beside it secondary',
    [
      ['11月'],
      ['氏名', 29, 30],
      ['山田', '◎', '○'],
      ['佐藤', '○', '×'],
      [],
      ['12月'],
      ['氏名', 1, 2],
      ['山田', '×', 'S'],
      ['佐藤', 'P', 1],
    ],
    {
      duty: [
        { at: noon(29), primary: ['U01YAMADA'], secondary: ['U02SATO'], cell: '当番表!B3' },
        { at: noon(30), primary: ['U01YAMADA'], cell: '当番表!C3' },
        { at: noon(1, '2026-12'), primary: ['U02SATO'], cell: '当番表!B9' },
        { at: noon(2, '2026-12'), primary: ['U02SATO'], secondary: ['U01YAMADA'], cell: '当番表!C9' },
      ],
      problems: [],
      understood: 'grid',
    },
  ),
  sheet(
    'weekdays across, times down; the last holds to the next day’s first',
    [
      ['時間', '月', '火', '水', '木', '金', '土', '日'],
      [t('09:00'), '山田', '山田', '山田', '山田', '山田', '佐藤', '佐藤'],
      ['18:00', '鈴木', '鈴木', '鈴木', '鈴木', '鈴木', '田中', '田中'],
    ],
    {
      duty: [
        { at: '2026-11-23T09:00:00+09:00', primary: ['U01YAMADA'], cell: '当番表!B2' },
        { at: '2026-11-23T08:59:00+09:00', primary: ['U04TANAKA'], cell: '当番表!H3' },
        { at: '2026-11-24T08:59:00+09:00', primary: ['U03SUZUKI'], cell: '当番表!B3' },
      ],
      problems: [],
      understood: 'weekdays',
    },
  ),
  sheet(
    'weekday rows limited to 平日, 土日 and 祝: the narrower one counts',
    [
      ['曜日', '担当', '副'],
      ['平日', '山田', '佐藤'],
      ['土日', '鈴木', '佐藤'],
      ['祝', '田中', '-'],
    ],
    {
      rota: { handover: '09:00' },
      duty: [
        { at: noon(20), primary: ['U01YAMADA'], secondary: ['U02SATO'], cell: '当番表!B2' },
        { at: noon(22), primary: ['U03SUZUKI'], cell: '当番表!B3' },
        { at: noon(23), primary: ['U04TANAKA'], secondary: null, cell: '当番表!B4' },
        { at: '2026-11-24T08:59:00+09:00', primary: ['U04TANAKA'] },
      ],
      problems: [],
      understood: 'weekdays',
    },
  ),
  sheet(
    'a weekday row that everybody forgot comes again as one gap',
    [
      ['Weekday', 'Primary on-call'],
      ['Mon-Fri', 'Alice Moore'],
      ['Sat', 'Bob Reyes'],
    ],
    {
      noMembers: true,
      duty: [
        { at: noon(20), primary: ['U05ALICE'] },
        { at: noon(22), primary: null, why: 'gap' },
      ],
      problems: [{ cell: '当番表!A3', is: 'Sundays', code: 'gap' }],
    },
  ),
  sheet(
    'month blocks without a year, 2月30日 does not exist',
    [
      ['12月 当番表'],
      ['日', '当番'],
      [31, '山田'],
      ['1月 当番表'],
      ['日', '当番'],
      ['1日', '佐藤'],
      ['2(土)', '鈴木'],
      ['2月 当番表'],
      ['日', '当番'],
      [30, '田中'],
    ],
    {
      asOf: '2026-12-22T12:00:00+09:00',
      duty: [
        { at: noon(31, '2026-12'), primary: ['U01YAMADA'], cell: '当番表!B3' },
        { at: noon(1, '2027-01'), primary: ['U02SATO'], cell: '当番表!B6' },
        { at: noon(2, '2027-01'), primary: ['U03SUZUKI'], cell: '当番表!B7' },
      ],
      problems: [{ cell: '当番表!A10', is: 'no such day', code: 'bad-date' }],
      understood: 'months',
    },
  ),
  sheet(
    'columns for month and day',
    [
      ['月', '日', '曜日', '担当者'],
      [11, 30, '月', '山田'],
      [12, 1, '火', '佐藤'],
    ],
    {
      duty: [
        { at: noon(30), primary: ['U01YAMADA'], cell: '当番表!D2' },
        { at: noon(1, '2026-12'), primary: ['U02SATO'], cell: '当番表!D3' },
      ],
    },
  ),
  sheet(
    'this month’s and next month’s tabs',
    [
      ['日付', '担当'],
      [d('2026-11-30'), '山田'],
    ],
    {
      tab: '2026年11月',
      rota: { sheet: '{yyyy}年{m}月' },
      tabs: {
        '2026年12月': [
          ['日', '担当'],
          [1, '佐藤'],
          [2, '鈴木'],
        ],
      },
      duty: [
        { at: noon(30), primary: ['U01YAMADA'], cell: '2026年11月!B2' },
        { at: noon(1, '2026-12'), primary: ['U02SATO'], cell: '2026年12月!B2' },
      ],
    },
  ),
  sheet(
    'two tabs that claim one month, copied and not changed',
    [
      ['日付', '担当'],
      [d('2026-11-30'), '山田'],
      [d('2026-12-01'), '佐藤'],
      [d('2026-12-02'), '佐藤'],
    ],
    {
      tab: '2026年11月',
      rota: { sheet: '{yyyy}年{m}月' },
      tabs: {
        '2026年12月': [
          ['日付', '担当'],
          [d('2026-12-01'), '鈴木'],
        ],
      },
      duty: [{ at: noon(1, '2026-12'), primary: null, why: 'ambiguous' }],
      problems: [
        { cell: '2026年12月!A1', is: 'two tabs', code: 'duplicate-month' },
        { cell: '2026年11月!B3', is: 'two', code: 'ambiguous-duty' },
        { cell: '2026年12月!B2', is: 'two', code: 'ambiguous-duty' },
        { cell: '2026年12月!A2', is: 'overlap', code: 'overlap' },
      ],
    },
  ),
];
