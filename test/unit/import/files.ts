import type { Read, SourceRow } from '../../../shared/import/index.ts';
import type { SourceFile } from '../../../shared/ports/archive.ts';

/** A file in memory that comes in pieces of `size` bytes. */
export const fileOf = (name: string, content: string | Uint8Array, size = 7): SourceFile => ({
  name,
  async *read() {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
  },
});

export async function all(reads: AsyncIterable<Read>): Promise<readonly Read[]> {
  const found: Read[] = [];
  for await (const read of reads) found.push(read);
  return found;
}

export const rowsOf = async (reads: AsyncIterable<Read>): Promise<readonly SourceRow[]> =>
  (await all(reads)).flatMap((read) => (read.kind === 'row' ? [read.row] : []));

/** What is no record, as `line code`. */
export const badOf = async (reads: AsyncIterable<Read>): Promise<readonly string[]> =>
  (await all(reads)).flatMap((read) => (read.kind === 'bad' ? [`${read.at.line} ${read.trouble.code}`] : []));
