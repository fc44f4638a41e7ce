import { dryCall } from './dry-call.ts';
import type { Called, Told } from './model.ts';
import { type Laddered, type ResolveParts, resolveLadder } from './resolve.ts';

export interface DryRun {
  /** In the order in which they would be called; `at` in epoch ms. Empty where `told`. */
  readonly called: readonly Called[];
  /** Set where nobody would be called on purpose, and the thread told so. */
  readonly told: Told | null;
}

/** Whom a route would call if it were called at `at` (epoch ms) and nobody ever answered. Calls nobody. */
export async function dryRun(
  parts: ResolveParts,
  route: Laddered,
  at: number,
  signal: AbortSignal,
): Promise<DryRun> {
  const { rungs, told } = await resolveLadder(parts, route, at, signal);
  return { called: told ? [] : dryCall(rungs, at), told };
}
