import {
  entryId,
  lintRunbook,
  type Names,
  type Problem,
  parseRunbook,
  type Runbook,
} from '../../shared/runbook/index.ts';
import type { SourceFile } from './folder.ts';

/** A file with what is wrong with it. */
export interface Checked extends SourceFile {
  /** Null where it cannot be played. */
  readonly runbook: Runbook | null;
  readonly problems: readonly Problem[];
  /** Path of another file that is the same runbook in the same language. */
  readonly twin: string | null;
}

/**
 * Reads and lints files together, so that they may name each other. `known`: runbooks that exist besides, by id without
 * language. Pure.
 */
export function check(
  files: readonly SourceFile[],
  names: (runbooks: readonly string[]) => Names,
  known: readonly string[],
): readonly Checked[] {
  const parsed = files.map((file) => ({ ...file, ...parseRunbook(file.source) }));
  const own = parsed.flatMap(({ runbook }) => (runbook ? [runbook.id] : []));
  const around = names([...new Set([...own, ...known])]);
  const first = new Map<string, string>();
  return parsed.map(({ path, source, runbook, problems }) => {
    const id = runbook && entryId(runbook);
    const twin = (id && first.get(id)) ?? null;
    if (id && twin === null) first.set(id, path);
    return {
      path,
      source,
      runbook,
      twin,
      problems: runbook ? [...problems, ...lintRunbook(runbook, around)] : problems,
    };
  });
}

/** Whether it must not be pushed. */
export const isBad = ({ problems, twin }: Checked): boolean =>
  twin !== null || problems.some(({ level }) => level === 'error');
