import { expect, test } from 'vitest';
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
  [['doctor', '--foo'], 2, /--foo[\s\S]*Exit code/],
  [['doctor', '--at', '12:00'], 2, /--at goes with --call/],
  [['doctor', '--call', '--at', 'かしこまりました'], 2, /no time that is understood/],
])('%j ends with %i', async (args, code, said) => {
  const answer = await toban(args);
  expect(answer.code).toBe(code);
  expect(answer.said).toMatch(said);
});

test.each(COMMANDS.map(({ name }) => name))('%s --help says how it is called', async (name) => {
  const { code, said } = await toban([name, '--help']);
  expect(code).toBe(0);
  expect(said).toContain(`npm run -s toban -- ${name}`);
});
