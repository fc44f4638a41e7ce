import { expect, test } from 'vitest';
import { parseTemplate } from '../../../shared/postmortem/index.ts';
import { english } from '../../../shared/postmortem/shipped/en.ts';
import { japanese } from '../../../shared/postmortem/shipped/ja.ts';
import { describeTarget } from '../../../shared/runbook/describe.ts';
import { calledOf } from '../../../shared/runbook/index.ts';
import { SECTION_NAMES } from '../../../shared/runbook/section-names.ts';

test.each([
  ['ja', japanese],
  ['en', english],
] as const)(
  'in %s an answer goes to a section by the title that the shipped templates give it',
  (locale, sources) => {
    const templates = sources.flatMap((source) => parseTemplate(source).template ?? []);
    const named = templates.filter(({ id }) => id === 'sre' || id === 'privacy');
    const titles = Object.fromEntries(
      named.flatMap(({ sections }) => sections.map(({ id, title }) => [id, title])),
    );
    expect(SECTION_NAMES[locale]).toEqual(titles);
    const naming = { incident: { roles: [], audiences: [] }, severity: { duties: [] }, rotas: [] };
    const said = (target: string) => describeTarget(target, calledOf(naming, locale));
    expect(said('postmortem.root-causes')).toContain(titles['root-causes']);
    expect(said('postmortem.own-one')).toContain('own-one');
    const own = new Map([
      ['own-one', '損失額の内訳'],
      ['summary', '要約'],
    ]);
    const called = (target: string) => describeTarget(target, calledOf(naming, locale, own));
    expect(called('postmortem.own-one')).toContain('損失額の内訳');
    expect(called('postmortem.summary')).toContain(titles.summary);
  },
);
