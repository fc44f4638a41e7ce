import { Temporal } from 'temporal-polyfill';
import type { BusinessClock, TimedPart } from './clock.ts';

/** A part that must come to rest before the clock moves on, such as requests under way. */
export interface Quiet {
  quiet(): Promise<void>;
}

/** Does everything that is due now, in every part, until nothing is. */
export async function settle(clock: BusinessClock, parts: readonly TimedPart[], quiet: Quiet): Promise<void> {
  for (let round = 0; round < 1_000; round += 1) {
    await quiet.quiet();
    const due = await dueParts(clock.now(), parts);
    if (due.length === 0) return;
    for (const part of due) await part.runDue();
  }
  throw new Error('the system does not come to rest: something makes new work without end');
}

async function dueParts(now: number, parts: readonly TimedPart[]): Promise<TimedPart[]> {
  const times = await Promise.all(parts.map((part) => part.nextDue()));
  return parts.filter((_part, i) => (times[i] ?? Number.POSITIVE_INFINITY) <= now);
}

/** Moves the business clock forward by `ms`, visiting each due instant on the way, in order. */
export async function advance(
  clock: BusinessClock,
  parts: readonly TimedPart[],
  quiet: Quiet,
  ms: number,
): Promise<void> {
  const target = clock.now() + ms;
  await settle(clock, parts, quiet);
  for (;;) {
    const times = (await Promise.all(parts.map((part) => part.nextDue()))).filter((time) => time !== null);
    const next = Math.min(...times);
    if (next > target) break;
    clock.moveTo(next);
    await settle(clock, parts, quiet);
  }
  clock.moveTo(target);
  await settle(clock, parts, quiet);
}

/** `PT5M`, `PT1H30M`, `P1D` → milliseconds; null where it is not a positive duration. */
export function durationMs(text: string): number | null {
  try {
    const duration = Temporal.Duration.from(text);
    const ms = duration.total({ unit: 'milliseconds', relativeTo: '2026-01-01T00:00:00+00:00[UTC]' });
    return ms > 0 ? ms : null;
  } catch {
    return null;
  }
}
