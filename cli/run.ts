import type { Locale } from '../shared/language/index.ts';
import { isTobanError } from '../shared/platform/errors.ts';
import { askText } from './ask/text.ts';
import { ApiProblem, NoReach } from './client/client.ts';
import { type Command, type ExitCode, langOf, type Terminal, UsageError } from './command.ts';
import { harmless } from './harmless.ts';
import { localeOf, splitLang } from './locale.ts';
import { isParseArgsError, misuse, nearest } from './misused.ts';
import { cliText } from './text.ts';

/** Finds the command, answers `--help`, and turns what it throws into a sentence and an exit code. */
export async function run(
  commands: readonly Command[],
  [name, ...args]: readonly string[],
  terminal: Terminal,
): Promise<ExitCode> {
  const locale = localeOf(args, terminal.env);
  const command = commands.find((one) => one.name === name);
  if (!command) {
    const asked = name === undefined || ['--help', '-h', 'help'].includes(name);
    const names = commands.map((one) => one.name);
    if (!asked) terminal.err(`${cliText(locale).noCommand(harmless(name), nearest(name, names))}\n`);
    terminal[asked ? 'out' : 'err'](overview(commands));
    return asked && name !== undefined ? 0 : 2;
  }
  if (args.includes('--help') || args.includes('-h')) {
    terminal.out(command.usage);
    return 0;
  }
  try {
    return await command.run(...asTyped(command, args, terminal));
  } catch (error) {
    if (error instanceof UsageError) return notUnderstood(error.message, command, locale, terminal);
    if (isParseArgsError(error))
      return notUnderstood(misuse(error, command.usage, locale), command, locale, terminal);
    if (error instanceof ApiProblem || error instanceof NoReach) return unanswered(error, terminal);
    if (isFileError(error)) {
      terminal.err(harmless(cliText(locale).file(error.path ?? '', error.code)));
      return 1;
    }
    if (!isTobanError(error) || error.code === 'bug') throw error;
    terminal.err(error.message);
    return 1;
  }
}

/** `--lang` goes with every command: for those that do not know it, it is the language of the terminal. */
function asTyped(
  { usage }: Command,
  args: readonly string[],
  terminal: Terminal,
): [args: readonly string[], terminal: Terminal] {
  const { rest, said } = splitLang(args);
  if (said === null || usage.includes('--lang')) return [args, terminal];
  const lang = langOf(said);
  return [rest, { ...terminal, env: { ...terminal.env, LC_ALL: lang ?? undefined } }];
}

/** What is wrong, how the command is called, and where more stands: short enough that the first line stays in sight. */
function notUnderstood(why: string, { name, usage }: Command, locale: Locale, { err }: Terminal): ExitCode {
  const calls = usage.split('\n').filter((line) => line.startsWith('npm run -s toban'));
  for (const line of why.split('\n')) err(harmless(line));
  err(['', ...calls, '', cliText(locale).help(name)].join('\n'));
  return 2;
}

/** Toban said no, or nothing. Its own sentence is in the language that was asked for. */
function unanswered(error: ApiProblem | NoReach, { err }: Terminal): ExitCode {
  const text = askText(error.locale);
  if (error instanceof NoReach) {
    err(error.answered ? text.notToban(error.message) : text.noReach(error.message));
    return 3;
  }
  for (const line of error.message.split('\n')) err(harmless(line));
  const { status } = error.problem;
  if (status === 401) err(text.newToken(`${error.origin}/settings/tokens`));
  if (status === 404) {
    err(text.notSeen);
    return 1;
  }
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

/** A file or folder of whoever calls, that the system would not read or write. */
const isFileError = (error: unknown): error is NodeJS.ErrnoException & { readonly code: string } =>
  error instanceof Error &&
  'syscall' in error &&
  'code' in error &&
  ['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC'].includes(String(error.code));
