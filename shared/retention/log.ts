import { parsePath } from '../store/path.ts';
import type { Page, Store, Transaction } from '../store/port.ts';
import { removalsDone } from '../store/retention-shapes.ts';
import type { Counts } from './model.ts';
import type { Kind } from './schemas.ts';
import { mainSource } from './sources/all.ts';

/** Part of what one night deleted: ids and times, nobody's words. Written with each deletion, in its transaction. */
export interface NightLog {
  /** Of the night: the turn of the job, epoch ms. */
  readonly period: number;
  readonly removed: readonly {
    readonly kind: Kind;
    /** Paths; the first is the record, the others went with it. */
    readonly records: readonly string[];
    readonly endedAt: number;
    readonly at: number;
  }[];
}

/** Lines, and paths in them: a document may have 1 MiB, and an incident take many with it. */
const IN_ONE = { lines: 300, paths: 5_000 };
const logPath = (period: number, part: number): string =>
  `retention-runs/${String(period).padStart(15, '0')}-${String(part).padStart(5, '0')}`;

/** Reads where the night's log stands; what it returns writes one line more. `from`: a part that there is room in, or before. */
export async function noteRemoved(
  tx: Transaction,
  period: number,
  line: NightLog['removed'][number],
  from: number,
): Promise<{ readonly part: number; readonly write: () => void }> {
  for (let part = from; ; part += 1) {
    const log = (await tx.get<NightLog>(logPath(period, part)))?.data ?? null;
    if (log && isFull(log, line)) continue;
    const removed = [...(log?.removed ?? []), line];
    return { part, write: () => tx.put<NightLog>(logPath(period, part), { period, removed }) };
  }
}

function isFull({ removed }: NightLog, { records }: NightLog['removed'][number]): boolean {
  const paths = removed.reduce((sum, one) => sum + one.records.length, records.length);
  return removed.length >= IN_ONE.lines || paths > IN_ONE.paths;
}

/**
 * How many of each kind went, as a preview counts them: each of the incidents that went together; not what lay around of
 * a kind, such as reminders. Pure.
 */
export function countsIn(removed: NightLog['removed']): Counts {
  const counts: Partial<Record<Kind, number>> = {};
  for (const { kind, records } of removed) {
    const { collection } = mainSource(kind).shape;
    const count = records.filter((path) => parsePath(path).collection === collection).length;
    if (count > 0) counts[kind] = (counts[kind] ?? 0) + count;
  }
  return counts;
}

/** How many records of each kind one night deleted. */
export async function countsOf(store: Store, period: number): Promise<Counts> {
  const counts: Partial<Record<Kind, number>> = {};
  for (let part = 0; ; part += 1) {
    const log = (await store.get<NightLog>(logPath(period, part)))?.data;
    if (!log) return counts;
    for (const [kind, count] of Object.entries(countsIn(log.removed)) as [Kind, number][])
      counts[kind] = (counts[kind] ?? 0) + count;
  }
}

/** The latest parts of the log, the latest first. */
export async function recentLogs(store: Store, limit: number): Promise<readonly NightLog[]> {
  const page: Page<NightLog> = await store.page<NightLog>({ shape: removalsDone, values: {}, limit });
  return page.docs.map(({ data }) => data);
}
