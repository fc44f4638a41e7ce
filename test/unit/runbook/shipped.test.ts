import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { askOf, stepById } from '../../../shared/runbook/flow.ts';
import type { Entry } from '../../../shared/runbook/library.ts';
import { lintRunbook } from '../../../shared/runbook/lint.ts';
import { type Act, entryId, type Runbook } from '../../../shared/runbook/model.ts';
import { namesOf } from '../../../shared/runbook/names.ts';
import { parseRunbook } from '../../../shared/runbook/parse.ts';
import type { Value } from '../../../shared/runbook/run-model.ts';
import { suggest } from '../../../shared/runbook/suggest.ts';
import { problemText } from '../../../shared/runbook/text.ts';
import { parseConfig } from '../../../shared/workspace/index.ts';
import { Play } from './play.ts';

const root = resolve(import.meta.dirname, '../../..');
const NAMES = [
  'login-outage',
  'payment-outage',
  'personal-data',
  'release-rollback',
  'street-accident',
  'vehicle-return',
];
const config = parseConfig(readFileSync(`${root}/toban.yaml`, 'utf8'));

function read(language: string, name: string): Runbook {
  const { runbook, problems } = parseRunbook(readFileSync(`${root}/runbooks/${language}/${name}.md`, 'utf8'));
  if (!runbook) throw new Error(problems.map((one) => problemText(one, 'en')).join('\n'));
  return runbook;
}
const steps = (runbook: Runbook) => runbook.sections.flatMap((section) => section.steps);
const kinds = (runbook: Runbook) => new Set(steps(runbook).map(({ act }) => act.kind));

/** Passes open steps until none is left; `next` decides which, and what is answered. */
function playOut(runbook: Runbook, next: () => number): Play {
  const play = new Play(runbook);
  for (let passed = 0; passed < 2_000 && play.open.length > 0; passed += 1) {
    const step = play.open[next() % play.open.length] ?? '';
    const act = stepById(runbook, step)?.step.act;
    const visit = play.state?.open.find((one) => one.step === step)?.visit ?? 1;
    if (act?.kind === 'confirm' || act?.kind === 'open') play.by({ type: 'confirm', step });
    else if (act?.kind === 'ask') play.by({ type: 'answer', step, value: answerTo(act, next()) });
    else play.give({ type: 'finish', step, visit, result: { note: null } });
  }
  return play;
}

function answerTo({ type, options }: Extract<Act, { kind: 'ask' }>, luck: number): Value {
  const label = options[luck % Math.max(1, options.length)]?.label ?? '';
  const values = { text: 'x', number: luck, choice: label, many: [label], person: 'U0ARAI', time: luck };
  return values[type];
}

test('six in each language, each in a file of its name', () => {
  for (const language of ['ja', 'en'] as const) {
    expect(readdirSync(`${root}/runbooks/${language}`).sort()).toEqual(NAMES.map((name) => `${name}.md`));
    for (const name of NAMES) expect(read(language, name)).toMatchObject({ id: name, language });
  }
});

describe.each(NAMES)('%s', (name) => {
  test.each(['ja', 'en'])('gives the linter nothing to say, in %s', (language) => {
    const problems = lintRunbook(read(language, name), namesOf(config, NAMES));
    expect(problems.map((one) => problemText(one, 'en'))).toEqual([]);
  });

  test('begins with its first heading: what stands before is only read', () => {
    for (const language of ['ja', 'en']) {
      const { sections, intro } = read(language, name);
      expect(sections.every(({ title }) => title !== '')).toBe(true);
      expect(intro).not.toBe('');
    }
  });

  test('goes the same way in both languages', () => {
    const way = (runbook: Runbook) =>
      runbook.sections.map(({ id, parallel, steps: all }) => ({
        id,
        parallel,
        steps: all.map(({ id: step, act, owner, optional }) => ({
          step,
          owner,
          optional,
          act:
            act.kind === 'ask'
              ? { ...act, options: act.options.map(({ goto }) => goto) }
              : act.kind === 'when'
                ? { ...act, value: askOf(runbook, act.name)?.options.findIndex((o) => o.label === act.value) }
                : act,
        })),
      }));
    expect(way(read('en', name))).toEqual(way(read('ja', name)));
  });

  test('comes to its end, whatever is answered and in whatever order', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(999)), (luck) => {
        const play = playOut(read('ja', name), () => luck.next().value ?? 0);
        expect(play.state).toMatchObject({ status: 'done', open: [] });
      }),
      { numRuns: 10 },
    );
  });

  test('asks, waits or branches, fills the incident, and calls or tells somebody', () => {
    const runbook = read('ja', name);
    expect(kinds(runbook)).toContain('wait');
    const into = steps(runbook).map(({ act }) => (act.kind === 'ask' ? act.into : null));
    expect(into.some((one) => one?.startsWith('impact.'))).toBe(true);
    expect(into.some((one) => one?.startsWith('postmortem.'))).toBe(true);
    const deeds = steps(runbook).map(({ act }) => (act.kind === 'do' ? act.deed.do : null));
    expect(deeds.some((one) => one?.startsWith('call-'))).toBe(true);
  });
});

test.each([
  ['返却できないお客様が何人もいます', 'vehicle-return'],
  ['カードで決済できないとの問い合わせが続いています', 'payment-outage'],
  ['アプリにログインできません', 'login-outage'],
  ['名簿を外に誤送信しました', 'personal-data'],
  ['お客様が転倒して救急車を呼びました', 'street-accident'],
  ['今朝のデプロイからエラーが増えました', 'release-rollback'],
])('%s → %s', (words, wanted) => {
  const entries = NAMES.map((name): Entry => {
    const runbook = read('ja', name);
    const { title, language, match } = runbook;
    return { id: entryId(runbook), title, language, version: '0', steps: 1, match, at: 0, by: '' };
  });
  const [first] = suggest(entries, { service: null, severity: 'SEV4', words, alerts: [] }, 'ja');
  expect(first?.entry.id).toBe(`${wanted}.ja`);
});
