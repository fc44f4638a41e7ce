/** What many measurements say together. A number is never made of one that is missing or contradicts itself. */
export interface Spread {
  /** How many are recorded: the others have no part in median and p90. */
  readonly n: number;
  /** Ms; null where nothing is recorded. */
  readonly median: number | null;
  /** Nine in ten took no longer: the value at the rank ⌈0.9 n⌉. Ms. */
  readonly p90: number | null;
  /** Not reached or not entered yet. */
  readonly pending: number;
  /** Their times contradict each other. */
  readonly invalid: number;
  readonly notApplicable: number;
}

export type Sample =
  | { readonly kind: 'recorded'; readonly ms: number }
  | { readonly kind: 'pending' | 'invalid' | 'not-applicable' };

/** Pure. */
export function spreadOf(samples: readonly Sample[]): Spread {
  const of = (kind: Sample['kind']) => samples.filter((one) => one.kind === kind).length;
  const sorted = samples.flatMap((one) => (one.kind === 'recorded' ? [one.ms] : [])).sort((a, b) => a - b);
  return {
    n: sorted.length,
    median: median(sorted),
    p90: sorted[Math.ceil(sorted.length * 0.9) - 1] ?? null,
    pending: of('pending'),
    invalid: of('invalid'),
    notApplicable: of('not-applicable'),
  };
}

function median(sorted: readonly number[]): number | null {
  const [low, high] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}
