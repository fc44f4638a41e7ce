import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const PORT = 18_441;
const ready = () =>
  fetch(`http://127.0.0.1:${PORT}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

test('what `npm start` runs is ready by itself, and ends with it: no port stays taken', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'toban-npm-start-'));
  const env = { ...process.env, TOBAN_DATA: folder, PORT: String(PORT) };
  const start = spawn(process.execPath, ['local/bootstrap.mjs', 'node local/main.ts'], {
    env,
    stdio: 'ignore',
  });
  const ended = once(start, 'exit');
  try {
    await expect.poll(ready, { timeout: 20_000 }).toBe(true);
  } finally {
    start.kill('SIGTERM');
    await ended;
    rmSync(folder, { recursive: true, force: true });
  }
  await expect.poll(ready, { timeout: 5_000 }).toBe(false);
});
