import { calls } from './ask/calls.ts';
import { whoIsOnDuty } from './ask/duty.ts';
import { incidents } from './ask/incidents.ts';
import type { Command } from './command.ts';
import { createDoctor } from './doctor/command.ts';
import { erase } from './erase.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import/command.ts';
import { insights } from './insights.ts';
import { restoreCommand } from './restore.ts';
import { retention } from './retention/command.ts';
import { runbooks } from './runbooks.ts';
import { search } from './search.ts';
import { templates } from './templates.ts';

/** One file each; a new command adds its line here, and in docs/commands.md. */
export const COMMANDS: readonly Command[] = [
  calls,
  createDoctor(),
  erase,
  exportCommand,
  importCommand,
  incidents,
  insights,
  runbooks,
  restoreCommand,
  retention,
  search,
  templates,
  whoIsOnDuty,
];
