/** What is counted, by the noun it comes from. */
export const KINDS = ['incident', 'call', 'postmortem', 'action-item'] as const;
export type Kind = (typeof KINDS)[number];

/** What the figures need of one record. */
export interface Summary {
  /** Of the record; letters, digits, `_` and `-`. */
  readonly id: string;
  /** The instant that says to which month it belongs, epoch ms. */
  readonly at: number;
  /** Its figures as one line of text. */
  readonly row: string;
}

/** A summary that has changed and is not yet part of its month; null `row`: it is to go from there. */
export interface Change {
  readonly kind: Kind;
  readonly id: string;
  /** `2026-11`, UTC: months stay what they are when the workspace changes its time zone. */
  readonly month: string;
  readonly at: number;
  readonly row: string | null;
  readonly changedAt: number;
}

/** The month of an instant, UTC. */
export const monthOf = (at: number): string => new Date(at).toISOString().slice(0, 7);

/** One document for each record and month: the queue holds the latest only. */
export const changePath = ({ kind, id, month }: Pick<Change, 'kind' | 'id' | 'month'>): string =>
  `summary-changes/${kind}-${id}-${month}`;
