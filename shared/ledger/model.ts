import type { Escalation } from '../escalation/index.ts';

/** The tabs of the list. */
export const filters = ['all', 'open', 'acknowledged', 'late', 'failed'] as const;
export type Filter = (typeof filters)[number];

/** What the list is asked for, as it stands in the address bar. */
export interface CallQuery {
  readonly filter: Filter;
  /** Id of a rota; empty for all. */
  readonly rota: string;
  /** Part of the name, or the id, of somebody who asked, was called or has it. */
  readonly person: string;
  /** Words of the request. */
  readonly text: string;
  /** Received since, and before, epoch ms; null: no bound. */
  readonly from: number | null;
  readonly to: number | null;
  readonly cursor: string | null;
}

/** One call in the list. */
export interface CallRow {
  readonly id: string;
  readonly call: Escalation;
  /** How many of its side effects were given up; 0 where the list was not asked for that. */
  readonly failed: number;
}

export interface CallList {
  readonly rows: readonly CallRow[];
  /** Hand it back for older ones; null at the end. */
  readonly cursor: string | null;
  /** Set when the search stopped before its end: everything since this instant has been looked at. */
  readonly searchedTo: number | null;
}

/** A document of a record's history. Older and newer versions of Toban wrote other types, so none is taken for granted. */
export interface StoredEvent {
  readonly type: string;
  readonly at: number;
  readonly seq: number;
  readonly [field: string]: unknown;
}
