import type { Sample } from '../sample.ts';
import { d, noon, sheet, t } from './make.ts';

const end = (cell: string, is = 'the rota ends') => ({ cell, is, code: 'ends-soon' });

export const moreDateSheets: readonly Sample[] = [
  sheet(
    'a typed date whose year was forgotten is reported and not moved; a wrong 曜日 is reported and the date wins',
    [
      ['日付', '曜日', '担当'],
      [d('2026-12-30'), '水', '山田'],
      [d('2026-12-31'), '金', '佐藤'],
      [d('2026-01-01'), '木', '鈴木'],
      [d('2027-01-02'), '土', '田中'],
    ],
    {
      asOf: '2026-12-20T12:00:00+09:00',
      duty: [
        { at: noon(31, '2026-12'), primary: ['U02SATO'] },
        { at: noon(1, '2027-01'), primary: null, why: 'gap' },
      ],
      problems: [
        { cell: '当番表!A3', is: 'Thursday', code: 'weekday-mismatch' },
        { cell: '当番表!A3', is: 'gap on 2027-01-01', code: 'gap' },
        { cell: '当番表!A4', is: 'the year', code: 'year-rollover' },
      ],
    },
  ),
  sheet(
    'only the rows of one team, columns picked by header',
    [
      ['日付', 'チーム', '一人目', '二人目'],
      [d('2026-11-22'), '決済', '山田', '佐藤'],
      [d('2026-11-22'), '車両', '鈴木', '田中'],
      [d('2026-11-23'), '車両', '田中', '鈴木'],
    ],
    {
      rota: { where: { チーム: '車両' }, columns: { primary: '一人目', secondary: '二人目' } },
      duty: [{ at: noon(22), primary: ['U03SUZUKI'], secondary: ['U04TANAKA'], cell: '当番表!C3' }],
      problems: [end('当番表!A4')],
    },
  ),
  sheet(
    'hours in the row: the date stands once for a day’s shifts',
    [
      ['日付', '時間帯', '担当'],
      [d('2026-11-22'), '09:00〜21:00', '山田'],
      [null, '21:00〜翌9:00', '佐藤'],
      [d('2026-11-23'), '9時～21時', '鈴木'],
    ],
    {
      duty: [
        { at: noon(22), primary: ['U01YAMADA'], cell: '当番表!C2' },
        { at: '2026-11-23T08:00:00+09:00', primary: ['U02SATO'], cell: '当番表!C3' },
        { at: noon(23), primary: ['U03SUZUKI'], cell: '当番表!C4' },
      ],
      problems: [end('当番表!A4')],
    },
  ),
  sheet(
    'start and end times beside the date',
    [
      ['日付', '開始', '終了', '担当'],
      [d('2026-11-22'), t('09:00'), t('21:00'), '山田'],
      [d('2026-11-22'), t('21:00'), t('09:00'), '佐藤'],
      [d('2026-11-23'), '9:00', '29:00', '鈴木'],
    ],
    {
      duty: [
        { at: '2026-11-23T08:59:00+09:00', primary: ['U02SATO'], cell: '当番表!D3' },
        { at: '2026-11-24T04:59:00+09:00', primary: ['U03SUZUKI'], cell: '当番表!D4' },
      ],
      problems: [end('当番表!A4')],
      understood: 'dates',
    },
  ),
  sheet(
    'dates across and duties down',
    [
      ['日付', d('2026-11-22'), d('2026-11-23')],
      ['曜日', '日', '月'],
      ['主担当', '山田', '佐藤'],
      ['副担当', '鈴木', '田中'],
    ],
    {
      duty: [{ at: noon(23), primary: ['U02SATO'], secondary: ['U04TANAKA'], cell: '当番表!C3' }],
      problems: [end('当番表!C1')],
      understood: 'dates',
    },
  ),
  sheet(
    'weekday and holiday columns: Japan’s holidays and the sheet’s own',
    [
      ['日付', '平日 09:00-18:00', '土日祝 09:00-33:00', '平日夜間 18:00-33:00'],
      ...[20, 21, 22, 23, 24, 25].map((day) => [d(`2026-11-${day}`), '山田', '佐藤', '鈴木']),
    ],
    {
      tabs: {
        休日: [
          ['日付', '名称'],
          [d('2026-11-25'), '創立記念日'],
        ],
      },
      duty: [
        { at: noon(20), primary: ['U01YAMADA'], cell: '当番表!B2' },
        { at: noon(22), primary: ['U02SATO'], cell: '当番表!C4' },
        { at: noon(23), primary: ['U02SATO'], cell: '当番表!C5' },
        { at: noon(24), primary: ['U01YAMADA'], cell: '当番表!B6' },
        { at: noon(25), primary: ['U02SATO'], cell: '当番表!C7' },
      ],
      problems: [end('当番表!A7')],
    },
  ),
];
