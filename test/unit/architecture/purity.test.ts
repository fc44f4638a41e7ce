import { expect, test } from 'vitest';
import { codeOnly, imports, read, sources } from './source.ts';

const inside = (path: string, ...folders: string[]) =>
  folders.some((folder) => path.startsWith(`${folder}/`));
const offenders = (paths: readonly string[], pattern: RegExp, advice: string) =>
  paths.filter((path) => pattern.test(codeOnly(read(path)))).map((path) => `${path}: ${advice}`);

const product = sources.filter((path) => inside(path, 'shared', 'functions'));

test('the environment is read in shared/platform/config.ts only', () => {
  // Tests and measurements start processes and hand them an environment.
  const paths = sources.filter((path) => inside(path, 'shared', 'functions', 'local'));
  const others = paths.filter((path) => path !== 'shared/platform/config.ts');
  expect(
    offenders(others, /\bprocess\s*\.\s*env\b/, 'take the setting as an argument; readEnv() reads it'),
  ).toEqual([]);
});

test('the machine is asked for the time in shared/platform/clock.ts only', () => {
  const others = product.filter((path) => path !== 'shared/platform/clock.ts');
  const asking =
    /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|(?![\s\w$(]))|\bTemporal\s*\.\s*Now\b|\bDate\s*\(\s*\)/;
  expect(offenders(others, asking, 'take a Clock or an instant as an argument')).toEqual([]);
});

/** Rules of the business: the same input gives the same answer, so they can be tried a million times. */
const isPure = (path: string) =>
  inside(path, 'shared/slack') || /^shared\/[^/]+\/(decide|evolve|ladder|route|on-duty|duty)\.ts$/.test(path);

test('pure files wait for nothing and roll no dice', () => {
  const pure = sources.filter(isPure);
  expect(pure).toContain('shared/escalation/decide.ts');
  const impure = /\basync\b|\bawait\b|\bMath\s*\.\s*random\b|\brandomUUID\b|\bfetch\s*\(|\bsetTimeout\b/;
  expect(offenders(pure, impure, 'keep it pure: move what acts to the verb that calls it')).toEqual([]);
});

test('pure files reach nothing that acts, by any way', () => {
  const acting = ['shared/adapters/', 'shared/tasks/', 'shared/platform/config.ts', 'shared/platform/log.ts'];
  const next = (path: string) =>
    imports.filter(({ from, typeOnly }) => from === path && !typeOnly).map(({ to }) => to);
  const problems: string[] = [];
  for (const start of sources.filter(isPure)) {
    const seen = new Set([start]);
    for (const path of seen) for (const to of next(path)) seen.add(to);
    const bad = [...seen].find((path) => acting.some((prefix) => path.startsWith(prefix)));
    if (bad)
      problems.push(`${start} reaches ${bad}: take what it gives as an argument, or import its types only`);
  }
  expect(problems).toEqual([]);
});
