import type { Passed, Run } from './run-model.ts';

/** How it went with one step in some runs. Durations in ms, of those that were answered or done. */
export interface StepFigures {
  /** Runs that came to it. */
  readonly reached: number;
  readonly passed: number;
  readonly skipped: number;
  /** Runs in which its answer was corrected later. */
  readonly corrected: number;
  /** Null where nobody has passed it yet. */
  readonly median: number | null;
  readonly p90: number | null;
}

/** By step: how often it was come to, how long it took, how often it was skipped or corrected. Pure. */
export function figuresOf(runs: readonly Run[]): ReadonlyMap<string, StepFigures> {
  const found = new Map<string, { reached: number; skipped: number; corrected: number; took: number[] }>();
  const of = (step: string) => {
    const one = found.get(step) ?? { reached: 0, skipped: 0, corrected: 0, took: [] };
    found.set(step, one);
    return one;
  };
  for (const run of runs) {
    for (const [step, visits] of Object.entries(run.visits)) if (visits > 0) of(step).reached += 1;
    const passes = passesOf(run);
    for (const { one, took } of passes) {
      if (one.outcome === 'skipped') of(one.step).skipped += 1;
      else of(one.step).took.push(took);
    }
    const corrected = passes.filter(({ one }) => one.corrections.length > 0);
    for (const step of new Set(corrected.map(({ one }) => one.step))) of(step).corrected += 1;
  }
  return new Map(
    [...found].map(([step, { took, ...counts }]) => {
      const sorted = took.sort((a, b) => a - b);
      const figures = { passed: sorted.length, median: share(sorted, 0.5), p90: share(sorted, 0.9) };
      return [step, { ...counts, ...figures }];
    }),
  );
}

/** Each passing of a step that somebody, or Toban, had to do, with how long it had been open. */
function passesOf(run: Run): readonly { readonly one: Passed; readonly took: number }[] {
  const since = new Map<string, number>();
  const passes: { one: Passed; took: number }[] = [];
  for (const one of run.log) {
    if (one.outcome !== 'said')
      passes.push({ one, took: Math.max(0, one.at - (since.get(one.step) ?? run.startedAt)) });
    for (const step of one.opens) since.set(step, one.at);
  }
  return passes;
}

/** The nearest rank: a time that somebody really took. */
const share = (sorted: readonly number[], part: number): number | null =>
  sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? null;
