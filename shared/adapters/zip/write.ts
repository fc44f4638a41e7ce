import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';
import { TobanError } from '../../platform/errors.ts';
import type { ZippedFile } from '../../ports/archive.ts';
import { centralHeader, dataDescriptor, endRecords, localHeader, MOST_32 } from './records.ts';

/** The directory grows in pieces of this size: 70 bytes for a file, and nothing else is kept of it. */
const PIECE = 65_536;

/**
 * The files as one zip, byte by byte as they come: nothing is kept on a disk, and memory stays the same however much
 * there is, but for the directory at its end. A file is asked for when the one before has been read to its end. `at`: epoch
 * ms, the time all of them carry. Throws `bad-input` for a single file of more than 4 GB.
 */
export async function* zipOf(files: AsyncIterable<ZippedFile>, at: number): AsyncGenerator<Uint8Array> {
  const directory = gathered();
  let [offset, count] = [0, 0];
  for await (const file of files) {
    const name = Buffer.from(file.path, 'utf8');
    const start = offset;
    const header = localHeader(name, at);
    yield header;
    offset += header.length;
    const sizes = { crc: 0, packed: 0, plain: 0 };
    for await (const bytes of packed(file, sizes)) {
      yield bytes;
      offset += bytes.length;
    }
    if (sizes.plain > MOST_32 || sizes.packed > MOST_32)
      throw new TobanError('bad-input', `${file.path} has more than 4 GB`);
    const descriptor = dataDescriptor(sizes);
    yield descriptor;
    offset += descriptor.length;
    directory.add(centralHeader(name, at, sizes, start));
    count += 1;
  }
  yield* directory.pieces();
  yield endRecords(count, directory.size(), offset);
}

/** A file's bytes, deflated; what is said of them in `sizes` is true once they have ended. */
async function* packed(
  { text }: ZippedFile,
  sizes: { crc: number; packed: number; plain: number },
): AsyncGenerator<Buffer> {
  async function* plain() {
    for await (const piece of text()) {
      const bytes = Buffer.from(piece, 'utf8');
      sizes.crc = crc32(bytes, sizes.crc);
      sizes.plain += bytes.length;
      yield bytes;
    }
  }
  const source = Readable.from(plain());
  const deflate = createDeflateRaw();
  source.on('error', (error) => deflate.destroy(error));
  try {
    for await (const bytes of source.pipe(deflate)) {
      sizes.packed += bytes.length;
      yield bytes;
    }
  } finally {
    // Whoever reads may have gone: then the file is read no further.
    source.destroy();
  }
}

/** Small pieces put together into few large ones: a hundred thousand buffers weigh far more than what is in them. */
function gathered() {
  const full: Buffer[] = [];
  let [piece, used, total] = [Buffer.alloc(PIECE), 0, 0];
  return {
    add(bytes: Buffer): void {
      if (used + bytes.length > piece.length) {
        full.push(piece.subarray(0, used));
        piece = Buffer.alloc(Math.max(PIECE, bytes.length));
        used = 0;
      }
      bytes.copy(piece, used);
      used += bytes.length;
      total += bytes.length;
    },
    *pieces(): Generator<Buffer> {
      yield* full;
      yield piece.subarray(0, used);
    },
    size: () => total,
  };
}
