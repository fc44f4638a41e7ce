import { expect, test } from 'vitest';
import { files, read, sources } from './source.ts';

const lines = (path: string) => read(path).trimEnd().split('\n').length;
const isTextTable = (path: string) => /(^|\/)text\.ts$/.test(path);

test('no file is longer than 250 lines, but for tables of texts', () => {
  const code = files.filter((path) => /\.(ts|mjs|js|tf|hcl)$/.test(path) && !isTextTable(path));
  const long = code
    .filter((path) => lines(path) > 250)
    .map((path) => `${path} has ${lines(path)} lines: split it by reason to exist`);
  expect(long).toEqual([]);
});

test('the median file of shared/ and functions/ has at most 80 lines', () => {
  const sizes = sources
    .filter((path) => /^(shared|functions)\//.test(path))
    .map(lines)
    .sort((a, b) => a - b);
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(80);
});

test('files and folders of code are named in kebab-case', () => {
  const named = /^([a-z0-9]+(-[a-z0-9]+)*\/)*[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*$/;
  expect(
    sources.filter((path) => !named.test(path)).map((path) => `${path}: rename it in kebab-case`),
  ).toEqual([]);
});
