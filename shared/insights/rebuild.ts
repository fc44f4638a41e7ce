import { type ActionItem, actionItemSummary } from '../action-item/index.ts';
import { callSummary, type Escalation } from '../escalation/index.ts';
import { type Incident, incidentSummary } from '../incident/index.ts';
import { type Postmortem, postmortemSummary } from '../postmortem/index.ts';
import { every } from '../store/every.ts';
import type { Store } from '../store/port.ts';
import { calls, countedRecords, type QueryShape, summaries } from '../store/shapes.ts';
import {
  type Change,
  changePath,
  changes,
  KINDS,
  type Kind,
  monthOf,
  type Summary,
} from '../summary/index.ts';
import { type MonthPart, readMonth } from './month.ts';
import { rollUp } from './roll.ts';

/** Where each kind comes from: every record, and what is counted of it. */
interface Source {
  readonly shape: QueryShape;
  readonly collection: string;
  summarise(data: never): Summary | null;
}
const SOURCES: Readonly<Record<Kind, Source>> = {
  incident: {
    shape: countedRecords.incidents,
    collection: 'incidents',
    summarise: (data: Incident) => incidentSummary(data),
  },
  call: { shape: calls.all, collection: 'escalations', summarise: (data: Escalation) => callSummary(data) },
  postmortem: {
    shape: countedRecords.postmortems,
    collection: 'postmortems',
    summarise: (data: Postmortem) => postmortemSummary(data),
  },
  'action-item': {
    shape: countedRecords.actionItems,
    collection: 'action-items',
    summarise: (data: ActionItem) => actionItemSummary(data),
  },
};

/** A summary that is not as its record says. */
export interface Difference {
  readonly kind: Kind;
  readonly id: string;
  /** As the figures have it; null: not at all. */
  readonly counted: Summary | null;
  /** As the record says; null: it is not to be counted, or there is none. */
  readonly recorded: Summary | null;
}

/**
 * Compares every record with what the figures have of it; what they have of a record that is no longer kept stays, since
 * nothing else tells of it. Reads everything; changes nothing.
 */
export async function findDifferences(store: Store): Promise<{ records: number; differences: Difference[] }> {
  let records = 0;
  const differences: Difference[] = [];
  for (const kind of KINDS) {
    const { recorded, known } = await fromRecords(store, kind);
    const counted = await fromMonths(store, kind);
    records += recorded.size;
    for (const key of new Set([...recorded.keys(), ...counted.keys()])) {
      const [is, has] = [recorded.get(key) ?? null, counted.get(key) ?? null];
      if (is?.row === has?.row && is?.at === has?.at) continue;
      if (has && !known.has(has.id)) continue;
      differences.push({ kind, id: (is ?? has)?.id ?? '', counted: has, recorded: is });
    }
  }
  return { records, differences };
}

/** By month and id: what stands in two months is two. */
const keyOf = ({ at, id }: Summary): string => `${monthOf(at)} ${id}`;

/** `known`: ids of all records that there are, also of those that are not counted. */
async function fromRecords(
  store: Store,
  kind: Kind,
): Promise<{ readonly recorded: Map<string, Summary>; readonly known: ReadonlySet<string> }> {
  const { shape, summarise } = SOURCES[kind];
  const docs = await Array.fromAsync(every<never>(store, { shape }));
  const found = docs.flatMap(({ data }) => summarise(data) ?? []);
  return {
    recorded: new Map(found.map((one) => [keyOf(one), one])),
    known: new Set(docs.map(({ id }) => id)),
  };
}

/** The months, and over them what waits in the queue. */
async function fromMonths(store: Store, kind: Kind): Promise<Map<string, Summary>> {
  const waiting = await Array.fromAsync(every<Change>(store, { shape: summaries.changes }));
  const parts = await Array.fromAsync(every<MonthPart>(store, { shape: summaries.months }));
  const months = new Set(parts.filter(({ data }) => data.kind === kind).map(({ data }) => data.month));
  const rows = new Map<string, Summary>();
  for (const month of months)
    for (const one of (await readMonth(store, kind, month)).values()) rows.set(`${month} ${one.id}`, one);
  for (const { data } of waiting) {
    if (data.kind !== kind) continue;
    const { id, at, row, month } = data;
    if (row === null) rows.delete(`${month} ${id}`);
    else rows.set(`${month} ${id}`, { id, at, row });
  }
  return rows;
}

const SIDE_BY_SIDE = 20;

/**
 * Makes the figures what the records say: each difference is queued from its record, read again in the transaction
 * that queues it, and rolled up like any other change, so that it may run beside everything else.
 */
export async function rebuild(store: Store, now: number, signal: AbortSignal): Promise<number> {
  const { differences } = await findDifferences(store);
  for (let i = 0; i < differences.length && !signal.aborted; i += SIDE_BY_SIDE)
    await Promise.all(differences.slice(i, i + SIDE_BY_SIDE).map((one) => queue(store, one, now)));
  await rollUp(store, signal);
  return differences.length;
}

function queue(store: Store, { kind, id, counted }: Difference, now: number): Promise<void> {
  const { collection, summarise } = SOURCES[kind];
  return store.transaction(async (tx) => {
    const record = await tx.get<never>(`${collection}/${id}`);
    const recorded = record && summarise(record.data);
    // What is counted in its month is put there anew even where the record has changed back since.
    const anew = recorded ? changes(kind, null, recorded, now) : [];
    const moved = counted ? changes(kind, counted, recorded, now) : [];
    for (const change of [...moved, ...anew]) tx.put(changePath(change), change);
  });
}
