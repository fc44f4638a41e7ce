import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { UsageError } from '../command.ts';

/** A file as it is written; `path` as the caller would say it. */
export interface SourceFile {
  readonly path: string;
  readonly source: string;
}

/** Every document in a folder and the folders beneath it, in the order of their paths; a README is none. */
export function readFolder(folder: string): readonly SourceFile[] {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    throw new UsageError(`There is no folder "${folder}".`);
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md') && basename(name).toLowerCase() !== 'readme.md')
    .sort()
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .map((path) => ({ path, source: readFileSync(path, 'utf8').replace(/^\uFEFF/, '') }));
}
