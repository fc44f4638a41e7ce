import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Store } from '../../shared/store/port.ts';
import type { SourceFile } from './folder.ts';
import { type DocumentKind, type Entry, entryId } from './kind.ts';

export interface Pulled {
  readonly path: string;
  readonly id: string;
  /** `edited`: the file says what the store never had; refused, since that would be lost. */
  readonly outcome: 'new' | 'changed' | 'same' | 'edited';
  readonly version: string;
}

interface Pull {
  readonly kind: DocumentKind;
  readonly store: Store;
  readonly force: boolean;
  readonly dry: boolean;
}

/** Writes every document of the store: over the file that has it, else to `<language>/<id>.md`. Removes nothing. */
export async function pull(
  folder: string,
  files: readonly SourceFile[],
  options: Pull,
): Promise<readonly Pulled[]> {
  const { kind, store, dry } = options;
  const there = new Map(
    kind.read(files, []).map((file) => [file.document ? entryId(file.document) : file.path, file]),
  );
  const results: Pulled[] = [];
  for (const entry of await kind.list(store)) {
    const { id, version, language } = entry;
    const path = join(folder, language, `${id.slice(0, -language.length - 1)}.md`);
    const file = there.get(id) ?? files.find((one) => one.path === path);
    const outcome = await outcomeOf(entry, file, options);
    const said = { path: file?.path ?? path, id, version, outcome };
    results.push(said);
    if (outcome === 'same' || outcome === 'edited' || dry) continue;
    const source = await kind.source(store, id, version);
    if (source === null) throw new Error(`${id} has no version ${version}`);
    mkdirSync(dirname(said.path), { recursive: true });
    writeFileSync(said.path, source);
  }
  return results;
}

async function outcomeOf(
  { id, version }: Entry,
  file: SourceFile | undefined,
  { kind, store, force }: Pull,
): Promise<Pulled['outcome']> {
  if (!file) return 'new';
  const own = kind.versionOf(file.source);
  if (own === version) return 'same';
  return force || (await kind.source(store, id, own)) !== null ? 'changed' : 'edited';
}
