import type { Page, Store } from '../store/port.ts';
import { summaries } from '../store/shapes.ts';
import { type Change, KINDS, type Kind, type Summary } from '../summary/index.ts';
import { monthsBetween, readMonth } from './month.ts';

/** More than this wait to be rolled up only while a great many records come in at once. */
const MOST_CHANGES = 1_000;

export interface Read {
  readonly rows: ReadonlyMap<Kind, readonly Summary[]>;
  /** More has changed than was looked at: some is not counted yet. */
  readonly behind: boolean;
}

/**
 * All summaries of a period, as they are now: one document for each kind and month (more where a month has more than
 * about 6,000), and at most 1,000 changes that are not rolled up yet. Half-open, epoch ms.
 */
export async function readSummaries(
  store: Store,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<Read> {
  // The queue first: what is rolled up in between is then seen twice, and the same.
  const waiting: Page<Change> = await store.page<Change>({
    shape: summaries.changes,
    values: {},
    limit: MOST_CHANGES,
  });
  const months = monthsBetween(from, to);
  const read = async (kind: Kind): Promise<[Kind, Summary[]]> => {
    const rolled = await Promise.all(months.map((month) => readMonth(store, kind, month)));
    const rows = new Map(months.map((month, i) => [month, rolled[i] ?? new Map<string, Summary>()]));
    for (const { data } of waiting.docs) {
      const own = data.kind === kind ? rows.get(data.month) : undefined;
      if (data.row === null) own?.delete(data.id);
      else own?.set(data.id, { id: data.id, at: data.at, row: data.row });
    }
    const all = [...rows.values()].flatMap((month) => [...month.values()]);
    return [kind, all.filter(({ at }) => at >= from && at < to)];
  };
  return { rows: new Map(await Promise.all(KINDS.map(read))), behind: waiting.cursor !== null };
}
