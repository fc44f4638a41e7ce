import { dt, type Odd } from './make.ts';

/** Times that name their offset, as other systems export them: an instant is an instant in every zone. */
export const stampSheets: readonly Odd[] = [
  {
    about: 'stamps in UTC are said in the zone of the rota',
    rows: [
      ['start', 'end', 'user'],
      ['2026-11-22T00:00:00Z', '2026-11-22T12:00:00.000Z', 'alice@example.com'],
      ['2026-11-22 12:00 UTC', '2026-12-23T00:00Z', 'bob@example.com'],
    ],
    members: 'none',
    layout: 'shifts',
    on: {
      '11-22 08:59': 'gap',
      '11-22 09:00': 'A C2',
      '11-22 20:59': 'A',
      '11-22 21:00': 'B C3',
      '12-23 09:00': 'gap',
    },
  },
  {
    about: 'and those with an offset, whatever the header says of the others',
    rows: [
      ['Start (UTC)', 'End (UTC)', 'On-call'],
      ['2026-11-22T09:00:00+09:00', '2026-11-22T21:00:00+0900', 'Alice Moore'],
      ['2026-11-22T07:00:00-05:00', dt('11-23T00:00'), 'Bob Reyes'],
      ['2026-11-23 09:00 JST', '2026-12-24T00:00:00Z', 'Carol Ito'],
    ],
    members: 'none',
    layout: 'shifts',
    on: {
      '11-22 09:00': 'A C2',
      '11-22 20:59': 'A',
      '11-22 21:00': 'B C3',
      '11-23 08:59': 'B',
      '11-23 09:00': 'C C4',
    },
  },
  {
    about: 'a stamp of a day that is none is refused at its cell',
    rows: [
      ['start', 'end', 'user'],
      ['2026-11-31T00:00:00Z', '2026-12-01T00:00:00Z', 'Alice Moore'],
      ['2026-11-22T00:00:00Z', '2026-12-22T00:00:00+99:00', 'Bob Reyes'],
    ],
    members: 'none',
    layout: 'shifts',
    on: { '11-30 12:00': 'gap' },
    problems: ['A2 bad-date', 'B3 bad-date', 'B3 ends-soon'],
  },
];
