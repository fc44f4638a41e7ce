import type { Locale } from '../shared/language/index.ts';

/**
 * 0: all is well. 1: something is wrong or not there, and it is said what. 2: the command was not understood. 3: Toban could
 * not be asked.
 */
export type ExitCode = 0 | 1 | 2 | 3;

/** Where a command reads and writes; a test hands in its own. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Columns of the screen; left out where the lines go to a file or a program. */
  readonly width?: number;
  readonly env: Readonly<Record<string, string | undefined>>;
}

/** One command of `npm run toban`. It answers `--help` by its usage before it is run. */
export interface Command {
  readonly name: string;
  /** In one line. */
  readonly summary: string;
  /** What `--help` shows: how it is called, its options, its exit codes. */
  readonly usage: string;
  run(args: readonly string[], terminal: Terminal): Promise<ExitCode>;
}

/** Arguments that a command does not understand: exit code 2, with this sentence and its usage. */
export class UsageError extends Error {}

/** What `--lang` says; null where it was not given. */
export function langOf(given: string | undefined): Locale | null {
  if (given === undefined || given === 'ja' || given === 'en') return given ?? null;
  throw new UsageError('--lang is ja or en.');
}
