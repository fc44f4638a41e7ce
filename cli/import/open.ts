import { createHash } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { openZip } from '../../shared/adapters/zip/index.ts';
import type { Opened } from '../../shared/import/index.ts';
import { UsageError } from '../command.ts';

/** Far above any export, far below what fills a disk. */
const LIMITS = { entries: 500_000, total: 20 * 2 ** 30 };

export interface OpenedFile {
  readonly opened: Opened;
  /** Of the whole content. */
  readonly digest: string;
  close(): Promise<void>;
}

/** A file of any size; read as a stream, or by its directory where it is a zip. */
export async function openFile(path: string): Promise<OpenedFile> {
  if (!existsSync(path) || !statSync(path).isFile()) throw new UsageError(`There is no file "${path}".`);
  const digest = await digestOf(path);
  if (/\.zip$/i.test(path)) {
    const archive = await openZip(path, LIMITS);
    return { opened: { kind: 'archive', archive }, digest, close: () => archive.close() };
  }
  const file = { name: basename(path), read: () => createReadStream(path) };
  return { opened: { kind: 'file', file }, digest, close: async () => undefined };
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}
