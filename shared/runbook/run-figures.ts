import { type Incident, mayTell } from '../incident/index.ts';
import type { Store } from '../store/port.ts';
import { runsOfRunbook } from '../store/shapes.ts';
import { figuresOf, type StepFigures } from './figures.ts';
import type { Run } from './run-model.ts';

/** As many of a runbook's latest runs are looked at. */
export const MOST_RUNS = 100;

export interface RunbookFigures {
  /** How many runs the figures are of. */
  readonly runs: number;
  /** There are older runs that were not looked at. */
  readonly more: boolean;
  readonly steps: ReadonlyMap<string, StepFigures>;
}

/**
 * How it went step by step in the latest runs of a runbook, of all versions or of one. Drills and private incidents do
 * not count: numbers are for everybody.
 */
export async function runbookFigures(
  store: Store,
  id: string,
  version: string | null,
): Promise<RunbookFigures> {
  const page = await store.page<Run>({
    shape: runsOfRunbook,
    values: { 'runbook.id': id },
    limit: MOST_RUNS,
  });
  const runs = page.docs.map(({ data }) => data);
  const paths = [...new Set(runs.map(({ incident }) => incident))];
  const told = new Set<string>();
  for (const found of await Promise.all(paths.map((path) => store.get<Incident>(path))))
    if (found && mayTell(found.data, 'numbers') === 'all') told.add(found.path);
  const counted = runs.filter(
    (run) => told.has(run.incident) && (version === null || run.runbook.version === version),
  );
  return { runs: counted.length, more: page.cursor !== null, steps: figuresOf(counted) };
}
