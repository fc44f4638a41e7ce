import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { read, root } from './source.ts';

interface Locked {
  readonly version: string;
  readonly license?: string;
  readonly dev?: boolean;
}

/** May be passed on with Toban under Apache-2.0: permissive, or copyleft for their own files only. */
const ALLOWED: ReadonlySet<string> = new Set([
  ...['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'CC0-1.0', 'ISC', 'MIT'],
  ...['MPL-2.0', 'OFL-1.1', 'Python-2.0', 'Unlicense', 'Zlib'],
]);

/** Whose own words were read: what they state is no name of SPDX, or no licence for programs. */
const READ_BY_US: Readonly<Record<string, { states: string; found: string }>> = {
  'url-template': { states: 'BSD', found: 'its LICENSE is BSD-3-Clause word for word' },
  'spdx-exceptions': { states: 'CC-BY-3.0', found: 'a list of names, passed on unchanged with its authors' },
};

const { packages }: { packages: Readonly<Record<string, Locked>> } = JSON.parse(read('package-lock.json'));
const locked = Object.entries(packages).map(([path, entry]) => ({
  ...entry,
  path,
  name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
}));
const production = locked.filter(({ path, dev }) => path !== '' && !dev);

/** An SPDX expression: of an OR one must be allowed, of an AND each. AND binds closer. */
function isAllowed(license: string | undefined): boolean {
  if (!license) return false;
  const bare = license.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((one) => one.split(' AND ').every((name) => ALLOWED.has(name.trim())));
}

test('an expression is allowed only where what it demands is', () => {
  const allowed = ['MIT', 'MIT AND OFL-1.1', '(MIT OR GPL-3.0-only)', 'GPL-2.0-only OR ISC AND MIT'];
  const refused = ['GPL-3.0-only', 'MIT AND AGPL-3.0-only', 'UNLICENSED', 'SEE LICENSE IN x', '', undefined];
  expect(allowed.filter((one) => !isAllowed(one))).toEqual([]);
  expect(refused.filter(isAllowed)).toEqual([]);
});

test('everything that production runs has a licence that lets Toban be passed on', () => {
  const problems = production
    .filter(({ name, license }) => !isAllowed(license) && READ_BY_US[name]?.states !== license)
    .map(
      ({ name, version, license }) => `${name}@${version} states ${license ?? 'no licence'}: do without it`,
    );
  expect(production.length).toBeGreaterThan(50);
  expect(problems).toEqual([]);
});

test('no exception is left of a package that is gone', () => {
  const names = new Set(production.map(({ name }) => name));
  expect(Object.keys(READ_BY_US).filter((name) => !names.has(name))).toEqual([]);
});

test('docs/decisions.md states the licence that each package states', () => {
  const rows = [...read('docs/decisions.md').matchAll(/^\| `([^`]+)` +\| ([^|]+?) +\|/gm)];
  const wrong = rows.flatMap(([, name = '', said]) => {
    const stated = packages[`node_modules/${name}`]?.license;
    return said === stated ? [] : [`${name}: ${said}, but the package states ${stated}`];
  });
  expect(rows.length).toBeGreaterThan(10);
  expect(wrong).toEqual([]);
});

test('the bill of materials names all of it, and nothing that only developers run', {
  timeout: 60_000,
}, () => {
  // Not by `npm run`, which may install: other tests stand on the same node_modules.
  const bill: { bomFormat: string; components: { 'bom-ref': string }[] } = JSON.parse(
    execFileSync(process.execPath, ['functions/sbom.ts'], {
      cwd: root,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    }),
  );
  const names = production.map(({ name, version }) => `${name}@${version}`);
  expect(bill.bomFormat).toBe('CycloneDX');
  expect(bill.components.map((one) => one['bom-ref']).sort()).toEqual([...new Set(names)].sort());
});
