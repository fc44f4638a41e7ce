import { busTargets } from './bus.ts';
import { configurationTargets } from './configuration.ts';
import { documentTargets } from './documents.ts';
import type { Target } from './fuzz.ts';
import { importTargets } from './imports.ts';
import { proseTargets } from './prose.ts';
import { sheetTargets } from './sheets.ts';
import { slackTargets } from './slack.ts';
import { timeTargets } from './times.ts';

/** Every reader of what comes from outside. */
export const targets: readonly Target[] = [
  ...slackTargets,
  ...busTargets,
  ...sheetTargets,
  ...timeTargets,
  ...configurationTargets,
  ...documentTargets,
  ...proseTargets,
  ...importTargets,
];
