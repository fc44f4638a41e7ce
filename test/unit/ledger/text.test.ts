import { expect, test } from 'vitest';
import { escalationNoun } from '../../../shared/escalation/index.ts';
import { ledgerText } from '../../../shared/ledger/index.ts';

test('every side effect of a call has a name that people understand, in both languages', () => {
  const { kinds } = escalationNoun({} as never);
  for (const locale of ['ja', 'en'] as const) {
    const named = ledgerText(locale).kinds;
    expect(Object.keys(kinds).filter((kind) => !named[`escalation.${kind}`])).toEqual([]);
  }
});
