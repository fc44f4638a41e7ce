import { describe, expect, test } from 'vitest';
import { CORRECTABLE } from '../../../shared/incident/correctable.ts';
import { numbersOf } from '../../../shared/incident/numbers.ts';
import { NO_FACTS } from '../../../shared/severity/index.ts';
import { cause, declared, MINUTE, ONO, opened, T0 } from './builders.ts';
import { correct, NOW, OTHER, stateOf } from './correcting.ts';

describe('one that was over by the time it was entered', () => {
  const over = { started: T0 - 900 * MINUTE, detected: T0 - 890 * MINUTE, resolved: T0 - 800 * MINUTE };
  const entered = () => declared({ over, facts: { ...NO_FACTS, inquiries: 81 }, calls: [] });

  test('is resolved, with its numbers, and nothing comes of it but its number', () => {
    const one = entered();
    expect(one.events).toEqual(['declared']);
    expect(one.tasks).toEqual(['number']);
    expect(stateOf(one)).toMatchObject({
      status: 'resolved',
      open: false,
      severity: 'SEV1',
      people: [],
      calledIn: [],
      declaredAt: over.detected,
      enteredAt: T0,
    });
    expect(numbersOf(stateOf(one), NOW)).toMatchObject({
      ttd: { kind: 'recorded', ms: 10 * MINUTE },
      tta: { kind: 'not-applicable' },
      ttr: { kind: 'recorded', ms: 90 * MINUTE },
    });
  });

  test('stands among the others where it was noticed, also once that is corrected', () => {
    const one = correct(entered(), { detected: T0 - 850 * MINUTE });
    expect(stateOf(one).declaredAt).toBe(T0 - 850 * MINUTE);
    expect(stateOf(correct(opened(), { detected: T0 - 850 * MINUTE })).declaredAt).toBe(T0);
  });

  test('is never opened again, and not entered with times to come', () => {
    const one = entered();
    one.give({ type: 'set-status', to: 'fixing', reason: 'r', by: ONO, cause: cause() }, NOW);
    expect(one.last).toEqual({ refused: 'entered-afterwards' });
    one.give({ type: 'set-status', to: 'closed', reason: null, by: ONO, cause: cause() }, NOW);
    expect(stateOf(one).status).toBe('closed');
    expect(declared({ over: { resolved: T0 + 1 } }).last).toEqual({ refused: 'in-the-future' });
  });

  test.each(CORRECTABLE)('%s is corrected, and nothing follows but a draft, if there is one', (field) => {
    const one = correct(entered(), { [field]: OTHER[field] });
    expect(one.events).toEqual(['corrected']);
    expect(one.tasks).toEqual(['redraft']);
  });
});
