import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import type { Command } from '../../../cli/command.ts';
import { COMMANDS } from '../../../cli/commands.ts';
import { run } from '../../../cli/run.ts';

async function toban(args: readonly string[]): Promise<{ code: number; said: string }> {
  const lines: string[] = [];
  const write = (line: string) => void lines.push(line);
  const code = await run(COMMANDS, args, { out: write, err: write, env: {} });
  return { code, said: lines.join('\n') };
}

test.each([
  [[], 2, /toban -- <command>/],
  [['--help'], 0, /doctor/],
  [['doctor', '--help'], 0, /Exit code/],
  [['docter'], 2, /no command "docter"/],
  [['docter', '--lang', 'ja'], 2, /「docter」というコマンドはありません。「doctor」でしょうか/],
  [
    ['doctor', '--foo'],
    2,
    /^There is no option --foo\.\n\nnpm run -s toban -- doctor[\s\S]*doctor --help says more/,
  ],
  [['doctor', '--jso'], 2, /no option --jso\. Is it --json\?/],
  [['doctor', '--at'], 2, /--at needs a value/],
  [['doctor', '--json=yes', '--lang', 'ja'], 2, /--json に値は付けられません/],
  [['doctor', '明日', '9:00'], 2, /"明日" is one word too many/],
  [['insights', 'chek'], 2, /insights check/],
  [['insights', 'check', '--lang', 'ja', '--jsno'], 2, /--jsno という指定はありません。--json でしょうか/],
  [['search', '--lang=fr', 'check'], 2, /--lang is ja or en/],
  [['export', '--lang'], 2, /--lang is ja or en/],
  [['search', 'check', '--jason'], 2, /Is it --json\?/],
  [['doctor', '--at', '12:00'], 2, /--at goes with --call/],
  [['doctor', '--call', '--at', 'かしこまりました'], 2, /--at「かしこまりました」が読み取れません/],
])('%j ends with %i', async (args, code, said) => {
  const answer = await toban(args);
  expect(answer.code).toBe(code);
  expect(answer.said).toMatch(said);
});

test('a place where nothing can be written is said, not thrown', async () => {
  const command: Command = {
    name: 'write',
    summary: '',
    usage: '',
    run: async () => {
      writeFileSync('/nowhere/at/all.zip', '');
      return 0;
    },
  };
  const err: string[] = [];
  const say = (line: string) => void err.push(line);
  expect(await run([command], ['write'], { out: say, err: say, env: { LANG: 'ja_JP.UTF-8' } })).toBe(1);
  expect(err).toEqual(['/nowhere/at/all.zip: ファイルかフォルダーがありません。場所を確かめてください。']);
});

test('what is typed behind `npm run toban --` arrives as it was typed, and no shell reads it', async () => {
  const typed = ['$(echo no)', '`echo no`', '$HOME', 'a "b" \'c\' \\d', '返却 できない', ''];
  const program = 'node -p JSON.stringify(process.argv.slice(1)) --';
  const { stdout } = await promisify(execFile)(process.execPath, ['local/bootstrap.mjs', program, ...typed]);
  expect(JSON.parse(stdout)).toEqual(typed);
});

test.each(COMMANDS.map(({ name }) => name))('%s --help says how it is called', async (name) => {
  const { code, said } = await toban([name, '--help']);
  expect(code).toBe(0);
  expect(said).toContain(`npm run -s toban -- ${name}`);
});
