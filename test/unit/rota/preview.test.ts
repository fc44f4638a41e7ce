import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { onDutyAt, previewRota, type Rota } from '../../../shared/rota/index.ts';
import { type Dice, MINUTE } from './brute/model.ts';
import { dates, shifts } from './brute/rows.ts';
import { weekdays } from './brute/tables.ts';
import { parseSample, people } from './sample.ts';

const HOUR = 60 * MINUTE;
const read = ({ zone, rota, rows, from }: Dice): Rota =>
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

describe('a preview', () => {
  test('says in every minute what a call would be told, without holes', () => {
    fc.assert(
      fc.property(fc.oneof(dates, shifts, weekdays), fc.nat(48), (dice, hours) => {
        const rota = read(dice);
        const from = dice.from + hours * HOUR + 7 * MINUTE;
        const preview = previewRota(rota, from, 3);
        for (const [column, spans] of Object.entries(preview.columns)) {
          expect(spans[0]?.start).toBe(from);
          expect(spans.at(-1)?.end).toBe(from + 72 * HOUR);
          for (const [index, span] of spans.entries()) {
            if (index > 0) expect(span.start).toBe(spans[index - 1]?.end);
            for (let at = span.start; at < span.end; at += 17 * MINUTE) {
              const duty = onDutyAt(rota, at, column);
              expect([span.kind, span.people, span.cell]).toEqual([duty.kind, duty.people, duty.cell]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
