import { describe, expect, test } from 'vitest';
import { describeProblem, type Problem } from '../../../shared/rota/index.ts';
import { answer, loadSamples, parseSample, type Sample } from './sample.ts';
import { dateSheets } from './sheets/dates.ts';
import { moreDateSheets } from './sheets/more-dates.ts';
import { spanSheets } from './sheets/spans.ts';
import { tableSheets } from './sheets/tables.ts';

/** The codes behind the words in which the given samples tell a problem. */
const IN_WORDS: readonly [RegExp, string][] = [
  [/^gap/, 'gap'],
  [/^unknown name/, 'unknown-name'],
  [/^a date typed as text/, 'text-date'],
  [/^the rota ends/, 'ends-soon'],
  [/^overlap/, 'overlap'],
  [/^formula error/, 'formula-error'],
  [/^two primaries/, 'ambiguous-duty'],
  [/^two names in a cell/, 'several-names'],
];

const codeOf = ({ is, code }: Sample['problems'][number]) =>
  code ?? IN_WORDS.find(([words]) => words.test(is))?.[1];
const listed = (problems: readonly { cell: string | null; code?: string | undefined }[]) =>
  problems.map(({ cell, code }) => `${cell} ${code}`).sort();

/** Instants that a sentence names, such as `2026-11-24 10:00`, in Tokyo. */
const instantsIn = (is: string) =>
  [...is.matchAll(/(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})/g)].map(([, date, time]) =>
    Date.parse(`${date}T${time}:00+09:00`),
  );

describe.each(loadSamples())('the sample %s', (_file, sample) => check(sample));
describe.each(
  [...dateSheets, ...moreDateSheets, ...spanSheets, ...tableSheets].map(
    (sample) => [sample.about, sample] as const,
  ),
)('%s', (_about, sample) => check(sample));

function check(sample: Sample): void {
  const rota = parseSample(sample);
  test('names who is on duty, why and from which cell', () => {
    const asked = sample.duty.map(({ at, primary, secondary, why, cell, insteadOf, ...further }) => ({
      at,
      primary,
      ...(secondary !== undefined && { secondary }),
      ...(why !== undefined && { why }),
      ...(cell !== undefined && { cell }),
      ...(insteadOf !== undefined && { insteadOf }),
      ...Object.fromEntries(Object.entries(further).filter(([key]) => key in rota.columns)),
    }));
    expect(asked.map((expected) => ({ at: expected.at, ...answer(rota, expected) }))).toEqual(asked);
  });

  test('reports these problems at these cells and no other', () => {
    expect(listed(rota.problems)).toEqual(
      listed(sample.problems.map((problem) => ({ cell: problem.cell, code: codeOf(problem) }))),
    );
  });

  test('says the instants a problem concerns', () => {
    for (const problem of sample.problems) {
      const said = instantsIn(problem.is);
      const found = rota.problems.find(({ cell, code }) => cell === problem.cell && code === codeOf(problem));
      if (said.length > 0 && codeOf(problem) !== 'text-date')
        expect([found?.from, found?.to].slice(0, said.length)).toEqual(said);
    }
  });

  test('has a sentence for each problem in both languages', () => {
    const told = (problem: Problem) => [
      describeProblem(problem, 'ja', rota.zone),
      describeProblem(problem, 'en', rota.zone),
    ];
    for (const problem of rota.problems) expect(told(problem).join()).not.toMatch(/undefined|NaN|Invalid/);
  });

  if (sample.understood !== undefined) {
    test(`is understood as ${sample.understood}`, () =>
      expect(rota.understood?.layout).toBe(sample.understood));
  }
}
