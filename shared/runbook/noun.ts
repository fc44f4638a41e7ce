import type { Noun } from '../tasks/index.ts';
import type { RunbookContext } from './context.ts';
import { evolve } from './evolve.ts';
import { cardKind, doKind, httpKind, intoKind, runKind, tellKind, waitKind } from './kinds.ts';
import type { Run, RunEvent } from './run-model.ts';

/** Everything a run may have to do, by the name its tasks carry. */
export function runbookNoun(ctx: RunbookContext): Noun<Run, RunEvent> {
  return {
    name: 'runbook',
    evolve,
    kinds: {
      card: cardKind(ctx),
      wait: waitKind(ctx),
      do: doKind(ctx),
      http: httpKind(ctx),
      run: runKind(ctx),
      into: intoKind(ctx),
      tell: tellKind(ctx),
    },
  };
}
