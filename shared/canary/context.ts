import type { Locale } from '../language/index.ts';
import type { Clock } from '../platform/clock.ts';
import type { Log } from '../platform/log.ts';
import type { Slack } from '../ports/slack.ts';
import type { Store } from '../store/port.ts';
import { commit } from '../tasks/index.ts';
import { decide } from './decide.ts';
import { evolve } from './evolve.ts';
import { CANARY, type Canary, type Command } from './model.ts';
import type { CanaryConfig } from './schemas.ts';

export interface CanaryContext {
  readonly store: Store;
  readonly slack: Slack;
  readonly clock: Clock;
  readonly log: Log;
  readonly locale: Locale;
  readonly zone: string;
  /** Null: there is no canary. */
  readonly config: CanaryConfig | null;
}

/** Carries out a command in one transaction; whether anything came of it. */
export function apply({ store, clock }: CanaryContext, command: Command): Promise<boolean> {
  return store.transaction(async (tx) => {
    const state = (await tx.get<Canary>(CANARY))?.data ?? null;
    const now = clock.now();
    const decision = decide(command, state, now);
    if (decision.events.length === 0) return false;
    await commit(tx, CANARY, state, decision, evolve, now);
    return true;
  });
}
