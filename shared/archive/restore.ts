import { z } from 'zod';
import { TobanError } from '../platform/errors.ts';
import type { Archive } from '../ports/archive.ts';
import { isExported } from '../store/collections.ts';
import { sameJson } from '../store/json.ts';
import type { Store } from '../store/port.ts';
import { linesOf } from './lines.ts';
import { isPart, MANIFEST, VERSION } from './model.ts';

/** `kept`: there is another document in its place, which stays as it is. */
export interface Restored {
  readonly created: number;
  readonly same: number;
  readonly kept: number;
}

const Line = z.strictObject({ path: z.string(), data: z.record(z.string(), z.unknown()) });
type Line = z.infer<typeof Line>;

const Manifest = z.object({
  format: z.literal('toban'),
  version: z.number().int(),
  team: z.string().nullable(),
});

/** Documents in one transaction, and what it may write at most: beneath what Firestore takes (10 MiB). */
const AT_ONCE = { documents: 100, bytes: 4 * 1_048_576 };

/**
 * Writes what an export holds and is not there, and changes nothing that is: a second run, or one after being killed in
 * the middle, finds its own work the same. Plans no work: nobody is written to. Search and figures are to be made
 * from the records afterwards. `team`: the workspace of this Toban, null where nobody can say. `tell` hears of each batch. Throws `bad-input` for what Toban has not written.
 */
export async function restore(
  store: Store,
  archive: Archive,
  team: string | null,
  tell: (done: Restored, kept: readonly string[]) => void,
): Promise<Restored> {
  await checkManifest(archive, team);
  let total: Restored = { created: 0, same: 0, kept: 0 };
  let batch: Line[] = [];
  let bytes = 0;
  const write = async () => {
    const outcomes = await writeBatch(store, batch);
    const count = (outcome: Outcome) => outcomes.filter((one) => one === outcome).length;
    const kept = batch.filter((_, i) => outcomes[i] === 'kept').map(({ path }) => path);
    total = {
      created: total.created + count('created'),
      same: total.same + count('same'),
      kept: total.kept + kept.length,
    };
    tell(total, kept);
    batch = [];
    bytes = 0;
  };
  for (const { path } of archive.entries.filter((entry) => isPart(entry.path)))
    for await (const text of linesOf(archive.read(path))) {
      if (text.trim() === '') continue;
      if (batch.length === AT_ONCE.documents || bytes + text.length > AT_ONCE.bytes) await write();
      batch.push(lineOf(text, path));
      bytes += text.length;
    }
  if (batch.length > 0) await write();
  return total;
}

async function checkManifest(archive: Archive, team: string | null): Promise<void> {
  const there = archive.entries.some(({ path }) => path === MANIFEST);
  let text = '';
  if (there) for await (const line of linesOf(archive.read(MANIFEST))) text += line;
  const manifest = Manifest.safeParse(parsed(text));
  if (!manifest.success)
    throw new TobanError('bad-input', 'This is no export of Toban: it has no manifest.json of one.', {
      reason: 'no-export',
    });
  if (manifest.data.version > VERSION)
    throw new TobanError('bad-input', 'A newer Toban made this export. Update this one first.', {
      reason: 'newer',
    });
  const { team: of } = manifest.data;
  if (team !== null && of !== null && of !== team)
    throw new TobanError(
      'bad-input',
      `This export is of the workspace ${of}, and this Toban is of ${team}.`,
      {
        reason: 'other-team',
      },
    );
}

/** Only what an export holds is taken: no key, no session, no work that somebody has written into a file. */
function lineOf(text: string, file: string): Line {
  const line = Line.safeParse(parsed(text));
  if (!line.success)
    throw new TobanError('bad-input', `A line of ${file} is no document.`, { reason: 'line' });
  const { path, data } = line.data;
  if (!isExported(path, data))
    throw new TobanError('bad-input', `${file} holds ${path}, which no export holds.`, {
      reason: 'collection',
    });
  return line.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

type Outcome = 'created' | 'same' | 'kept';

const writeBatch = (store: Store, batch: readonly Line[]): Promise<Outcome[]> =>
  store.transaction(async (tx) => {
    const found = await Promise.all(batch.map(({ path }) => tx.get<object>(path)));
    return batch.map(({ path, data }, i): Outcome => {
      const there = found[i];
      if (there) return sameJson(there.data, data) ? 'same' : 'kept';
      tx.create(path, data);
      return 'created';
    });
  });
