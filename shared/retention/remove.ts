import { recordId } from '../platform/ids.ts';
import { every } from '../store/every.ts';
import { parsePath } from '../store/path.ts';
import type { Doc, Store, Transaction } from '../store/port.ts';
import { allBeneath, unfinishedRemovals } from '../store/retention-shapes.ts';
import { commentsOfPostmortem, eventsOfRecord, tasksOfRecord } from '../store/shapes.ts';
import type { Age, Plan, Source, Verdict } from './verdict.ts';

/** What is to be deleted still once its records are gone. */
interface Removal {
  /** Paths of records that are gone: what lies beneath them goes. */
  readonly records: readonly string[];
  /** Paths that go themselves, with what lies beneath. */
  readonly traces: readonly string[];
}

/** A document may have 1 MiB. */
const PATHS_IN_ONE = 3_000;
const AT_ONCE = 200;

/**
 * Deletes one record with everything that belongs to it, if it is still to go. What people can open goes in one transaction,
 * which decides again by what it reads, and which notes what is left; that follows, out of sight, and is finished by
 * whoever comes next where this dies. `note`: called in the transaction, its reads before all writes.
 */
export async function remove(
  store: Store,
  source: Source,
  path: string,
  age: Age,
  note: (tx: Transaction, endedAt: number, plan: Plan) => Promise<() => void>,
): Promise<Verdict> {
  const gathered = await source.gather?.(store, path, age.before);
  const { verdict, removals } = await store.transaction(async (tx) => {
    const verdict = await source.judge(tx, path, age, gathered);
    if (!verdict?.goes) return { verdict, removals: [] };
    const { endedAt, plan } = verdict;
    const write = await note(tx, endedAt, plan);
    const removals = removalsOf(path, plan);
    for (const record of plan.records) tx.delete(record);
    for (const one of removals) tx.put(one.path, one.data);
    write();
    return { verdict, removals };
  });
  for (const one of removals) await finish(store, one);
  return verdict;
}

function removalsOf(path: string, { records, traces }: Plan): Pick<Doc<Removal>, 'path' | 'data'>[] {
  const swept = records.some((record) => beneathOf(record).length > 0);
  if (!swept && traces.length === 0) return [];
  const parts: Pick<Doc<Removal>, 'path' | 'data'>[] = [];
  for (let at = 0; at === 0 || at < traces.length; at += PATHS_IN_ONE)
    parts.push({
      path: `removals/${recordId('rm', path, String(at))}`,
      data: { records: at === 0 ? records : [], traces: traces.slice(at, at + PATHS_IN_ONE) },
    });
  return parts;
}

/** Finishes what was begun and cut off. Stops between two when `signal` aborts. */
export async function finishRemovals(store: Store, signal: AbortSignal): Promise<void> {
  for await (const one of every<Removal>(store, { shape: unfinishedRemovals })) {
    if (signal.aborted) return;
    await finish(store, one);
  }
}

/** A record's history last: while it is there, nobody can make the same record anew. */
async function finish(store: Store, { path, data }: Pick<Doc<Removal>, 'path' | 'data'>): Promise<void> {
  for (const trace of data.traces) await deleteBeneath(store, trace);
  await deleteAll(store, data.traces);
  for (const record of data.records) await deleteBeneath(store, record);
  await deleteAll(store, [path]);
}

/** All that lies beneath one document: the lists that are there anyhow cost no entry of an index for each task and event. */
const LISTS = { ...allBeneath, tasks: tasksOfRecord, events: eventsOfRecord, comments: commentsOfPostmortem };
type Beneath = keyof typeof LISTS;
const HISTORY: readonly Beneath[] = ['tasks', 'events'];
/** What lies beneath the records of a collection. */
const BENEATH: Readonly<Record<string, readonly Beneath[]>> = {
  incidents: ['entries', ...HISTORY],
  'timeline-entries': HISTORY,
  escalations: HISTORY,
  postmortems: ['versions', 'comments', ...HISTORY],
  'action-items': HISTORY,
  'action-reminders': HISTORY,
  runs: HISTORY,
  alerts: ['members', ...HISTORY],
  overrides: HISTORY,
  'dead-letters': HISTORY,
  requests: HISTORY,
  choices: HISTORY,
  hints: HISTORY,
  'legal-holds': ['events'],
};
const beneathOf = (path: string): readonly Beneath[] => BENEATH[parsePath(path).collection] ?? [];

async function deleteBeneath(store: Store, parent: string): Promise<void> {
  for (const collection of beneathOf(parent)) {
    const shape = LISTS[collection];
    for (;;) {
      const page = await store.page({ shape, values: {}, parent, limit: AT_ONCE });
      await deleteAll(
        store,
        page.docs.map((doc) => doc.path),
      );
      if (page.cursor === null) break;
    }
  }
}

async function deleteAll(store: Store, paths: readonly string[]): Promise<void> {
  for (let at = 0; at < paths.length; at += AT_ONCE)
    await store.transaction(async (tx) => {
      for (const path of paths.slice(at, at + AT_ONCE)) tx.delete(path);
    });
}
