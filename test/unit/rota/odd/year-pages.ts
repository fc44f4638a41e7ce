import type { Odd } from './make.ts';

const WEEKDAYS = ['日', '月', '火', '水', '木', '金', '土'];
const weekday = (date: string) => WEEKDAYS[new Date(`${date}T00:00Z`).getUTCDay()] ?? '';
const people = ['山田', '佐藤', '鈴木', '田中'];
const who = (day: number, month: number) => people[(day + month) % 4] ?? '';
const month = [...Array(31).keys()].map((index) => index + 1);
const lengths: Readonly<Record<number, number>> = { 11: 30, 12: 31, 1: 31 };
const inMonth = (day: number, of: number) => day <= (lengths[of] ?? 0);

/** A year, or part of one, on one page. */
export const yearPages: readonly Odd[] = [
  {
    about: 'a year on one page, months across and days down',
    tab: '2026年度',
    rows: [
      ['日', '10月', '11月', '12月', '1月'],
      [21, '山田', '佐藤', '鈴木', '田中'],
      [22, '佐藤', '鈴木', '田中', '山田'],
      [23, '鈴木', '田中', '山田', '高橋'],
    ],
    layout: 'months',
    on: {
      '10-22 12:00': 'S B3',
      '11-22 12:00': 'Z C3',
      '11-23 23:59': 'T C4',
      '12-21 12:00': 'Z D2',
      '2027-01-22 12:00': 'Y E3',
      '2027-01-23 12:00': 'unknown E4',
    },
    problems: ['A4 gap', 'E4 unknown-name'],
  },
  {
    about: 'from month to month without a hole, the 31st of short months crossed out; New Year counts up',
    rota: { handover: '10:00' },
    rows: [
      ['車両オンコール当番表'],
      ['日', '11月', '12月', '1月', '日', '備考'],
      ...month.map((day) => [
        day,
        ...[11, 12, 1].map((of) => (inMonth(day, of) ? who(day, of) : '／')),
        day,
        day === 3 ? '忘年会' : null,
      ]),
    ],
    layout: 'months',
    on: {
      '11-30 12:00': 'S B32',
      '12-01 09:59': 'S B32',
      '12-01 12:00': 'S C3',
      '2027-01-31 12:00': 'Y D33',
    },
  },
  {
    about: 'each month with its weekday, a first and a second; a weekday of another year is told',
    tab: '当番',
    merges: ['B1:D1', 'E1:G1'],
    rows: [
      ['日', '2026年11月', null, null, '2026年12月'],
      [null, '曜', '正', '副', '曜', '正', '副'],
      ...month.map((day) => [
        day,
        ...[11, 12].flatMap((of) =>
          inMonth(day, of)
            ? [
                day === 24 && of === 11 ? '水' : weekday(`2026-${of}-${String(day).padStart(2, '0')}`),
                who(day, of),
                who(day + 1, of),
              ]
            : [null, null, null],
        ),
      ]),
    ],
    layout: 'months',
    on: { '11-22 12:00': 'S C24 | Z D24', '12-01 12:00': 'S F3 | Z G3', '11-30 12:00': 'S C32 | Z D32' },
    problems: ['A26 weekday-mismatch'],
  },
  {
    about: 'months down and days across; somebody on a day that is none is told',
    rows: [
      ['2026年'],
      ['月＼日', ...month],
      ['11月', ...month.map((day) => who(day, 11))],
      ['12月', ...month.map((day) => who(day, 12))],
    ],
    layout: 'months',
    on: { '11-22 12:00': 'S W3', '12-31 12:00': 'T AF4' },
    problems: ['AF2 bad-date'],
  },
];
