import type { Command } from './command.ts';
import { doctor } from './doctor/command.ts';
import { insights } from './insights.ts';
import { run } from './run.ts';
import { runbooks } from './runbooks/command.ts';
import { search } from './search.ts';

/** One file each; a new command adds its line here. */
const COMMANDS: readonly Command[] = [doctor, insights, runbooks, search];

// Whoever reads may stop reading, as `head` does.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});

process.exitCode = await run(COMMANDS, process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  env: process.env,
});
