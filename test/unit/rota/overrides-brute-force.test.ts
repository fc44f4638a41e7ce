import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  evolveOverride,
  type Override,
  type OverrideCommand,
  onDutyAt,
  withOverrides,
} from '../../../shared/rota/index.ts';
import { type Dice, MINUTE } from './brute/model.ts';
import { dates, shifts } from './brute/rows.ts';
import { weekdays } from './brute/tables.ts';
import { arai, ask, HOUR, kato, ono, play } from './cover.ts';
import { parseSample, people } from './sample.ts';

const read = ({ zone, rota, rows, from }: Dice) =>
  parseSample({
    about: '',
    timeZone: zone,
    tabs: { R: rows },
    rota: { id: 'r', sheet: 'R', ...rota },
    slackUsers: people,
    asOf: new Date(from).toISOString(),
    duty: [],
    problems: [],
  });

/** A cover's life in hours: asked for, then said yes to and ended, mostly. */
const life = fc.record({
  asked: fc.integer({ min: -10, max: 50 }),
  start: fc.integer({ min: -5, max: 15 }),
  length: fc.integer({ min: 1, max: 30 }),
  accepted: fc.option(fc.integer({ min: 0, max: 8 }), { freq: 6 }),
  revoked: fc.option(fc.integer({ min: 0, max: 40 }), { freq: 1 }),
  taker: fc.constantFrom(arai, kato, { id: 'U05ALICE', name: 'Alice Moore' }),
  column: fc.constantFrom('primary', 'primary', 'secondary'),
});
type Life = typeof life extends fc.Arbitrary<infer T> ? T : never;

/** The record after its life, and from the diary of it alone when its taker should be called. */
function live({ asked, start, length, accepted, revoked, taker, column }: Life, index: number, from: number) {
  const hour = (count: number) => from + count * HOUR;
  const [begin, end] = [hour(asked + start), hour(asked + start + length)];
  const proposed = hour(asked) + index;
  const yes = accepted === null ? null : hour(asked + accepted) + index;
  const no = revoked === null ? null : hour(asked + revoked) + index + MINUTE;
  const steps: [OverrideCommand, number][] = [
    [ask({ start: begin, end, taker, column, consent: 'taker', asker: ono }), proposed],
  ];
  if (yes !== null) steps.push([{ type: 'accept', by: taker.id }, yes]);
  if (no !== null) steps.push([{ type: 'revoke', by: ono.id, manages: false }, no]);
  const { state, events } = play(steps.sort((a, b) => a[1] - b[1]));
  const holds = (at: number) =>
    end > proposed &&
    yes !== null &&
    yes <= at &&
    yes < end &&
    (no === null || (yes < no && at < no)) &&
    begin <= at &&
    at < end;
  return { state, events, proposed, taker, column, holds };
}

test('a record is what its events say', () => {
  fc.assert(
    fc.property(life, (one) => {
      const { state, events } = live(one, 0, 0);
      expect(events.reduce<Override | null>((folded, event) => evolveOverride(folded, event), null)).toEqual(
        state,
      );
    }),
  );
});

test('in every minute the last cover that stands is called, else whom the sheet names', {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(fc.oneof(dates, shifts, weekdays), fc.array(life, { maxLength: 8 }), (dice, lives) => {
      const rota = read(dice);
      const covers = lives.map((one, index) => live(one, index, dice.from));
      const covered = withOverrides(
        rota,
        covers.flatMap(({ state }) => (state ? [state] : [])),
      );
      for (let minute = dice.from; minute < dice.from + 60 * HOUR; minute += 11 * MINUTE) {
        for (const column of ['primary', 'secondary']) {
          const [last] = covers
            .filter((cover) => cover.column === column && cover.holds(minute))
            .toSorted((a, b) => b.proposed - a.proposed);
          const [sheet, duty] = [rota, covered].map((each) => onDutyAt(each, minute, column));
          expect(duty?.people).toEqual(last ? [last.taker.id] : sheet?.people);
          expect(duty?.cell).toBe(sheet?.cell);
        }
      }
    }),
    { numRuns: 60 },
  );
});
