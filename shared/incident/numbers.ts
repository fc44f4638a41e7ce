import type { Incident } from './model.ts';
import type { Milestone, Milestones } from './parts.ts';

/**
 * Each time is one phase, so that they add up, and TTR is the whole: TTD before anybody knew, TTA until somebody had it
 * in hand, TTI until the cause was found, TTF until it no longer hurt, TTR from detected to resolved.
 */
export const NUMBERS = {
  ttd: ['started', 'detected'],
  tta: ['detected', 'acknowledged'],
  tti: ['acknowledged', 'identified'],
  ttf: ['identified', 'mitigated'],
  ttr: ['detected', 'resolved'],
} as const satisfies Readonly<Record<string, readonly [Milestone, Milestone]>>;
export type NumberName = keyof typeof NUMBERS;

export type Measured =
  | { readonly kind: 'recorded'; readonly ms: number }
  /** Not reached or not entered yet. */
  | { readonly kind: 'pending'; readonly missing: Milestone }
  /** A person said so, or the incident ended without it. */
  | {
      readonly kind: 'not-applicable';
      readonly because: 'stated' | 'never-reached';
      readonly missing: Milestone;
    }
  /** The times contradict each other: no number is shown rather than a wrong one. */
  | {
      readonly kind: 'invalid';
      readonly because: 'out-of-order';
      readonly from: Milestone;
      readonly to: Milestone;
    }
  | { readonly kind: 'invalid'; readonly because: 'in-the-future'; readonly milestone: Milestone };

export type Numbers = Readonly<Record<NumberName, Measured>>;

/** Clocks of several machines differ by this much without anybody having entered something wrong. */
const SKEW_MS = 60_000;

/** All five, from the milestones as they stand: recomputed from scratch, never stored. */
export function numbersOf(
  { milestones, status }: Pick<Incident, 'milestones' | 'status'>,
  now: number,
): Numbers {
  const ended = status === 'resolved' || status === 'closed';
  const of = (name: NumberName): Measured => measure(milestones, NUMBERS[name], ended, now);
  return { ttd: of('ttd'), tta: of('tta'), tti: of('tti'), ttf: of('ttf'), ttr: of('ttr') };
}

function measure(
  milestones: Milestones,
  [from, to]: readonly [Milestone, Milestone],
  ended: boolean,
  now: number,
): Measured {
  const [start, end] = [milestones[from], milestones[to]];
  for (const [name, stamp] of [
    [from, start],
    [to, end],
  ] as const) {
    if (stamp?.at === null) return { kind: 'not-applicable', because: 'stated', missing: name };
    if (stamp && stamp.at > now + SKEW_MS)
      return { kind: 'invalid', because: 'in-the-future', milestone: name };
  }
  const missing = !start ? from : !end ? to : null;
  if (missing) {
    // When it began can be found out long after; a step that was skipped cannot.
    const late = ended && missing !== 'started';
    return late
      ? { kind: 'not-applicable', because: 'never-reached', missing }
      : { kind: 'pending', missing };
  }
  const ms = (end?.at ?? 0) - (start?.at ?? 0);
  return ms < 0 ? { kind: 'invalid', because: 'out-of-order', from, to } : { kind: 'recorded', ms };
}
