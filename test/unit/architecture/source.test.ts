import { expect, test } from 'vitest';
import { codeOnly, importsOf, packageOf, withoutComments } from './source.ts';

const found = (text: string) =>
  importsOf('shared/a/b.ts', text).map(({ to, typeOnly }) => `${typeOnly ? 'type ' : ''}${to}`);

test('every way of importing is found, and whether it brings only types', () => {
  expect(found("import { x } from './c.ts';\nimport type { Y } from '../d/index.ts';")).toEqual([
    'shared/a/c.ts',
    'type shared/d/index.ts',
  ]);
  expect(found("import 'zod';\nexport * from './c.ts';\nexport { x } from './e.ts';")).toEqual([
    'zod',
    'shared/a/c.ts',
    'shared/a/e.ts',
  ]);
  expect(found("import 'a'; import { b } from 'c';")).toEqual(['a', 'c']);
  expect(found("import {\n  type A,\n  b,\n} from './c.ts';\nimport * as z from 'zod/mini';")).toEqual([
    'shared/a/c.ts',
    'zod/mini',
  ]);
  expect(found("import { type A, type B } from './c.ts';\nimport d, { type E } from 'f';")).toEqual([
    'type shared/a/c.ts',
    'f',
  ]);
  expect(found("const late = await import('googleapis/build/src/apis/sheets');")).toEqual([
    'googleapis/build/src/apis/sheets',
  ]);
});

test('an import within a type is one of types only', () => {
  expect(found("const a: import('./c.ts').C = b;\nimport('./d.ts').then(run);")).toEqual([
    'type shared/a/c.ts',
    'shared/a/d.ts',
  ]);
});

test('an import in a comment is none, and an address in a string is no comment', () => {
  expect(found("// import { x } from './c.ts';\n/* import 'y'; */")).toEqual([]);
  expect(found('const quoted = "import(\'y\')";')).toEqual([]);
  expect(withoutComments("const a = 'https://b'; // c").trimEnd()).toBe("const a = 'https://b';");
});

test('a forbidden word counts in code, not in comments, strings and regular expressions', () => {
  expect(codeOnly('// Date.now()\nconst a = "Date.now()"; const b = /Date.now()/;')).not.toContain(
    'Date.now',
  );
  expect(codeOnly('const quote = /[\'"]/; const t = Date.now();')).toContain('Date.now');
  expect(codeOnly(['const text = `at $', '{Date.now()}`;'].join(''))).toContain('Date.now');
  expect(codeOnly('const half = a / b; const t = Date.now() / 2;')).toContain('Date.now');
});

test('a specifier belongs to a package, to Node or to the project', () => {
  expect(packageOf('@slack/web-api/dist/errors.js')).toBe('@slack/web-api');
  expect(packageOf('zod/mini')).toBe('zod');
  expect(packageOf('node:fs')).toBeNull();
  expect(packageOf('shared/platform/clock.ts')).toBeNull();
});
