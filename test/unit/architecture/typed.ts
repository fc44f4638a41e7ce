import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { files, read } from './source.ts';

/** One command as the shell called it, its quotes and variables resolved. */
export interface Typed {
  readonly file: string;
  readonly program: string;
  readonly args: readonly string[];
}

/** Programs that would do something elsewhere: here they only note how they were called. */
const NOTED = ['gcloud', 'terraform', 'npm', 'git', 'curl', 'openssl', 'claude'];

/** `"$0"` and its arguments, told apart by characters that nobody types; what it prints stands for any answer. */
const NOTE = `#!/bin/sh
cat >/dev/null
{ printf '%s' "\${0##*/}"; for arg in "$@"; do printf '\\037%s' "$arg"; done; printf '\\036'; } >>"$NOTES"
echo answer
`;

/** Every document with commands in it, and these in one script: what one block exports, a later one uses. */
export const scripts: ReadonlyMap<string, string> = new Map(
  files
    .filter((file) => file.endsWith('.md'))
    .map((file): [string, string] => [file, blocksOf(read(file)).join('\n')])
    .filter(([, script]) => script !== ''),
);

/** Commands named in the middle of a sentence, of documents and of what people read in Slack and on the pages. */
export const mentioned: ReadonlyMap<string, string> = new Map(
  files
    .filter((file) => /\.md$|text\.ts$/.test(file))
    .map((file): [string, string] => [
      file,
      [...read(file).matchAll(/`((?:gcloud|terraform) [^`\n]+)`/g)].map(([, command]) => command).join('\n'),
    ])
    .filter(([, script]) => script !== ''),
);

/** What stands between `<` and `>` is for people to fill in. */
function blocksOf(markdown: string): string[] {
  const blocks = [...markdown.matchAll(/^( *)```(\w*)\n([\s\S]*?)^ *```$/gm)];
  return blocks
    .filter(([, , language, text = '']) => language === 'sh' || (language === '' && text.startsWith('npm ')))
    .map(([, indent = '', , text = '']) =>
      text.replaceAll(`\n${indent}`, '\n').replace(/<([a-z_]+)>/g, '$1'),
    );
}

/**
 * Types a document's commands into a shell that stops at the first that fails, is not there, or uses a variable that nothing
 * has set. Returns what was called, or throws with what the shell said.
 */
export function typeIn(file: string, script: string): readonly Typed[] {
  const folder = mkdtempSync(join(tmpdir(), 'toban-typed-'));
  try {
    const programs = join(folder, 'bin');
    mkdirSync(programs);
    for (const name of NOTED) {
      writeFileSync(join(programs, name), NOTE);
      chmodSync(join(programs, name), 0o755);
    }
    // Into which people have cloned.
    const clone = join(folder, 'clone');
    mkdirSync(join(clone, 'terraform'), { recursive: true });
    const notes = join(folder, 'notes');
    writeFileSync(notes, '');
    const run = spawnSync('bash', ['-eu', '-o', 'pipefail', '-c', script], {
      cwd: clone,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      // PROJECT and TOBAN_TOKEN: documents beside the deployment's own take them as set.
      env: {
        PATH: `${programs}:${process.env.PATH}`,
        NOTES: notes,
        PROJECT: 'my-project',
        TOBAN_TOKEN: 'toban_x',
      },
    });
    if (run.status !== 0) throw new Error(`${file}: ${run.stderr || `exit ${run.status ?? run.error}`}`);
    const calls = readFileSync(notes, 'utf8').split('\u001e').filter(Boolean);
    return calls.map((call) => {
      const [program = '', ...args] = call.split('\u001f');
      return { file, program, args };
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
