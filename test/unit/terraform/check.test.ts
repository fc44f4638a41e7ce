import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../..', import.meta.url));
/** A command that takes the folder: fmt -check, init, validate and test, with whatever provider it can get. */
const check = process.env.TERRAFORM_CHECK;
if (!check)
  console.log('NOT RUN: terraform (set TERRAFORM_CHECK to a command that checks the folder given to it)');

test.skipIf(!check)('terraform fmt, validate and test accept the folder', { timeout: 600_000 }, () => {
  const run = spawnSync(`${check} terraform`, { cwd: root, shell: true, encoding: 'utf8' });
  expect(run.status, `${run.stdout}\n${run.stderr}`).toBe(0);
});
