import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import type { ZippedFile } from '../../ports/archive.ts';

/**
 * The files as one zip, byte by byte as they come: nothing is kept on a disk, and memory stays the same however much
 * there is. A file is asked for when the one before has been read to its end. `at`: epoch ms, the time all of them carry.
 */
export async function* zipOf(files: AsyncIterable<ZippedFile>, at: number): AsyncGenerator<Uint8Array> {
  const zip = new ZipFile();
  const out = zip.outputStream as Readable;
  zip.on('error', (error: Error) => out.destroy(error));
  const under: { text?: Readable } = {};
  const fill = async () => {
    for await (const file of files) {
      if (out.destroyed) return;
      const text = Readable.from(file.text());
      under.text = text;
      zip.addReadStream(text, file.path, { mtime: new Date(at) });
      await finished(text);
    }
    zip.end();
  };
  fill().catch((error) => out.destroy(error));
  try {
    yield* out;
  } finally {
    // Whoever reads has gone: the file under way is read no further, and none after it is asked for.
    under.text?.destroy();
  }
}
