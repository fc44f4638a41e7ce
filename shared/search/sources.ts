import { type ActionItem, describeActionItem } from '../action-item/index.ts';
import { describeCall, type Escalation } from '../escalation/index.ts';
import {
  describeIncident,
  describeLine,
  entryPath,
  type Incident,
  incidentPath,
  type TimelineEntry,
} from '../incident/index.ts';
import {
  describePostmortem,
  describeSection,
  type Postmortem,
  postmortemPath,
  type SectionVersion,
  sectionPath,
} from '../postmortem/index.ts';
import { describeRunbook, listRunbooks, runbookSource } from '../runbook/index.ts';
import type { Described, Kind } from '../search-index/index.ts';
import { every } from '../store/every.ts';
import type { Query, Store } from '../store/port.ts';
import { calls, countedRecords, type QueryShape, timeline } from '../store/shapes.ts';

/** A transaction, or a store by itself. */
export type Gets = Pick<Store, 'get'>;

/** Where the entries of a kind come from. */
export interface Source {
  /** Every record by its id. */
  ids(store: Store): AsyncIterable<string>;
  /** The parts that a record may have, beside its own words. */
  parts(store: Store, id: string): Promise<readonly string[]>;
  /** What is to be found of a record, or of one part of it; null where there is none. Reads by path alone. */
  describe(reads: Gets, id: string, part: string | null): Promise<Described | null>;
}

async function* idsOf(
  store: Store,
  shape: QueryShape,
  values: Query['values'] = {},
  parent?: string,
): AsyncGenerator<string> {
  for await (const { id } of every(store, { shape, values, ...(parent !== undefined && { parent }) }))
    yield id;
}

const whole = <T>(shape: QueryShape, collection: string, describe: (data: T) => Described): Source => ({
  ids: (store) => idsOf(store, shape),
  parts: async () => [],
  async describe(reads, id) {
    const found = (await reads.get<T>(`${collection}/${id}`))?.data;
    return found ? describe(found) : null;
  },
});

const incidents: Source = {
  ids: (store) => idsOf(store, countedRecords.incidents),
  async parts(store, id) {
    const lines: string[] = [];
    for await (const line of idsOf(store, timeline.entries.newest, { kept: true }, incidentPath(id)))
      lines.push(line);
    return lines;
  },
  async describe(reads, id, part) {
    const incident = (await reads.get<Incident>(incidentPath(id)))?.data;
    if (!incident || part === null) return incident ? describeIncident(incident) : null;
    const line = (await reads.get<TimelineEntry>(entryPath(incidentPath(id), part)))?.data;
    return line ? describeLine(incident, line) : null;
  },
};

const postmortems: Source = {
  ids: (store) => idsOf(store, countedRecords.postmortems),
  async parts(store, id) {
    const state = (await store.get<Postmortem>(postmortemPath(id)))?.data;
    return Object.entries(state?.sections ?? {}).flatMap(([part, { version }]) =>
      version > 0 ? [part] : [],
    );
  },
  async describe(reads, id, part) {
    const state = (await reads.get<Postmortem>(postmortemPath(id)))?.data;
    if (!state || part === null) return state ? describePostmortem(state) : null;
    const head = state.sections[part];
    const kept = head && (await reads.get<SectionVersion>(sectionPath(id, part, head.version)))?.data;
    return kept ? describeSection(state, part, kept.text, kept.at) : null;
  },
};

const runbooks: Source = {
  async *ids(store) {
    for (const { id } of await listRunbooks(store)) yield id;
  },
  parts: async () => [],
  async describe(reads, id) {
    const entry = (await listRunbooks(reads)).find((one) => one.id === id);
    const kept = entry && (await runbookSource(reads, id, entry.version));
    return entry && kept ? describeRunbook(entry, kept.source) : null;
  },
};

export const SOURCES: Readonly<Record<Kind, Source>> = {
  incident: incidents,
  call: whole<Escalation>(calls.all, 'escalations', describeCall),
  postmortem: postmortems,
  'action-item': whole<ActionItem>(countedRecords.actionItems, 'action-items', describeActionItem),
  runbook: runbooks,
};
