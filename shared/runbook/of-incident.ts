import type { Incident } from '../incident/index.ts';
import type { Locale } from '../language/index.ts';
import type { Store } from '../store/port.ts';
import { runsOfIncident } from '../store/shapes.ts';
import { type Entry, listOffered, runbookAt } from './library.ts';
import type { Runbook } from './model.ts';
import type { Run } from './run-model.ts';
import { inLanguage, type Suggestion, suggest } from './suggest.ts';

/** An incident has a handful; more than these are not shown. */
const MOST_RUNS = 50;

/** The runs of an incident with the documents they play, the latest first. Whether the reader may know is for the caller. */
export async function runsOf(
  store: Store,
  incident: string,
): Promise<readonly { readonly run: Run; readonly runbook: Runbook }[]> {
  const { docs } = await store.page<Run>({ shape: runsOfIncident, values: { incident }, limit: MOST_RUNS });
  return Promise.all(
    docs.map(async ({ data: run }) => ({
      run,
      runbook: await runbookAt(store, run.runbook.id, run.runbook.version),
    })),
  );
}

/** What may be started: what fits, each with its reason, and all there are in the language of the workspace. */
export interface Startable {
  readonly suggested: readonly Suggestion[];
  readonly all: readonly Entry[];
}

export async function startable(
  store: Store,
  { service, severity, title, description, facts }: Incident,
  locale: Locale,
): Promise<Startable> {
  const entries = await listOffered(store);
  const words = `${title}\n${description}`;
  const alerts = facts.alerts.map(({ name }) => name);
  return {
    suggested: suggest(entries, { service, severity, words, alerts }, locale),
    all: inLanguage(entries, locale),
  };
}
