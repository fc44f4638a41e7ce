import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import type { SampleCell } from '../sample.ts';
import { type Dice, epoch, type Meaning, meaning, place, type Word } from './model.ts';

const NAMES = ['月', '火', '水', '木', '金', '土', '日'];
const around = (zone: string, date: Temporal.PlainDate) => epoch(zone, date.subtract({ days: 1 }), 720);
const letter = (column: number) => String.fromCharCode(65 + column);

/** Weekdays down, times across; the last time holds to the next day's first. */
export const weekdays: fc.Arbitrary<Dice> = fc
  .tuple(
    place,
    fc.constantFrom([0, 540, 1_080], [540, 1_260], [0], [120, 600, 1_380]),
    fc.array(fc.array(meaning, { minLength: 3, maxLength: 3 }), { minLength: 7, maxLength: 7 }),
  )
  .map(([{ zone, day }, times, said]) => {
    const middle = Temporal.PlainDate.from(day);
    const words: Word[] = [];
    for (let away = -4; away <= 4; away++) {
      const date = middle.add({ days: away });
      const row = date.dayOfWeek - 1;
      for (const [column, from] of times.entries())
        words.push({
          ...(said[row]?.[column] as Meaning),
          column: 'primary',
          at: `${letter(column + 1)}${row + 2}`,
          start: epoch(zone, date, from),
          end: epoch(zone, date, times[column + 1] ?? 1_440 + (times[0] ?? 0)),
        });
    }
    const header = times.map((minutes) => ({
      t: `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`,
    }));
    const rows = said.map((cells, row) => [
      NAMES[row] ?? '',
      ...cells.slice(0, times.length).map(({ cell }) => cell),
    ]);
    return {
      zone,
      rota: { layout: 'weekdays' },
      rows: [['曜日', ...header], ...rows],
      words,
      from: around(zone, middle),
    };
  });

const STAFF = [
  ['Alice Moore', 'U05ALICE'],
  ['Bob Reyes', 'U06BOB'],
  ['Carol Ito', 'U07CAROL'],
] as const;
const mark = fc.constantFrom('○', '◎', '△', '×', '', '', '');

/** People and dates with marks, in both directions. */
export const grids: fc.Arbitrary<Dice> = fc
  .tuple(
    place,
    fc.boolean(),
    fc.constantFrom(0, 150),
    fc.array(fc.tuple(mark, mark, mark), { minLength: 7, maxLength: 7 }),
  )
  .map(([{ zone, day }, across, handover, marks]) => {
    const middle = Temporal.PlainDate.from(day);
    const first = middle.subtract({ days: 3 });
    const words = marks.flatMap((ofDay, index) => {
      const time = {
        start: epoch(zone, first.add({ days: index }), handover),
        end: epoch(zone, first.add({ days: index + 1 }), handover),
      };
      return STAFF.flatMap(([, id], person): Word[] => {
        const column = columnOf(ofDay[person] ?? '', ofDay.includes('◎'));
        const at = across ? `${letter(index + 1)}${person + 2}` : `${letter(person + 1)}${index + 2}`;
        return column ? [{ cell: null, kind: 'people', people: [id], column, at, ...time }] : [];
      });
    });
    const table: SampleCell[][] = [
      ['氏名', ...STAFF.map(([name]) => name)],
      ...marks.map((ofDay, index) => [{ d: first.add({ days: index }).toString() }, ...ofDay]),
    ];
    const rows = across
      ? (table[0] ?? []).map((_, column) => table.map((row) => row[column] ?? null))
      : table;
    return {
      zone,
      rota: { layout: 'grid', handover: handover === 0 ? '00:00' : '02:30' },
      rows,
      words,
      from: around(zone, middle),
    };
  });

function columnOf(sign: string, doubled: boolean): string | null {
  if (sign === '◎') return 'primary';
  if (sign === '○') return doubled ? 'secondary' : 'primary';
  return sign === '△' ? 'secondary' : null;
}

/** Month blocks with day numbers, day and night. */
export const months: fc.Arbitrary<Dice> = fc
  .tuple(place, fc.array(fc.tuple(meaning, meaning), { minLength: 12, maxLength: 12 }))
  .map(([{ zone, day }, said]) => {
    const middle = Temporal.PlainDate.from(day);
    const first = middle.subtract({ days: 5 });
    const rows: SampleCell[][] = [];
    const words: Word[] = [];
    let month = 0;
    for (const [index, [light, dark]] of said.entries()) {
      const date = first.add({ days: index });
      if (date.month !== month) {
        rows.push([`${date.year}年${date.month}月`], ['日', '日勤 08:00-20:00', '夜勤 20:00-32:00']);
        month = date.month;
      }
      rows.push([date.day, light.cell, dark.cell]);
      const at = rows.length;
      words.push({
        ...light,
        column: 'primary',
        at: `B${at}`,
        start: epoch(zone, date, 480),
        end: epoch(zone, date, 1_200),
      });
      words.push({
        ...dark,
        column: 'primary',
        at: `C${at}`,
        start: epoch(zone, date, 1_200),
        end: epoch(zone, date, 1_920),
      });
    }
    return { zone, rota: { layout: 'months' }, rows, words, from: around(zone, middle) };
  });
