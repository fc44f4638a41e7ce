import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { guards } from './guards.ts';

/**
 * Shows that the tests see what they are for: each guard is removed in a copy of the code, and tests must fail there.
 * Ends with 1 when one did not.
 */
const root = process.cwd();
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const copy = mkdtempSync(join(tmpdir(), 'toban-guards-'));
let missed = 0;
try {
  for (const file of files) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  for (const { guard, file, from, to, tests } of guards) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(from))
      throw new Error(`${file} no longer contains the guard "${guard}": update test/guards/guards.ts`);
    writeFileSync(path, source.replace(from, to));
    const run = spawnSync('vitest', ['run', ...tests], { cwd: copy, encoding: 'utf8' });
    writeFileSync(path, source);
    const failed = /Tests\s+(\d+) failed/.exec(stripVTControlCharacters(run.stdout))?.[1] ?? '0';
    if (run.status === 0) missed += 1;
    console.log(`${run.status === 0 ? 'MISSED' : 'caught'}  ${guard}: ${failed} tests fail without it`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(missed === 0 ? 0 : 1);
