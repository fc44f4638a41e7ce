import { recordId } from '../../platform/ids.ts';
import type { Store } from '../../store/port.ts';
import { Mapping } from '../mapping/model.ts';
import { digestOf } from './kept.ts';
import { type Counts, NO_COUNTS } from './model.ts';

/** A mapping as it was saved. */
export interface SavedMapping {
  readonly name: string;
  readonly mapping: Mapping;
  readonly by: string;
  /** Epoch ms. */
  readonly at: number;
}

const MOST_MAPPINGS = 50;
const mappingsPath = (team: string): string => `import-mappings/${team || 'team'}`;

/** All that are saved, the latest first. */
export async function listMappings(store: Store, team: string): Promise<readonly SavedMapping[]> {
  const kept = (await store.get<{ all: readonly SavedMapping[] }>(mappingsPath(team)))?.data.all ?? [];
  return kept.flatMap((one) => {
    const { data } = Mapping.safeParse(one.mapping);
    return data ? [{ ...one, mapping: data }] : [];
  });
}

/** Under its name, over the one that had it. Beyond fifty the oldest goes. */
export function saveMapping(store: Store, team: string, saved: SavedMapping): Promise<void> {
  return store.transaction(async (tx) => {
    const kept = (await tx.get<{ all: readonly SavedMapping[] }>(mappingsPath(team)))?.data.all ?? [];
    const others = kept.filter(({ name }) => name !== saved.name);
    tx.put(mappingsPath(team), { all: [saved, ...others].slice(0, MOST_MAPPINGS) });
  });
}

/** How far a run has come. */
export interface Bookmark {
  /** Names the run; kept when it goes on. */
  readonly run?: string;
  /** Records of the source dealt with. */
  readonly done: number;
  readonly counts: Counts;
  readonly ended: boolean;
  /** Epoch ms. */
  readonly at: number;
}

/** One for the same file under the same mapping into the same workspace. `file`: a digest of its content. */
export const bookmarkPath = (team: string, file: string, source: string, mapping: Mapping): string =>
  `import-runs/${recordId('run', team, file, source, digestOf(mapping))}`;

/** Where a run that was cut off goes on; from the beginning where none was. */
export async function readBookmark(
  store: Store,
  path: string,
): Promise<Pick<Bookmark, 'done' | 'counts' | 'run'>> {
  const kept = (await store.get<Bookmark>(path))?.data;
  return kept && !kept.ended ? kept : { done: 0, counts: NO_COUNTS };
}
