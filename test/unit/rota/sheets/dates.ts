import type { Sample } from '../sample.ts';
import { d, err, noon, sheet } from './make.ts';

const end = (cell: string, is = 'the rota ends') => ({ cell, is, code: 'ends-soon' });

export const dateSheets: readonly Sample[] = [
  sheet(
    'title rows above, an empty column at the left, extra columns, blank rows',
    [
      ['オンコール当番表'],
      [null, '※変更はSlackで連絡してください'],
      [],
      [null, '日付', '曜日', 'チーム', '当番者名', '電話番号', '備考'],
      [null, d('2026-11-22'), '日', '車両', '山田', '090-0000-0000', '佐藤に連絡済み'],
      [],
      [null, d('2026-11-23'), '月・祝', '車両', '佐藤様', null, null],
    ],
    {
      duty: [
        { at: noon(22), primary: ['U01YAMADA'], cell: '当番表!E5' },
        { at: noon(23), primary: ['U02SATO'], cell: '当番表!E7' },
        { at: noon(24), primary: null, why: 'gap' },
      ],
      problems: [end('当番表!B7')],
      understood: 'dates',
    },
  ),
  sheet(
    'English headers, primary, secondary and manager; the directory answers',
    [
      ['Date', 'Primary', 'Backup', 'Manager', 'Notes'],
      [d('2026-11-22'), '@alice', 'bob@example.com', 'Carol Ito', null],
      [d('2026-11-23'), 'U06BOB', '<@U07CAROL>', 'ＡＬＩＣＥ　ＭＯＯＲＥ', null],
    ],
    {
      noMembers: true,
      duty: [
        { at: noon(22), primary: ['U05ALICE'], secondary: ['U06BOB'], manager: ['U07CAROL'] },
        { at: noon(23), primary: ['U06BOB'], secondary: ['U07CAROL'], manager: ['U05ALICE'] },
      ],
      problems: [end('当番表!A3')],
    },
  ),
  sheet(
    'stacked header: day and night over 主 and 副; 22:00-翌7:00 and a night belongs to the day it starts',
    [
      ['日付', '日勤 07:00-22:00', null, '夜勤 22:00-翌7:00', null],
      [null, '主', '副', '主', '副'],
      [d('2026-11-22'), '山田', '佐藤', '鈴木', '田中'],
      [d('2026-11-23'), '佐藤', '山田', '田中', '鈴木'],
    ],
    {
      merges: [
        { tab: '当番表', from: 'A1', to: 'A2' },
        { tab: '当番表', from: 'B1', to: 'C1' },
        { tab: '当番表', from: 'D1', to: 'E1' },
      ],
      duty: [
        { at: noon(22), primary: ['U01YAMADA'], secondary: ['U02SATO'], cell: '当番表!B3' },
        {
          at: '2026-11-23T06:59:00+09:00',
          primary: ['U03SUZUKI'],
          secondary: ['U04TANAKA'],
          cell: '当番表!D3',
        },
        { at: '2026-11-23T07:00:00+09:00', primary: ['U02SATO'], secondary: ['U01YAMADA'] },
      ],
      problems: [end('当番表!A4')],
      understood: 'dates',
    },
  ),
  sheet(
    'hours beyond midnight in a header (29:00), and a 副 header with hours',
    [
      ['日付', '22:00-29:00', '副 5:00-22:00', '5:00-22:00'],
      [d('2026-11-22'), '山田', '佐藤', '鈴木'],
      [d('2026-11-23'), '鈴木', '佐藤', '山田'],
    ],
    {
      duty: [
        { at: '2026-11-23T04:59:00+09:00', primary: ['U01YAMADA'], cell: '当番表!B2' },
        {
          at: '2026-11-23T05:00:00+09:00',
          primary: ['U01YAMADA'],
          secondary: ['U02SATO'],
          cell: '当番表!D3',
        },
      ],
      problems: [end('当番表!A3')],
    },
  ),
  sheet(
    'a substitute wins, a dash there means none, a broken one does not win; cancelled is free on purpose',
    [
      ['日付', '担当', '実施状況', '代理者'],
      [d('2026-11-20'), '山田', '代理', '佐藤'],
      [d('2026-11-21'), '山田', '予定', '-'],
      [d('2026-11-22'), '山田', '予定', err],
      [d('2026-11-23'), '山田', '中止', null],
      [d('2026-11-24'), '-', '予定', '鈴木'],
      [d('2026-11-25'), '山田→佐藤', '予定', null],
    ],
    {
      duty: [
        { at: noon(20), primary: ['U02SATO'], cell: '当番表!D2', insteadOf: '山田' },
        { at: noon(21), primary: ['U01YAMADA'], cell: '当番表!B3' },
        { at: noon(22), primary: ['U01YAMADA'], cell: '当番表!B4' },
        { at: noon(23), primary: null, why: 'free', cell: '当番表!C5' },
        { at: noon(24), primary: ['U03SUZUKI'], cell: '当番表!D6' },
        { at: noon(25), primary: ['U02SATO'], cell: '当番表!B7', insteadOf: '山田' },
      ],
      problems: [{ cell: '当番表!D4', is: 'formula error', code: 'formula-error' }, end('当番表!A7')],
    },
  ),
  sheet(
    'merged cells fill their range and speak from where the value stands',
    [
      ['日付', '担当'],
      [d('2026-11-22'), '山田'],
      [d('2026-11-23'), null],
      [d('2026-11-24'), null],
      [d('2026-11-25'), '佐藤'],
    ],
    {
      merges: [{ tab: '当番表', from: 'B2', to: 'B4' }],
      duty: [
        { at: noon(23), primary: ['U01YAMADA'], cell: '当番表!B2' },
        { at: noon(25), primary: ['U02SATO'], cell: '当番表!B5' },
      ],
      problems: [end('当番表!A5')],
    },
  ),
  sheet(
    'dates as text around New Year take the year of their neighbours',
    [
      ['月日', '担当'],
      ['12/30(水)', '山田'],
      [d('2026-12-31'), '佐藤'],
      ['1月1日', '鈴木'],
      ['1/2 (Sat)', '田中'],
      ['1/3(月)', '山田'],
    ],
    {
      asOf: '2026-12-28T12:00:00+09:00',
      duty: [
        { at: noon(30, '2026-12'), primary: ['U01YAMADA'] },
        { at: noon(1, '2027-01'), primary: ['U03SUZUKI'] },
        { at: noon(2, '2027-01'), primary: ['U04TANAKA'] },
        { at: noon(3, '2027-01'), primary: ['U01YAMADA'] },
      ],
      problems: [
        { cell: '当番表!A2', is: 'text', code: 'text-date' },
        { cell: '当番表!A4', is: 'text', code: 'text-date' },
        { cell: '当番表!A5', is: 'text', code: 'text-date' },
        { cell: '当番表!A6', is: 'text', code: 'text-date' },
        { cell: '当番表!A6', is: 'a Sunday, not a Monday', code: 'weekday-mismatch' },
        end('当番表!A6'),
      ],
    },
  ),
];
