import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NUMBERS, numbersOf } from '../../../shared/incident/numbers.ts';
import { MILESTONES, type Milestones } from '../../../shared/incident/parts.ts';
import { outOfOrder } from '../../../shared/incident/time-order.ts';

const M = 60_000;
const stamps = (
  times: Partial<Record<(typeof MILESTONES)[number], number>>,
  how: 'recorded' | 'implied' | 'corrected' = 'corrected',
) => Object.fromEntries(Object.entries(times).map(([name, at]) => [name, { at: at * M, how }])) as Milestones;

describe('a time for a milestone', () => {
  const known = stamps({ started: 10, acknowledged: 20, resolved: 60 });

  test('fits between those around it, the same minute included', () => {
    for (const at of [10, 15, 20, 20.9]) expect(outOfOrder(known, 'detected', at * M)).toBeNull();
  });

  test('contradicts the nearest that it passes', () => {
    expect(outOfOrder(known, 'detected', 21 * M)).toEqual({
      milestone: 'detected',
      other: 'acknowledged',
      at: 20 * M,
      side: 'after',
    });
    expect(outOfOrder(known, 'identified', 5 * M)).toMatchObject({ other: 'acknowledged', side: 'before' });
  });

  test('may lie before the beginning that an alert said, and not before one that a person put right', () => {
    expect(outOfOrder(stamps({ started: 10 }, 'recorded'), 'detected', 5 * M)).toBeNull();
    expect(outOfOrder(stamps({ started: 10 }), 'detected', 5 * M)).toMatchObject({ other: 'started' });
    expect(outOfOrder(stamps({ detected: 10 }, 'recorded'), 'started', 15 * M)).toMatchObject({
      other: 'detected',
    });
  });

  test('contradicts neither what is implied, nor what does not apply, nor its own earlier value', () => {
    expect(outOfOrder(stamps({ acknowledged: 20 }, 'implied'), 'detected', 30 * M)).toBeNull();
    expect(outOfOrder({ acknowledged: { at: null, how: 'corrected' } }, 'detected', 30 * M)).toBeNull();
    expect(outOfOrder(stamps({ detected: 20 }), 'detected', 30 * M)).toBeNull();
  });

  test('taken, it makes no number contradictory that was not so before', () => {
    const time = fc.option(fc.integer({ min: 0, max: 50 }), { nil: undefined });
    const all = fc.record(Object.fromEntries(MILESTONES.map((name) => [name, time])));
    fc.assert(
      fc.property(
        all,
        fc.constantFrom(...MILESTONES),
        fc.integer({ min: 0, max: 50 }),
        (times, name, said) => {
          const given = Object.fromEntries(Object.entries(times).filter(([, at]) => at !== undefined));
          const before = stamps(given as never);
          if (outOfOrder(before, name, said * M)) return;
          const after = { ...before, ...stamps({ [name]: said }) };
          const numbers = numbersOf({ milestones: after, status: 'closed' }, 100 * M);
          for (const [number, [from, to]] of Object.entries(NUMBERS))
            if (from === name || to === name)
              expect(numbers[number as keyof typeof numbers].kind).not.toBe('invalid');
        },
      ),
    );
  });
});
