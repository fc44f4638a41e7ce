import { busTargets } from './bus.ts';
import type { Target } from './fuzz.ts';
import { slackTargets } from './slack.ts';

/** Every reader of what comes from outside. */
export const targets: readonly Target[] = [...slackTargets, ...busTargets];
