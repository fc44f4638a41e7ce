import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import {
  listMappings,
  Mapping,
  type Opened,
  proposeMapping,
  readRows,
  type Source,
  sampleRows,
  saveMapping,
  sourceByRows,
} from '../../shared/import/index.ts';
import type { Store } from '../../shared/store/port.ts';
import { UsageError } from '../command.ts';

const isFile = (said: string): boolean => /\.json$/i.test(said);

/** By its name in Toban, or out of a file. Throws `UsageError` with what is wrong in it. */
export async function findMapping(said: string, store: Store, team: string): Promise<Mapping> {
  if (!isFile(said)) {
    const saved = await listMappings(store, team);
    const found = saved.find(({ name }) => name === said);
    if (found) return found.mapping;
    const names = saved.map(({ name }) => name).join(', ') || 'none';
    throw new UsageError(`No mapping is saved as "${said}". There are: ${names}.`);
  }
  if (!existsSync(said)) throw new UsageError(`There is no file "${said}".`);
  const { data, error } = Mapping.safeParse(jsonIn(said));
  if (data) return data;
  const wrong = error.issues.map(({ path, message }) => `  ${path.join('.') || 'mapping'}: ${message}`);
  throw new UsageError(`${said} is no mapping:\n${wrong.slice(0, 20).join('\n')}`);
}

function jsonIn(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error instanceof SyntaxError) throw new UsageError(`${path} is no JSON: ${error.message}`);
    throw error;
  }
}

/** From this many records a mapping is proposed. */
const SAMPLE = 500;

export async function proposeFor(
  opened: Opened,
  source: Source,
  around: Parameters<typeof proposeMapping>[1],
): Promise<Mapping> {
  const rows = await sampleRows(readRows(opened, source), SAMPLE);
  return proposeMapping(rows, around);
}

/** What a file is, by its first records where only its name has said so. */
export async function recognise(opened: Opened, source: Source): Promise<Source> {
  if (source !== 'json') return source;
  return sourceByRows(source, await sampleRows(readRows(opened, source), SAMPLE));
}

/** Under a name in Toban, or into a file that people edit. */
export async function keepMapping(
  said: string,
  mapping: Mapping,
  { store, team, by, now }: { store: Store; team: string; by: string; now: number },
): Promise<void> {
  if (isFile(said)) writeFileSync(said, `${JSON.stringify(mapping, null, 2)}\n`);
  else await saveMapping(store, team, { name: said, mapping, by, at: now });
}
