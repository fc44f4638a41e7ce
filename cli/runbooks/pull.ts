import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  entryId,
  listRunbooks,
  parseRunbook,
  type RunbookEntry,
  runbookSource,
  versionOf,
} from '../../shared/runbook/index.ts';
import type { Store } from '../../shared/store/port.ts';
import type { SourceFile } from './folder.ts';

export interface Pulled {
  readonly path: string;
  readonly id: string;
  /** `edited`: the file says what the store never had; refused, since that would be lost. */
  readonly outcome: 'new' | 'changed' | 'same' | 'edited';
  readonly version: string;
}

/** Writes every runbook of the store: over the file that has it, else to `<language>/<id>.md`. Removes nothing. */
export async function pull(
  folder: string,
  files: readonly SourceFile[],
  { store, force, dry }: { readonly store: Store; readonly force: boolean; readonly dry: boolean },
): Promise<readonly Pulled[]> {
  const there = new Map(files.map((file) => [idOf(file) ?? file.path, file]));
  const results: Pulled[] = [];
  for (const entry of await listRunbooks(store)) {
    const { id, version, language } = entry;
    const path = join(folder, language, `${id.slice(0, -language.length - 1)}.md`);
    const file = there.get(id) ?? files.find((one) => one.path === path);
    const outcome = await outcomeOf(store, entry, file, force);
    const said = { path: file?.path ?? path, id, version, outcome };
    results.push(said);
    if (outcome === 'same' || outcome === 'edited' || dry) continue;
    const kept = await runbookSource(store, id, version);
    if (!kept) throw new Error(`the runbook ${id} has no version ${version}`);
    mkdirSync(dirname(said.path), { recursive: true });
    writeFileSync(said.path, kept.source);
  }
  return results;
}

async function outcomeOf(
  store: Store,
  { id, version }: RunbookEntry,
  file: SourceFile | undefined,
  force: boolean,
): Promise<Pulled['outcome']> {
  if (!file) return 'new';
  const own = versionOf(file.source);
  if (own === version) return 'same';
  return force || (await runbookSource(store, id, own)) ? 'changed' : 'edited';
}

function idOf({ source }: SourceFile): string | null {
  const { runbook } = parseRunbook(source);
  return runbook && entryId(runbook);
}
