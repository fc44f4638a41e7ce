import { auditDocument } from '../audit/index.ts';
import { TobanError } from '../platform/errors.ts';
import { entryPointer } from '../search-index/index.ts';
import type { Store } from '../store/port.ts';
import { lintRunbook, type Names } from './lint.ts';
import { entryId, type Match, type Problem, type Runbook } from './model.ts';
import { type Parsed, parseRunbook } from './parse.ts';
import { INDEX, runbookRecord, versionOf, versionPath } from './records.ts';
import type { Person } from './run-model.ts';
import { describeRunbook } from './search.ts';

/** What a list shows of a runbook. `id` with its language: `payment-outage.ja`. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly language: Runbook['language'];
  readonly version: string;
  readonly steps: number;
  readonly match: Match;
  readonly at: number;
  readonly by: string;
  /** It is offered no more; missing where it is. */
  readonly retired?: Retired;
}

/** Since when, and the name of who did it. */
export interface Retired {
  readonly at: number;
  readonly by: string;
}

export interface Index {
  readonly entries: readonly Entry[];
}

/** One version as somebody wrote it. Never changed; a run plays the one it began with. */
export interface Version {
  readonly source: string;
  readonly at: number;
  readonly by: Person;
  /** The version before it; null for the first. */
  readonly before: string | null;
}

export interface Pushed {
  /** Null where it was refused for its problems. */
  readonly entry: Entry | null;
  readonly changed: boolean;
  readonly problems: readonly Problem[];
  /** Why a save from an editor was refused; always null where nothing was expected. */
  readonly conflict: Conflict | null;
}

/** What somebody wrote on: which runbook and which version of it; both null for one that is to be new. */
export interface Expected {
  readonly id: string | null;
  readonly version: string | null;
}

/** `stale`: somebody saved in between. `exists`: there is one of that id. `other-id`: it names another runbook. */
export type Conflict = 'stale' | 'exists' | 'other-id';

/** More would not fit one document comfortably. */
const MOST_RUNBOOKS = 300;

/** What a source says and what is wrong with it: all that keeps it from being read, and all that the linter finds. */
export function checkRunbook(source: string, names: Names): Parsed {
  const parsed = parseRunbook(source);
  return { runbook: parsed.runbook, problems: linted(parsed, names) };
}

const linted = ({ runbook, problems }: Parsed, names: Names): readonly Problem[] =>
  [...problems, ...(runbook ? lintRunbook(runbook, names) : [])].sort(
    (a, b) => a.line - b.line || a.column - b.column,
  );

/**
 * Takes a runbook as it is written. With an error it is refused whole, and what was there stays. Pushed twice is once.
 * `expected`: refused where it is not what was written on any more.
 */
export async function pushRunbook(
  store: Store,
  source: string,
  by: Person,
  names: Names,
  now: number,
  expected: Expected | null = null,
): Promise<Pushed> {
  const { runbook, problems } = checkRunbook(source, names);
  const unchanged = (entry: Entry | null, conflict: Conflict | null = null): Pushed => ({
    entry,
    changed: false,
    problems,
    conflict,
  });
  if (!runbook || problems.some(({ level }) => level === 'error')) return unchanged(null);
  const id = entryId(runbook);
  const version = versionOf(source);
  return store.transaction(async (tx): Promise<Pushed> => {
    const { entries } = (await tx.get<Index>(INDEX))?.data ?? { entries: [] };
    const before = entries.find((one) => one.id === id);
    if (before?.version === version) return unchanged(before);
    const conflict = expected && conflictOf(expected, id, before?.version ?? null);
    if (conflict) return unchanged(before ?? null, conflict);
    if (!before && entries.length >= MOST_RUNBOOKS)
      throw new TobanError('refused', `there are ${MOST_RUNBOOKS} runbooks already`, { reason: 'too-many' });
    const kept = await tx.get<Version>(versionPath(id, version));
    const { title, language, match, sections } = runbook;
    const steps = sections.reduce((sum, section) => sum + section.steps.length, 0);
    const entry: Entry = {
      ...{ id, title, language, version, steps, match, at: now, by: by.name },
      // New words alone bring nothing back.
      ...(before?.retired && { retired: before.retired }),
    };
    if (!kept) {
      const data: Version = { source, at: now, by, before: before?.version ?? null };
      tx.put(versionPath(id, version), data);
    }
    tx.put<Index>(INDEX, { entries: [...entries.filter((one) => one.id !== id), entry] });
    const found = entryPointer('runbook', describeRunbook(entry, source));
    tx.put(found.path, found.data);
    const { path, data } = auditDocument({
      at: now,
      by: by.user,
      name: by.name,
      ...(by.via && { via: by.via }),
      action: 'runbook.push',
      record: runbookRecord(id),
      target: version,
    });
    tx.put(path, data);
    return { entry, changed: true, problems, conflict: null };
  });
}

function conflictOf(expected: Expected, id: string, version: string | null): Conflict | null {
  if (expected.id === null) return version === null ? null : 'exists';
  if (expected.id !== id) return 'other-id';
  return expected.version === version ? null : 'stale';
}

export const listRunbooks = async (store: Pick<Store, 'get'>): Promise<readonly Entry[]> =>
  (await store.get<Index>(INDEX))?.data.entries ?? [];

/** Those that may be started, without the retired ones. */
export const listOffered = async (store: Pick<Store, 'get'>): Promise<readonly Entry[]> =>
  (await listRunbooks(store)).filter(({ retired }) => !retired);

export const runbookSource = async (
  store: Pick<Store, 'get'>,
  id: string,
  version: string,
): Promise<Version | null> =>
  /^[a-z0-9_-]{1,60}\.(ja|en)$/.test(id) && /^[0-9a-f]{16}$/.test(version)
    ? ((await store.get<Version>(versionPath(id, version)))?.data ?? null)
    : null;

/** The documents of versions never change, so what was read once stays true. */
const read = new Map<string, Parsed>();
const MOST_READ = 100;

async function parsedAt(store: Store, id: string, version: string): Promise<Parsed | null> {
  const known = read.get(`${id} ${version}`);
  if (known) return known;
  const kept = await runbookSource(store, id, version);
  if (!kept) return null;
  const parsed = parseRunbook(kept.source);
  if (read.size >= MOST_READ) read.clear();
  read.set(`${id} ${version}`, parsed);
  return parsed;
}

/** A pinned version, ready to be played. Throws `bug` where it is gone: versions are never deleted. */
export async function runbookAt(store: Store, id: string, version: string): Promise<Runbook> {
  const runbook = (await parsedAt(store, id, version))?.runbook;
  if (!runbook) throw new TobanError('bug', `the runbook ${id} has no version ${version}`);
  return runbook;
}

/** What the linter says of a kept version today: a role it names may have gone since. */
export async function checkKept(
  store: Store,
  { id, version }: Pick<Entry, 'id' | 'version'>,
  names: Names,
): Promise<readonly Problem[]> {
  const parsed = await parsedAt(store, id, version);
  return parsed ? linted(parsed, names) : [];
}
