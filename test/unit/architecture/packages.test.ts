import { expect, test } from 'vitest';
import { isBuildStep } from './dependencies-rules.ts';
import { imports, packageOf, read, sources } from './source.ts';

type Names = Readonly<Record<string, string>>;
const {
  dependencies,
  devDependencies,
  scripts,
}: { dependencies: Names; devDependencies: Names; scripts: Names } = JSON.parse(read('package.json'));
const declared = { ...dependencies, ...devDependencies };
const imported = new Set(imports.map(({ to }) => packageOf(to)));

/** Commands that a package brings, such as `tsc`. */
function commandsOf(name: string): string[] {
  const { bin = {} }: { bin?: string | Names } = JSON.parse(read(`node_modules/${name}/package.json`));
  return typeof bin === 'string' ? [name.replace(/^@[^/]+\//, '')] : Object.keys(bin);
}

const named = new Set(Object.values(scripts).flatMap((script) => script.match(/[\w.@/-]+/g) ?? []));
const types: readonly string[] = JSON.parse(read('tsconfig.json')).compilerOptions.types;
/** Files of a package, such as fonts, are found by its name instead of being imported. */
const adapters = sources.filter((path) => path.startsWith('shared/adapters/')).map(read);
const isUsed = (name: string) =>
  imported.has(name) ||
  adapters.some((text) => text.includes(`'${name}'`)) ||
  types.some((type) => name === `@types/${type}`) ||
  (name.startsWith('@types/') && imported.has(name.slice('@types/'.length))) ||
  commandsOf(name).some((command) => named.has(command));

test('every dependency is imported somewhere or named in a script', () => {
  const dead = Object.keys(declared).filter((name) => !isUsed(name));
  expect(dead.map((name) => `${name} is used nowhere: remove it from package.json`)).toEqual([]);
});

test('every package that is imported is a dependency, and what production runs is no development dependency', () => {
  const problems = imports.flatMap(({ from, to, typeOnly }) => {
    const name = packageOf(to);
    if (name === null) return [];
    if (!Object.hasOwn(declared, name))
      return [`${from} imports ${name}: add it to package.json or do without`];
    const runs = /^(shared|functions)\//.test(from) && !isBuildStep(from) && !typeOnly;
    return runs && !Object.hasOwn(dependencies, name)
      ? [`${from} imports ${name}: make it a dependency`]
      : [];
  });
  expect(problems).toEqual([]);
});

test('every dependency stands at one exact version', () => {
  const loose = Object.entries(declared).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version));
  expect(loose.map(([name, version]) => `${name} is at ${version}: name one version`)).toEqual([]);
});

test('every dependency has its line in docs/decisions.md, and no line is left of one that is gone', () => {
  const rows = new Set(
    [...read('docs/decisions.md').matchAll(/^\| `([^`]+)` +\|/gm)].map(([, name = '']) => name),
  );
  const silent = Object.keys(declared).filter((name) => !rows.has(name));
  const gone = [...rows].filter((name) => !Object.hasOwn(declared, name));
  expect(silent.map((name) => `say in docs/decisions.md what ${name} is for`)).toEqual([]);
  expect(gone.map((name) => `take ${name} out of docs/decisions.md`)).toEqual([]);
});

test('the sources are found at all', () => {
  expect(sources.length).toBeGreaterThan(20);
  expect(imported).toContain('zod');
});
