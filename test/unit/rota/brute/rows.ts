import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { type Dice, epoch, type Meaning, meaning, place, type Word } from './model.ts';

const handovers = fc.constantFrom(0, 90, 150, 600);
const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
const around = (zone: string, date: Temporal.PlainDate) => epoch(zone, date.subtract({ days: 1 }), 720);

/** Two columns: of two duties, or of one duty with hours. */
const columns = fc.constantFrom<
  readonly { header: string; key: string; hours: readonly [number, number] | null }[]
>(
  [
    { header: 'Primary', key: 'primary', hours: null },
    { header: 'Secondary', key: 'secondary', hours: null },
  ],
  [
    { header: 'Day 09:00-21:00', key: 'primary', hours: [540, 1_260] },
    { header: 'Night 21:00-翌9:00', key: 'primary', hours: [1_260, 1_980] },
  ],
  [
    { header: '22:00-26:30', key: 'primary', hours: [1_320, 1_590] },
    { header: '副 01:30-22:00', key: 'secondary', hours: [90, 1_320] },
  ],
  [
    { header: '08:00-20:00', key: 'primary', hours: [480, 1_200] },
    { header: '18:00-29:00', key: 'primary', hours: [1_080, 1_740] },
  ],
);

const rowsOf = (count: number) =>
  fc.array(fc.record({ left: meaning, right: meaning, there: fc.integer({ min: 0, max: 9 }) }), {
    minLength: count,
    maxLength: count,
  });

/** One row per date, some forgotten, some twice. */
export const dates: fc.Arbitrary<Dice> = fc
  .tuple(place, handovers, columns, rowsOf(9), fc.integer({ min: 0, max: 8 }))
  .map(([{ zone, day }, handover, heads, said, twice]) => {
    const middle = Temporal.PlainDate.from(day);
    const first = middle.subtract({ days: 4 });
    const listed = said.flatMap((row, index) =>
      row.there === 0
        ? []
        : index === twice
          ? [
              { ...row, index },
              { ...row, left: row.right, index },
            ]
          : [{ ...row, index }],
    );
    const words = listed.flatMap(({ left, right, index }, row) =>
      heads.map(({ key, hours }, column): Word => {
        const date = first.add({ days: index });
        const [from, to] = hours ?? [handover, handover + 1_440];
        return {
          ...((column === 0 ? left : right) as Meaning),
          column: key,
          at: `${'BC'[column]}${row + 2}`,
          start: epoch(zone, date, from),
          end: epoch(zone, date, to),
        };
      }),
    );
    const rows = listed.map(({ left, right, index }) => [
      { d: first.add({ days: index }).toString() },
      left.cell,
      right.cell,
    ]);
    return {
      zone,
      rota: { layout: 'dates', handover: clock(handover) },
      rows: [['Date', ...heads.map(({ header }) => header)], ...rows],
      words,
      from: around(zone, middle),
    };
  });

/** Starts and ends to the minute, that may overlap. */
export const shifts: fc.Arbitrary<Dice> = fc
  .tuple(
    place,
    fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 280 }),
        length: fc.integer({ min: 1, max: 90 }),
        said: meaning,
      }),
      { minLength: 3, maxLength: 12 },
    ),
  )
  .map(([{ zone, day }, listed]) => {
    const middle = Temporal.PlainDate.from(day);
    const first = middle.subtract({ days: 3 });
    const local = (minutes: number) =>
      first.toPlainDateTime().add({ minutes }).toString({ smallestUnit: 'minute' });
    return {
      zone,
      rota: { layout: 'shifts' },
      rows: [
        ['Start', 'End', 'On-call'],
        ...listed.map(({ from, length, said }) => [
          { dt: local(from * 30) },
          { dt: local((from + length) * 30) },
          said.cell,
        ]),
      ],
      words: listed.map(({ from, length, said }, row) => ({
        ...said,
        column: 'primary',
        at: `C${row + 2}`,
        start: epoch(zone, first, from * 30),
        end: epoch(zone, first, (from + length) * 30),
      })),
      from: around(zone, middle),
    };
  });

/** Start and end days, all inclusive or all exclusive. */
export const days: fc.Arbitrary<Dice> = fc
  .tuple(
    place,
    handovers,
    fc.boolean(),
    fc.array(fc.record({ length: fc.integer({ min: 1, max: 3 }), said: meaning }), {
      minLength: 5,
      maxLength: 8,
    }),
  )
  .map(([{ zone, day }, handover, exclusive, listed]) => {
    const middle = Temporal.PlainDate.from(day);
    let next = middle.subtract({ days: 5 });
    const placed = listed.map(({ length, said }) => {
      const start = next;
      next = start.add({ days: length });
      return { start, next, said };
    });
    return {
      zone,
      rota: { layout: 'shifts', handover: clock(handover) },
      rows: [
        ['Start date', 'End date', 'On-call'],
        ...placed.map(({ start, next: end, said }) => [
          { d: start.toString() },
          { d: end.subtract({ days: exclusive ? 0 : 1 }).toString() },
          said.cell,
        ]),
      ],
      words: placed.map(({ start, next: end, said }, row) => ({
        ...said,
        column: 'primary',
        at: `C${row + 2}`,
        start: epoch(zone, start, handover),
        end: epoch(zone, end, handover),
      })),
      from: around(zone, middle),
    };
  });

/** Weeks by their first day; a forgotten one is a gap. */
export const weeks: fc.Arbitrary<Dice> = fc
  .tuple(place, handovers, rowsOf(7), fc.integer({ min: 1, max: 5 }))
  .map(([{ zone, day }, handover, said, forgotten]) => {
    const middle = Temporal.PlainDate.from(day);
    const first = middle.subtract({ days: 21 });
    const listed = said.map((row, index) => ({ ...row, index })).filter(({ index }) => index !== forgotten);
    return {
      zone,
      rota: { layout: 'weeks', handover: clock(handover) },
      rows: [
        ['Week commencing', 'Primary', 'Secondary'],
        ...listed.map(({ left, right, index }) => [
          { d: first.add({ days: index * 7 }).toString() },
          left.cell,
          right.cell,
        ]),
      ],
      words: listed.flatMap(({ left, right, index }, row) =>
        [left, right].map((word, column) => ({
          ...word,
          column: column === 0 ? 'primary' : 'secondary',
          at: `${'BC'[column]}${row + 2}`,
          start: epoch(zone, first.add({ days: index * 7 }), handover),
          end: epoch(zone, first.add({ days: index * 7 + 7 }), handover),
        })),
      ),
      from: around(zone, middle),
    };
  });
