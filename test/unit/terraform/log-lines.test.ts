import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { files } from '../architecture/source.ts';
import { blocks } from './hcl.ts';

const read = (path: string) => readFileSync(new URL(`../../../${path}`, import.meta.url), 'utf8');
const code = files
  .filter((file) => /^(?:functions|shared)\/.*\.ts$/.test(file))
  .map(read)
  .join('\n');

test('every line of the log that Terraform counts or watches is one that the code writes', () => {
  const text = blocks.map(({ body }) => body).join('\n');
  const events = new Set(
    [...text.matchAll(/jsonPayload\.message=\\"([\w-]+)\\"/g)].map(([, name = '']) => name),
  );
  expect(events).toContain('canary-failed');
  const silent = [...events].filter((event) => !new RegExp(`'${event}'`).test(code));
  expect(silent).toEqual([]);
});
