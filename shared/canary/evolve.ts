import { never, TobanError } from '../platform/errors.ts';
import type { Canary, CanaryEvent, Run } from './model.ts';

/** Folds one event into the state. Pure. */
export function evolve(before: Canary | null, event: CanaryEvent): Canary {
  const state: Canary = { run: null, outage: null, ...before, version: (before?.version ?? 0) + 1 };
  const { at } = event;
  switch (event.type) {
    case 'started': {
      const { nonce, period } = event;
      return { ...state, run: { nonce, period, startedAt: at, ts: null, heardAt: null, answeredAt: null } };
    }
    case 'sent':
      return { ...state, run: { ...runOf(state), ts: event.ts } };
    case 'heard':
      return { ...state, run: { ...runOf(state), heardAt: at } };
    case 'answered':
      return { ...state, run: { ...runOf(state), answeredAt: at }, outage: null };
    case 'failed':
      return { ...state, outage: { since: at, trouble: event.trouble, reason: event.reason } };
    default:
      return never(event);
  }
}

function runOf({ run }: Canary): Run {
  if (run === null) throw new TobanError('bug', 'a canary has no run before it started');
  return run;
}
