import { expect, test } from 'vitest';
import { escalationNoun } from '../../../shared/escalation/index.ts';
import { entryNoun, incidentNoun } from '../../../shared/incident/index.ts';
import { ledgerText } from '../../../shared/ledger/index.ts';
import { postmortemNoun } from '../../../shared/postmortem/index.ts';

test('every side effect has a name that people understand, in both languages', () => {
  const ctx = { settings: { incident: { roles: [] } } } as never;
  const postmortem = postmortemNoun({ incidents: ctx, config: {} } as never);
  const nouns = [escalationNoun(ctx), incidentNoun(ctx), entryNoun(ctx), postmortem];
  const kinds = nouns.flatMap(({ name, kinds }) => Object.keys(kinds).map((kind) => `${name}.${kind}`));
  expect(kinds.length).toBeGreaterThan(30);
  for (const locale of ['ja', 'en'] as const) {
    const named = ledgerText(locale).kinds;
    expect(kinds.filter((kind) => !named[kind])).toEqual([]);
  }
});
