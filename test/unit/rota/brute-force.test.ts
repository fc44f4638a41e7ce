import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onDutyAt } from '../../../shared/rota/index.ts';
import { type Dice, lookAt, MINUTE } from './brute/model.ts';
import { dates, days, shifts, weeks } from './brute/rows.ts';
import { grids, months, weekdays } from './brute/tables.ts';
import { parseSample, people } from './sample.ts';

const layouts: readonly (readonly [string, fc.Arbitrary<Dice>])[] = [
  ['one row per date', dates],
  ['shifts to the minute', shifts],
  ['shifts of whole days', days],
  ['weeks', weeks],
  ['weekdays and times', weekdays],
  ['a grid of marks', grids],
  ['month blocks', months],
];

/** Two days and a half, so that the whole day on which the clocks change is walked. */
const WALKED = 60 * 60;

describe.each(layouts)('whoever looks at every cell in every minute agrees: %s', (_layout, dice) => {
  test('across the days on which clocks change', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(dice, ({ zone, rota, rows, words, from }) => {
        const parsed = parseSample({
          about: '',
          timeZone: zone,
          tabs: { R: rows },
          rota: { id: 'r', sheet: 'R', ...rota },
          slackUsers: people,
          asOf: new Date(from).toISOString(),
          duty: [],
          problems: [],
        });
        for (let minute = from; minute < from + WALKED * MINUTE; minute += MINUTE) {
          for (const column of ['primary', 'secondary']) {
            const { kind, people: called, cell } = onDutyAt(parsed, minute, column);
            const place =
              kind === 'gap' && words.every(({ at }) => `R!${at}` !== cell) ? '-' : cell?.slice(2);
            const read =
              kind === 'ambiguous' ? kind : `${kind} ${called.join('+')} ${place}`.replace(/ {2,}/, ' ');
            const looked = lookAt(words, column, minute).replace(/ {2,}/, ' ');
            if (read !== looked)
              expect({ at: new Date(minute).toISOString(), column, read }).toEqual({ read: looked });
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
