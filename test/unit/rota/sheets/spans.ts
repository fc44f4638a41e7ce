import type { Sample } from '../sample.ts';
import { d, dt, noon, sheet } from './make.ts';

const end = (cell: string) => ({ cell, is: 'the rota ends', code: 'ends-soon' });

/** Shifts and weeks. */
export const spanSheets: readonly Sample[] = [
  sheet(
    'ends that touch the next start are exclusive, said once',
    [
      ['開始日', '終了日', '担当', '副担当'],
      [d('2026-11-16'), d('2026-11-23'), '山田', '佐藤'],
      [d('2026-11-23'), d('2026-11-30'), '佐藤', '鈴木'],
      [d('2026-11-30'), d('2026-12-07'), '鈴木', '山田'],
    ],
    {
      rota: { handover: '10:00' },
      duty: [
        { at: '2026-11-23T09:59:59+09:00', primary: ['U01YAMADA'], cell: '当番表!C2' },
        {
          at: '2026-11-23T10:00:00+09:00',
          primary: ['U02SATO'],
          secondary: ['U03SUZUKI'],
          cell: '当番表!C3',
        },
        { at: '2026-12-07T10:00:00+09:00', primary: null, why: 'gap' },
      ],
      problems: [{ cell: '当番表!B1', is: 'ends are exclusive', code: 'exclusive-ends' }],
      understood: 'shifts',
    },
  ),
  sheet(
    'times as written, typed and as text',
    [
      ['Start', 'End', 'On-call'],
      [dt('2026-11-22T09:00'), dt('2026-11-22T21:00'), 'Alice Moore'],
      [dt('2026-11-22T21:00'), '2026-11-23 09:00', 'Bob Reyes'],
      ['2026/11/23 09:00', '2026-11-23T21:00', 'Carol Ito'],
    ],
    {
      noMembers: true,
      duty: [
        { at: '2026-11-22T20:59:59+09:00', primary: ['U05ALICE'] },
        { at: '2026-11-22T21:00:00+09:00', primary: ['U06BOB'] },
        { at: '2026-11-23T09:00:00+09:00', primary: ['U07CAROL'], cell: '当番表!C4' },
        { at: '2026-11-23T21:00:00+09:00', primary: null, why: 'gap' },
      ],
      problems: [
        { cell: '当番表!B3', is: 'text', code: 'text-date' },
        { cell: '当番表!A4', is: 'text', code: 'text-date' },
        { cell: '当番表!B4', is: 'text', code: 'text-date' },
        end('当番表!B4'),
      ],
    },
  ),
  sheet(
    'the same start twice with different people is an ambiguity, and the overlap is told',
    [
      ['Start date', 'End date', 'Primary'],
      [d('2026-11-23'), d('2026-11-29'), '山田'],
      [d('2026-11-23'), d('2026-11-25'), '佐藤'],
      [d('2026-11-30'), d('2026-12-06'), '鈴木'],
    ],
    {
      duty: [
        { at: noon(24), primary: null, why: 'ambiguous', cell: '当番表!C2' },
        { at: noon(27), primary: ['U01YAMADA'], cell: '当番表!C2' },
      ],
      problems: [
        { cell: '当番表!C2', is: 'two', code: 'ambiguous-duty' },
        { cell: '当番表!C3', is: 'two', code: 'ambiguous-duty' },
        { cell: '当番表!A3', is: 'overlap', code: 'overlap' },
      ],
    },
  ),
  sheet(
    'an override row inside a long one wins for its time, then the long one goes on',
    [
      ['開始', '終了', '担当'],
      [d('2026-11-16'), d('2026-11-29'), '山田'],
      [dt('2026-11-24T10:00'), dt('2026-11-24T15:00'), '佐藤'],
      [dt('2026-11-25T10:00'), dt('2026-11-25T15:00'), '高橋'],
    ],
    {
      duty: [
        { at: '2026-11-24T09:59:00+09:00', primary: ['U01YAMADA'] },
        { at: noon(24), primary: ['U02SATO'], cell: '当番表!C3' },
        { at: '2026-11-24T15:00:00+09:00', primary: ['U01YAMADA'], cell: '当番表!C2' },
        { at: noon(25), primary: ['U01YAMADA'], cell: '当番表!C2' },
      ],
      problems: [
        { cell: '当番表!A3', is: 'overlap', code: 'overlap' },
        { cell: '当番表!A4', is: 'overlap', code: 'overlap' },
        { cell: '当番表!C4', is: 'unknown', code: 'unknown-name' },
      ],
    },
  ),
  sheet(
    'a period in one cell, over the year’s end',
    [
      ['期間', '当番'],
      ['12/21〜12/27', '山田'],
      ['12/28～1/3', '佐藤'],
      ['1/4〜1/10', '鈴木'],
    ],
    {
      asOf: '2026-12-22T12:00:00+09:00',
      duty: [
        { at: noon(27, '2026-12'), primary: ['U01YAMADA'] },
        { at: noon(3, '2027-01'), primary: ['U02SATO'], cell: '当番表!B3' },
        { at: noon(10, '2027-01'), primary: ['U03SUZUKI'] },
      ],
      problems: ['A2', 'A3', 'A4'].map((cell) => ({ cell: `当番表!${cell}`, is: 'text', code: 'text-date' })),
      understood: 'shifts',
    },
  ),
  sheet(
    'an end whose year was forgotten is named',
    [
      ['開始日', '終了日', '担当'],
      [d('2026-12-21'), d('2026-12-27'), '山田'],
      [d('2026-12-28'), d('2026-01-03'), '佐藤'],
      [d('2027-01-04'), d('2027-01-10'), '鈴木'],
    ],
    {
      asOf: '2026-12-22T12:00:00+09:00',
      duty: [{ at: noon(29, '2026-12'), primary: null, why: 'gap' }],
      problems: [
        { cell: '当番表!B3', is: 'year', code: 'year-rollover' },
        { cell: '当番表!B2', is: 'gap', code: 'gap' },
      ],
    },
  ),
  sheet(
    'a forgotten week is a gap, not a double week',
    [
      ['週', '担当'],
      [d('2026-11-09'), '山田'],
      [d('2026-11-16'), '佐藤'],
      [d('2026-11-30'), '鈴木'],
      [d('2026-12-07'), '田中'],
    ],
    {
      rota: { handover: '10:00' },
      duty: [
        { at: '2026-11-23T09:59:00+09:00', primary: ['U02SATO'], cell: '当番表!B3' },
        { at: noon(24), primary: null, why: 'gap' },
        { at: '2026-11-30T10:00:00+09:00', primary: ['U03SUZUKI'] },
        { at: '2026-12-14T09:59:00+09:00', primary: ['U04TANAKA'] },
      ],
      problems: [{ cell: '当番表!A3', is: 'gap 2026-11-23 10:00 to 2026-11-30 10:00', code: 'gap' }],
      understood: 'weeks',
    },
  ),
  sheet(
    'only a start date, each week, under a plain date header',
    [
      ['Start date', 'Person'],
      [d('2026-11-16'), 'Alice Moore'],
      [d('2026-11-23'), 'Bob Reyes'],
      [d('2026-11-30'), 'Alice Moore, Carol Ito'],
    ],
    {
      noMembers: true,
      duty: [
        { at: noon(29), primary: ['U06BOB'], cell: '当番表!B3' },
        { at: noon(6, '2026-12'), primary: ['U05ALICE', 'U07CAROL'], cell: '当番表!B4' },
      ],
      problems: [{ cell: '当番表!B4', is: 'two names', code: 'several-names' }],
      understood: 'weeks',
    },
  ),
];
