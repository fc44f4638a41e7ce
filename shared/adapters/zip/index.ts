import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Entry, fromBufferPromise, openPromise, type ZipFile } from 'yauzl';
import { TobanError } from '../../platform/errors.ts';
import type { Archive, ArchiveLimits } from '../../ports/archive.ts';

export { zipOf } from './write.ts';

/** A zip on the disk, or in memory. */
export type ZipSource = string | Uint8Array;

interface Found {
  readonly zip: ZipFile;
  readonly entry: Entry;
}

/** Beyond this many bytes, text that unpacks to so many times its size was made to. */
const FREE = 10 * 1_048_576;
const MOST_RATIO = 200;

/**
 * Opens a zip and the zips in it (Notion cuts its exports into parts), one level deep. Only what is asked for is unpacked,
 * and nothing under a name of the archive. Throws `bad-input` for what is no zip, for names that lead out of it, and for
 * more than `limits` allows.
 */
export async function openZip(source: ZipSource, limits: ArchiveLimits): Promise<Archive> {
  const found = new Map<string, Found>();
  const opened: ZipFile[] = [];
  let folder: string | null = null;
  let [count, total] = [0, 0];
  const close = async () => {
    for (const zip of opened) zip.close();
    if (folder) rmSync(folder, { recursive: true, force: true });
  };
  const visit = async (zip: ZipFile, part: string | null): Promise<void> => {
    opened.push(zip);
    const allowed = FREE + zip.fileSize * MOST_RATIO;
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      const { fileName: path, uncompressedSize: size } = entry;
      count += 1;
      unpacked += size;
      total += size;
      if (count > limits.entries) throw tooMuch(`more than ${limits.entries} files`);
      if (total > limits.total || unpacked > allowed)
        throw tooMuch(`${Math.round(total / 1_048_576)} MB or more when unpacked`);
      if (path.endsWith('/') || /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$)/.test(path)) continue;
      if (/\.zip$/i.test(path)) {
        if (part !== null) throw broken('There is a zip in a zip in the zip.', 'too-deep');
        folder ??= mkdtempSync(join(tmpdir(), 'toban-import-'));
        const file = join(folder, `${opened.length}.zip`);
        await pipeline(await zip.openReadStreamPromise(entry), createWriteStream(file, { mode: 0o600 }));
        await visit(await openPromise(file, OPTIONS), path);
      } else found.set(found.has(path) ? `${part}/${path}` : path, { zip, entry });
    }
  };
  try {
    await visit(
      await (typeof source === 'string'
        ? openPromise(source, OPTIONS)
        : fromBufferPromise(Buffer.from(source), OPTIONS)),
      null,
    );
  } catch (error) {
    await close();
    throw told(error);
  }
  return {
    entries: [...found].map(([path, { entry }]) => ({ path, size: entry.uncompressedSize })),
    async *read(path) {
      const one = found.get(path);
      if (!one) throw new TobanError('bug', 'the archive has no such entry');
      if (one.entry.isEncrypted()) throw broken('The zip is encrypted.', 'encrypted');
      try {
        yield* await one.zip.openReadStreamPromise(one.entry);
      } catch (error) {
        throw told(error);
      }
    },
    close,
  };
}

/** Entries are read while others are listed; names that lead out of the archive are refused by the library. */
const OPTIONS = { autoClose: false, strictFileNames: true, lazyEntries: true } as const;

const broken = (sentence: string, reason: string, cause?: unknown) =>
  new TobanError('bad-input', sentence, { reason, cause });
const tooMuch = (what: string) => broken(`The zip holds ${what}: more than is read.`, 'too-much');

function told(error: unknown): unknown {
  if (error instanceof TobanError) return error;
  if (!(error instanceof Error)) return error;
  const code = 'code' in error ? String(error.code) : '';
  // The disk's own, such as a file that is not there.
  if (/^E(?:NOENT|ACCES|ISDIR|MFILE|NOSPC|IO)$/.test(code)) return error;
  const unsafe = /relative path|absolute path|invalid characters/.test(error.message);
  return unsafe
    ? broken('The zip holds a file whose name leads out of it. It is not read.', 'unsafe-name', error)
    : broken('The zip is broken, or is none. Export it again.', 'broken-zip', error);
}

/** What a form brings in: in memory, within what an instance has. */
const UPLOADED: ArchiveLimits = { entries: 50_000, total: 200 * 1_048_576 };
export const openUpload = (bytes: Uint8Array): Promise<Archive> => openZip(bytes, UPLOADED);
