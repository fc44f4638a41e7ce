import { isTobanError } from '../shared/platform/errors.ts';
import { askText } from './ask/text.ts';
import { ApiProblem, NoReach } from './client/client.ts';
import { type Command, type ExitCode, type Terminal, UsageError } from './command.ts';
import { harmless } from './harmless.ts';

/** Finds the command, answers `--help`, and turns what it throws into a sentence and an exit code. */
export async function run(
  commands: readonly Command[],
  [name, ...args]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined || name === '--help' || name === '-h' || name === 'help';
    if (!asked) terminal.err(`There is no command "${name}".\n`);
    terminal[asked ? 'out' : 'err'](overview(commands));
    return asked && name !== undefined ? 0 : 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.usage);
    return 0;
  }
  try {
    return await command.run(args, terminal);
  } catch (error) {
    if (error instanceof UsageError || isParseArgsError(error)) {
      terminal.err(`${error.message}\n\n${command.usage}`);
      return 2;
    }
    if (error instanceof ApiProblem || error instanceof NoReach) return unanswered(error, terminal);
    if (!isTobanError(error) || error.code === 'bug') throw error;
    terminal.err(error.message);
    return 1;
  }
}

/** Toban said no, or nothing. Its own sentence is in the language that was asked for. */
function unanswered(error: ApiProblem | NoReach, { err }: Terminal): ExitCode {
  if (error instanceof NoReach) {
    err(askText(error.locale).noReach(error.message));
    return 3;
  }
  err(harmless(error.message));
  const { status } = error.problem;
  if (status === 404) return 1;
  return status === 400 || status === 422 ? 2 : 3;
}

const overview = (commands: readonly Command[]): string =>
  [
    'npm run -s toban -- <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(16)}${summary}`),
    '',
    'npm run -s toban -- <command> --help says more.',
  ].join('\n');

/** What `parseArgs` of node:util throws for an option that is not known. */
const isParseArgsError = (error: unknown): error is TypeError =>
  error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
