import type { Store } from '../../shared/store/port.ts';
import type { Checked } from './check.ts';
import { bareId, type DocumentKind, type Entry, entryId } from './kind.ts';

export interface Pushed {
  readonly path: string;
  readonly id: string;
  /** `older`: somebody has saved newer words than this file knows of; refused. */
  readonly outcome: 'new' | 'changed' | 'same' | 'older';
  readonly version: string;
  /** What it replaces, or is older than; null where there was none. */
  readonly before: Entry | null;
}

interface Push {
  readonly kind: DocumentKind;
  readonly store: Store;
  readonly by: { readonly user: string; readonly name: string };
  readonly now: number;
  /** Goes back to an older version. */
  readonly force: boolean;
  /** Says what it would do. */
  readonly dry: boolean;
}

/** Pushes what differs from the store. The files are without errors. */
export async function push(files: readonly Checked[], options: Push): Promise<readonly Pushed[]> {
  const entries = await options.kind.list(options.store);
  const own = files.flatMap(({ document }) => document?.id ?? []);
  const known = [...new Set([...entries.map(({ id }) => bareId(id)), ...own])];
  const results: Pushed[] = [];
  for (const file of files) results.push(await pushOne(file, entries, known, options));
  return results;
}

async function pushOne(
  { path, source, document }: Checked,
  entries: readonly Entry[],
  known: readonly string[],
  { kind, store, by, now, force, dry }: Push,
): Promise<Pushed> {
  if (!document) throw new Error(`${path} was pushed without being read`);
  const id = entryId(document);
  const version = kind.versionOf(source);
  const before = entries.find((one) => one.id === id) ?? null;
  const said = { path, id, version, before };
  if (before?.version === version) return { ...said, outcome: 'same' };
  if (before && !force && (await kind.source(store, id, version)) !== null)
    return { ...said, outcome: 'older' };
  const outcome = before ? 'changed' : 'new';
  if (dry) return { ...said, outcome };
  const expected = force ? 'any' : { id, version: before?.version ?? null };
  const { entry, conflict } = await kind.push(store, source, { by, now, expected, known });
  return conflict ? { ...said, before: entry, outcome: 'older' } : { ...said, outcome };
}
