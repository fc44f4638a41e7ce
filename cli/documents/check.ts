import type { SourceFile } from './folder.ts';
import { type DocumentKind, entryId, type Read } from './kind.ts';

/** A file with all that keeps it from being pushed. */
export interface Checked extends Read {
  /** Path of another file that is the same document in the same language. */
  readonly twin: string | null;
}

/** Reads and checks files together. `known`: documents that exist besides, by id without language. Pure. */
export function check(
  files: readonly SourceFile[],
  kind: Pick<DocumentKind, 'read'>,
  known: readonly string[],
): readonly Checked[] {
  const first = new Map<string, string>();
  return kind.read(files, known).map((file) => {
    const id = file.document && entryId(file.document);
    const twin = (id && first.get(id)) ?? null;
    if (id && twin === null) first.set(id, file.path);
    return { ...file, twin };
  });
}

/** Whether it must not be pushed. */
export const isBad = ({ problems, twin }: Checked): boolean =>
  twin !== null || problems.some(({ level }) => level === 'error');
