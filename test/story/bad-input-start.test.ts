import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'toban-start-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Starts the real process with this toban.yaml; what it said and how it ended. */
function start(source: string) {
  const file = join(folder, 'toban.yaml');
  writeFileSync(file, source);
  const env = { ...process.env, TOBAN_CONFIG: file, TOBAN_DATA: join(folder, 'data'), PORT: '18431' };
  const { status, stderr } = spawnSync(process.execPath, ['local/main.ts'], {
    env,
    encoding: 'utf8',
    timeout: 30_000,
  });
  return { status, said: stderr.replaceAll(folder, '') };
}
const scene = readFileSync('toban.yaml', 'utf8');

test('broken YAML: does not start, and says line and column without a stack', () => {
  const { status, said } = start(scene.replace('  - id: mobility', '  - id: [mobility'));
  expect(status).toBe(1);
  expect(said).toMatch(/Toban cannot start:\n\/toban\.yaml:\d+:\d+ \S/);
  expect(said).not.toMatch(/^\s+at /m);
});

test('a route of a rota that is not there: says where, what is there', () => {
  const { status, said } = start(scene.replace('    rota: mobility\n', '    rota: mobilty\n'));
  expect(status).toBe(1);
  expect(said).toMatch(/\/toban\.yaml:\d+:11 routes\[0\]\.rota: there is no rota "mobilty".*mobility/);
  expect(said).not.toMatch(/^\s+at /m);
});
