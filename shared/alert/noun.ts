import type { Noun } from '../tasks/index.ts';
import type { AlertContext } from './context.ts';
import { evolve } from './decide.ts';
import { cardKind, declareKind, feedKind } from './kinds.ts';
import type { Alert, AlertEvent } from './model.ts';

/** Everything an alert may have to do, by the name its tasks carry. */
export function alertNoun(ctx: AlertContext): Noun<Alert, AlertEvent> {
  return {
    name: 'alert',
    evolve,
    kinds: { card: cardKind(ctx), declare: declareKind(ctx), feed: feedKind(ctx) },
  };
}
