import { d, days, type Odd, t } from './make.ts';

/** Dates with zones, filters, ranges and times. */
export const hourSheets: readonly Odd[] = [
  {
    about: 'handover in an hour that London’s clocks skip and repeat',
    rows: [
      ['Date', 'On-call'],
      [d('2026-03-28'), 'Alice Moore'],
      [d('2026-03-29'), 'Bob Reyes'],
      [d('2026-10-24'), 'Carol Ito'],
      [d('2026-10-25'), 'Alice Moore'],
    ],
    members: 'none',
    zone: 'Europe/London',
    rota: { handover: '01:30' },
    asOf: '2026-10-01T12:00:00Z',
    on: {
      '2026-03-29 00:59': 'A B2',
      '2026-03-29 02:29': 'A B2',
      '2026-03-29 02:30': 'B B3',
      '2026-10-25 01:29': 'C B4',
      '2026-10-25 01:30': 'A B5',
      '2026-10-26 01:29': 'A B5',
      '2026-10-26 01:30': 'gap -',
    },
    problems: ['A3 gap'],
  },
  {
    about: 'fifty columns, the duty far to the right, chosen by header',
    rows: [
      ['日付', ...Array.from({ length: 47 }, (_, index) => `項目${index + 1}`), '車両 担当', '決済 担当'],
      [
        d('11-22'),
        ...Array.from({ length: 47 }, (_, index) => (index % 3 === 0 ? '佐藤' : 'x')),
        '山田',
        '鈴木',
      ],
      [d('11-23'), ...Array.from({ length: 47 }, () => '○'), '田中', '鈴木'],
    ],
    rota: { columns: { primary: '車両 担当' } },
    on: { '11-22 12:00': 'Y AW2', '11-23 12:00': 'T AW3' },
    problems: ['A3 ends-soon'],
  },
  {
    about: 'rows of one team only, in any width; another team’s bad cells are nobody’s concern',
    rows: [
      ['日付', 'チーム', '担当'],
      [d('11-22'), 'ﾓﾋﾞﾘﾃｨ', '山田'],
      [d('11-22'), '決済', '高橋'],
      [d('11-23'), '決済', null],
      [d('11-23'), 'モビリティ ', '佐藤'],
    ],
    rota: { where: { チーム: 'モビリティ' } },
    on: { '11-22 12:00': 'Y C2', '11-23 12:00': 'S C5' },
    problems: ['A5 ends-soon'],
  },
  {
    about: 'the wanted header is not there: it is said which are',
    rows: [['日付', '担当'], ...days(22, '山田', '佐藤')],
    rota: { columns: { primary: '車両担当' } },
    on: { '11-22 12:00': 'gap' },
    problems: ['- column-missing'],
  },
  {
    about: 'a date with a range of days in one cell',
    rows: [
      ['日付', '担当'],
      ['11/20〜11/22', '山田'],
      ['11/23〜25', '佐藤'],
      ['11/26(木)', '鈴木'],
    ],
    on: { '11-22 23:00': 'Y B2', '11-25 23:00': 'S B3', '11-26 12:00': 'Z B4', '11-27 00:00': 'gap' },
    problems: ['A2 text-date', 'A3 text-date', 'A4 text-date', 'A4 ends-soon'],
  },
  {
    about: 'times across without a role, from a day’s 09:00 to the next day’s',
    rows: [
      ['日付', t('09:00'), t('18:00')],
      [d('11-22'), '山田', '佐藤'],
      [d('11-23'), '鈴木', '-'],
    ],
    on: {
      '11-22 09:00': 'Y B2',
      '11-23 08:59': 'S C2',
      '11-23 09:00': 'Z B3',
      '11-23 20:00': 'free C3',
      '11-24 08:59': 'free C3',
      '11-24 09:00': 'gap',
    },
    problems: ['A3 ends-soon'],
  },
];
