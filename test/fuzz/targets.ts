import { busTargets } from './bus.ts';
import { configurationTargets } from './configuration.ts';
import type { Target } from './fuzz.ts';
import { slackTargets } from './slack.ts';
import { timeTargets } from './times.ts';

/** Every reader of what comes from outside. */
export const targets: readonly Target[] = [
  ...slackTargets,
  ...busTargets,
  ...timeTargets,
  ...configurationTargets,
];
