import type { Person } from '../../incident/index.ts';
import type { Clock } from '../../platform/clock.ts';
import { TobanError } from '../../platform/errors.ts';
import type { Store } from '../../store/port.ts';
import { commit } from '../../tasks/index.ts';
import type { Mapping } from '../mapping/model.ts';
import { type Around, proposeMapping } from '../mapping/propose.ts';
import { readRows, type Source, sourceByRows } from '../read/open.ts';
import type { SourceRow } from '../read/row.ts';
import { sampleRows } from '../read/sample.ts';
import { keepContent, type OpenArchive, openContent } from './content.ts';
import { evolve } from './evolve.ts';
import { recentPath, type Upload, type UploadEvent, uploadId, uploadPath } from './model.ts';
import { eraseLater, eraseTask, stepTask } from './noun.ts';

export interface UploadVerbs {
  readonly store: Store;
  readonly clock: Clock;
  readonly openArchive: OpenArchive;
}

export interface File {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly source: Source;
  /** Its name alone says what it is: its records may say it better. */
  readonly guessed: boolean;
  /** Saved before; null: one is proposed. */
  readonly mapping: Mapping | null;
}

/** A mapping is proposed from as many records; a few of them are shown. */
const SAMPLE = 300;
const SHOWN = 3;
const CELL = 200;
const FEW = 20;
const RECENT = 10;

/**
 * Takes a file in: its first records are read, so that what cannot be read is said at once, and its content is kept for
 * the tasks. `nonce`: the same upload, sent twice, is one. Throws `bad-input`, `no-records` among its reasons.
 */
export async function takeUpload(
  { store, clock, openArchive }: UploadVerbs,
  { name, bytes, source: said, guessed, mapping }: File,
  of: { readonly team: string; readonly by: Person; readonly nonce: string } & Around,
): Promise<Upload> {
  const { team, by, nonce } = of;
  const id = uploadId(nonce);
  const first = await firstRows(name, bytes, said, openArchive);
  const source = guessed ? sourceByRows(said, first) : said;
  const rows = source === said ? first : await firstRows(name, bytes, source, openArchive);
  if (rows.length === 0)
    throw new TobanError('bad-input', 'there is no record in the file', { reason: 'no-records' });
  const chunks = await keepContent(store, id, bytes);
  const uploaded: UploadEvent = {
    type: 'uploaded',
    at: clock.now(),
    id,
    team,
    name: name.slice(0, 200),
    source,
    size: bytes.length,
    chunks,
    sample: rows.slice(0, SHOWN).map(({ values }) => cut(values)),
    values: fewValues(rows),
    mapping: mapping ?? proposeMapping(rows, of),
    by,
  };
  return store.transaction(async (tx) => {
    const [there, recent] = [
      await tx.get<Upload>(uploadPath(id)),
      await tx.get<{ ids: readonly string[] }>(recentPath(team)),
    ];
    if (there) return there.data;
    const now = clock.now();
    const decision = { events: [uploaded], tasks: [eraseLater(now)] };
    const state = await commit(tx, uploadPath(id), null, decision, evolve, now);
    tx.put(recentPath(team), { ids: [id, ...(recent?.data.ids ?? [])].slice(0, RECENT) });
    return state as Upload;
  });
}

async function firstRows(
  name: string,
  bytes: Uint8Array,
  source: Source,
  openArchive: OpenArchive,
): Promise<readonly SourceRow[]> {
  const { opened, close } = await openContent(name, bytes, openArchive);
  try {
    return await sampleRows(readRows(opened, source), SAMPLE);
  } finally {
    await close();
  }
}

const cut = (values: SourceRow['values']): Record<string, string> =>
  Object.fromEntries(
    Object.entries(values)
      .slice(0, 100)
      .map(([name, value]) => [name, value.slice(0, CELL)]),
  );

function fewValues(rows: readonly SourceRow[]): Upload['values'] {
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))].slice(0, 100);
  return Object.fromEntries(
    names.flatMap((name): [string, string[]][] => {
      const all = [...new Set(rows.map(({ values }) => values[name]?.trim() ?? ''))].filter(Boolean);
      return all.length <= FEW && all.every((value) => value.length <= 100) ? [[name, all]] : [];
    }),
  );
}

/** What somebody does with an upload. `run` only where it was tried: nobody brings in what they have not seen. */
export type UploadCommand =
  | { readonly type: 'try'; readonly mapping: Mapping }
  | { readonly type: 'run' }
  | { readonly type: 'discard' };

/** Null: there is no such upload of the team. The state as it is where the command does not fit it. */
export function changeUpload(
  { store, clock }: Pick<UploadVerbs, 'store' | 'clock'>,
  { id, team, by }: { readonly id: string; readonly team: string; readonly by: Person },
  command: UploadCommand,
): Promise<Upload | null> {
  return store.transaction(async (tx) => {
    const state = (await tx.get<Upload>(uploadPath(id)))?.data ?? null;
    if (!state || state.team !== team) return null;
    const now = clock.now();
    const { phase, round } = state;
    const under = phase === 'trying' || phase === 'running' || phase === 'erased';
    const write = (events: readonly UploadEvent[], task: Parameters<typeof commit>[3]['tasks'][number]) =>
      commit(tx, uploadPath(id), state, { events, tasks: [task] }, evolve, now);
    switch (command.type) {
      case 'try':
        if (under) return state;
        return write([{ type: 'trying', at: now, mapping: command.mapping, by }], stepTask(round + 1, now));
      case 'run':
        if (phase !== 'tried') return state;
        return write([{ type: 'running', at: now, by }], stepTask(round + 1, now));
      case 'discard':
        if (under) return state;
        return write([], eraseTask(now));
    }
  });
}

/** The last uploads of a workspace, newest first. */
export async function recentUploads(store: Store, team: string): Promise<readonly Upload[]> {
  const ids = (await store.get<{ ids: readonly string[] }>(recentPath(team)))?.data.ids ?? [];
  const found = await Promise.all(ids.map((id) => store.get<Upload>(uploadPath(id))));
  return found.flatMap((doc) => (doc ? [doc.data] : []));
}
