import { play } from './play.ts';
import { scheduleOf } from './schedule.ts';
import type { Invariant } from './violation.ts';

/** The fewest actions of a schedule that still break the promise: each is left out in turn, until none can be. */
export async function shrink(seed: number, invariant: Invariant | undefined): Promise<number[]> {
  let kept = scheduleOf(seed).map((_action, index) => index);
  for (let smaller = true; smaller; ) {
    smaller = false;
    for (const index of [...kept].reverse()) {
      const without = kept.filter((one) => one !== index);
      const { violations } = await play(seed, without);
      if (!violations.some((one) => one.invariant === invariant)) continue;
      kept = without;
      smaller = true;
    }
  }
  return kept;
}
