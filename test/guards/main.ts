import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { guards } from './guards.ts';

/**
 * Shows that the tests see what they are for: each guard is removed in a copy of the code, and tests must fail there, which
 * pass with it. Ends with 1 when one did not. A word after the command picks the guards of files whose path holds it.
 */
const LONGEST_MS = 60_000;
/** Terraform starts a provider for each of its runs. */
const LONGEST_WITH_MS = 600_000;
const root = process.cwd();
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter(Boolean);
const copy = mkdtempSync(join(tmpdir(), 'toban-guards-'));
const [word = ''] = process.argv.slice(2);
const picked = guards.filter(({ file, needs }) => file.includes(word) && (!needs || process.env[needs]));
let missed = 0;
try {
  for (const file of files) {
    mkdirSync(join(copy, dirname(file)), { recursive: true });
    cpSync(join(root, file), join(copy, file));
  }
  symlinkSync(resolve('node_modules'), join(copy, 'node_modules'));
  // Some tests ask git which files there are.
  execFileSync('git', ['init', '-q'], { cwd: copy });
  const whole = [...new Set(picked.flatMap(({ tests }) => tests))];
  const before = spawnSync('vitest', ['run', ...whole], { cwd: copy, encoding: 'utf8' });
  if (before.status !== 0) throw new Error(`with every guard in its place tests fail:\n${before.stdout}`);
  console.log('| guard | without it | seconds |\n|---|---|---|');
  for (const { guard, needs } of guards)
    if (needs && !process.env[needs]) console.log(`| ${guard} | not tried: ${needs} is not set | 0 |`);
  for (const { guard, file, from, to, tests, needs } of picked) {
    const path = join(copy, file);
    const source = readFileSync(path, 'utf8');
    if (!source.includes(from))
      throw new Error(`${file} no longer contains the guard "${guard}": update test/guards/guards.ts`);
    const began = performance.now();
    writeFileSync(path, source.replace(from, to));
    const timeout = needs ? LONGEST_WITH_MS : LONGEST_MS;
    const run = spawnSync('vitest', ['run', ...tests], { cwd: copy, encoding: 'utf8', timeout });
    writeFileSync(path, source);
    // A run that had to be stopped stood still, which is a failure too.
    const failed = /Tests\s+(\d+) failed/.exec(stripVTControlCharacters(run.stdout))?.[1];
    if (run.status === 0) missed += 1;
    const result = run.status === 0 ? '**missed**' : failed ? `${failed} tests fail` : 'does not even run';
    console.log(`| ${guard} | ${result} | ${((performance.now() - began) / 1_000).toFixed(0)} |`);
  }
} finally {
  rmSync(copy, { recursive: true, force: true });
}
process.exit(missed === 0 ? 0 : 1);
