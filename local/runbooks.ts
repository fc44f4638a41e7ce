import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Log } from '../shared/platform/log.ts';
import {
  entryId,
  listRunbooks,
  namesOf,
  parseRunbook,
  pushRunbook,
  runbookSource,
} from '../shared/runbook/index.ts';
import type { Store } from '../shared/store/port.ts';
import type { WorkspaceConfig } from '../shared/workspace/index.ts';

const FOLDER = resolve(import.meta.dirname, '../runbooks');
const BY = { user: 'U0TOBAN', name: 'Toban' };

/** The shipped runbooks, each language in its own folder. */
export const shippedRunbooks = (): readonly string[] =>
  ['ja', 'en'].flatMap((language) =>
    readdirSync(join(FOLDER, language))
      .filter((name) => name.endsWith('.md'))
      .map((name) => readFileSync(join(FOLDER, language, name), 'utf8')),
  );

/**
 * Puts the shipped runbooks into the laptop's store, so that they can be played at once. One that somebody has edited
 * there stays theirs; again and again is once. One that the configuration does not fit is left out, and logged.
 */
export async function pushShippedRunbooks(
  store: Store,
  config: WorkspaceConfig,
  now: number,
  log: Log,
): Promise<void> {
  const names = namesOf(config, null);
  const edited = await editedByOthers(store);
  for (const source of shippedRunbooks()) {
    const { runbook } = parseRunbook(source);
    if (runbook && edited.has(entryId(runbook))) continue;
    const { problems, entry } = await pushRunbook(store, source, BY, names, now);
    if (!entry)
      log.warn('runbook-does-not-fit', { runbook: runbook?.id ?? '', problem: problems[0]?.code ?? '' });
  }
}

async function editedByOthers(store: Store): Promise<ReadonlySet<string>> {
  const entries = await listRunbooks(store);
  const versions = await Promise.all(entries.map(({ id, version }) => runbookSource(store, id, version)));
  return new Set(entries.filter((_one, index) => versions[index]?.by.user !== BY.user).map(({ id }) => id));
}
