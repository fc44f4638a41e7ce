import { TobanError } from '../../platform/errors.ts';
import type { Archive } from '../../ports/archive.ts';
import type { Store } from '../../store/port.ts';
import type { Opened } from '../read/open.ts';
import { chunkPath, type Upload } from './model.ts';

/** Opens a zip in memory, within limits of its own. Throws `bad-input`. */
export type OpenArchive = (bytes: Uint8Array) => Promise<Archive>;

/** The largest file that is taken on the web; beyond, there is the command. */
export const MOST_BYTES = 20 * 1_048_576;
/** In base64 two thirds of what a document holds. */
const CHUNK = 500_000;

/** The content as documents, each put by itself. Returns how many there are. */
export async function keepContent(store: Store, id: string, bytes: Uint8Array): Promise<number> {
  const count = Math.max(1, Math.ceil(bytes.length / CHUNK));
  for (let n = 0; n < count; n += 1) {
    const part = bytes.subarray(n * CHUNK, (n + 1) * CHUNK);
    await store.put(chunkPath(id, n), { data: Buffer.from(part).toString('base64') });
  }
  return count;
}

/** The content as it was uploaded. Throws `not-found` where it has been erased. */
export async function readContent(
  store: Store,
  { id, chunks }: Pick<Upload, 'id' | 'chunks'>,
): Promise<Uint8Array> {
  const parts: Buffer[] = [];
  for (let n = 0; n < chunks; n += 1) {
    const kept = await store.get<{ data: string }>(chunkPath(id, n));
    if (!kept) throw new TobanError('not-found', 'the content of the upload is gone');
    parts.push(Buffer.from(kept.data.data, 'base64'));
  }
  return Buffer.concat(parts);
}

/** A content as something that records are read from; a zip by its first bytes, whatever it is called. */
export async function openContent(
  name: string,
  bytes: Uint8Array,
  openArchive: OpenArchive,
): Promise<{ readonly opened: Opened; close(): Promise<void> }> {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04) {
    const archive = await openArchive(bytes);
    return { opened: { kind: 'archive', archive }, close: () => archive.close() };
  }
  const file = {
    name,
    async *read() {
      for (let at = 0; at < bytes.length; at += PIECE) yield bytes.subarray(at, at + PIECE);
    },
  };
  return { opened: { kind: 'file', file }, close: async () => undefined };
}

const PIECE = 65_536;
