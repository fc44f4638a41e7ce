import {
  entryId,
  listRunbooks,
  type Names,
  pushRunbook,
  type RunbookEntry,
  runbookSource,
  versionOf,
} from '../../shared/runbook/index.ts';
import type { Store } from '../../shared/store/port.ts';
import type { Checked } from './check.ts';

export interface Pushed {
  readonly path: string;
  readonly id: string;
  /** `older`: somebody has saved newer words than this file knows of; refused. */
  readonly outcome: 'new' | 'changed' | 'same' | 'older';
  readonly version: string;
  /** What it replaces, or is older than; null where there was none. */
  readonly before: RunbookEntry | null;
}

interface Push {
  readonly store: Store;
  readonly by: { readonly user: string; readonly name: string };
  readonly now: number;
  readonly names: Names;
  /** Goes back to an older version. */
  readonly force: boolean;
  /** Says what it would do. */
  readonly dry: boolean;
}

/** Pushes what differs from the store. The files are without errors. */
export async function push(files: readonly Checked[], options: Push): Promise<readonly Pushed[]> {
  const entries = await listRunbooks(options.store);
  const results: Pushed[] = [];
  for (const file of files) results.push(await pushOne(file, entries, options));
  return results;
}

async function pushOne(
  { path, source, runbook }: Checked,
  entries: readonly RunbookEntry[],
  { store, by, now, names, force, dry }: Push,
): Promise<Pushed> {
  if (!runbook) throw new Error(`${path} was pushed without being read`);
  const id = entryId(runbook);
  const version = versionOf(source);
  const before = entries.find((one) => one.id === id) ?? null;
  const said = { path, id, version, before };
  if (before?.version === version) return { ...said, outcome: 'same' };
  if (before && !force && (await runbookSource(store, id, version))) return { ...said, outcome: 'older' };
  const outcome = before ? 'changed' : 'new';
  if (dry) return { ...said, outcome };
  const seen = before ? { id, version: before.version } : { id: null, version: null };
  const { entry, conflict } = await pushRunbook(store, source, by, names, now, force ? null : seen);
  return conflict ? { ...said, before: entry, outcome: 'older' } : { ...said, outcome };
}
