import { takeTurn } from './ladder.ts';
import type { Called, Rungs } from './model.ts';

/** Whom a call begun at `now` would reach, when and why, if nobody ever answered. Pure; calls nobody. */
export function dryCall(rungs: Rungs, now: number): readonly Called[] {
  const called: Called[] = [];
  let turn = takeTurn({ called, declined: [] }, rungs, 0, 'first', now);
  // Each turn is of a later rung, so this ends.
  while (turn) {
    called.push(turn.called);
    turn = takeTurn({ called, declined: [] }, rungs, turn.next.rung, 'climb', turn.next.at);
  }
  return called;
}
