import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { files, read, root } from '../unit/architecture/source.ts';

const PORT = 18_441;
const ready = () =>
  fetch(`http://127.0.0.1:${PORT}/health`).then(
    ({ ok }) => ok,
    () => false,
  );

/** What somebody gets who clones: the files that are committed, and nothing else. The modules are lent, not installed. */
let clone: string;
beforeAll(() => {
  clone = mkdtempSync(join(tmpdir(), 'toban-clone-'));
  for (const file of files) cpSync(join(root, file), join(clone, file));
  lend('node_modules');
  if (existsSync(join(root, '.node'))) symlinkSync(join(root, '.node'), join(clone, '.node'));
});
/** Entry by entry: an install there would take away these links, and not what they lead to. */
function lend(folder: string): void {
  mkdirSync(join(clone, folder));
  for (const entry of readdirSync(join(root, folder)))
    symlinkSync(join(root, folder, entry), join(clone, folder, entry));
}
afterAll(() => rmSync(clone, { recursive: true, force: true }));

/** Types a command there, as a shell would, in a group of its own. */
function type(command: string) {
  const env = { ...process.env, PORT: String(PORT), TOBAN_DATA: join(clone, '.toban') };
  const child = spawn(command, {
    cwd: clone,
    env,
    shell: true,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  child.stdout.on('data', (chunk) => {
    out += chunk;
  });
  return {
    ended: once(child, 'exit'),
    said: () => out,
    /** Ctrl-C: everybody of the group hears it. */
    interrupt: () => process.kill(-(child.pid ?? 0), 'SIGINT'),
  };
}

/** Each command of the README's first block, and how it is seen to work. */
const TRIED: Readonly<Record<string, (command: string) => Promise<void>>> = {
  async 'npm start'(command) {
    const start = type(command);
    try {
      await expect.poll(ready, { timeout: 25_000 }).toBe(true);
      await expect.poll(start.said, { timeout: 5_000 }).toContain(`http://127.0.0.1:${PORT + 1}`);
    } finally {
      start.interrupt();
      await start.ended;
    }
    // It ends with what began it: no port stays taken.
    await expect.poll(ready, { timeout: 5_000 }).toBe(false);
  },
  async 'npm test'(command) {
    // All of it would run this very test again.
    const some = type(`${command} -- --project unit test/unit/idempotency-key`);
    expect(await some.ended).toEqual([0, null]);
    expect(some.said()).toMatch(/\d+ passed, 0 failed/);
  },
};

const [, block = ''] = /^```sh\n([\s\S]*?)^```$/m.exec(read('README.md')) ?? [];
const commands = block
  .trim()
  .split('\n')
  .map((line) => line.replace(/ *#.*$/, ''));

test('the README begins with commands that are tried here', () => {
  expect(commands).toEqual(Object.keys(TRIED));
});

test.each(commands)('`%s` works in a clone, word for word', (command) => TRIED[command]?.(command));
