import type { Decision, EventBase, RecordState } from '../tasks/index.ts';
import type { Kind, Rules } from './schemas.ts';

type Times = Readonly<Partial<Record<Kind, number>>>;

/** A rule that is new or shorter than before, and is not followed yet. Epoch ms; `toldAt` null: nobody has been told. */
export interface Waiting {
  readonly ms: number;
  readonly announcedAt: number;
  readonly toldAt: number | null;
}

/** How many went, by kind. */
export type Counts = Readonly<Partial<Record<Kind, number>>>;

/** Where a deletion has come to: in which source, and after which page of it. */
export interface Place {
  readonly source: string;
  readonly cursor: string | null;
}

/** Which rules are followed, and which wait until people know of them. */
export interface Retention extends RecordState {
  /** Ms; a kind that is not there is kept for ever. */
  readonly followed: Times;
  readonly waiting: Readonly<Partial<Record<Kind, Waiting>>>;
  readonly last: { readonly period: number; readonly endedAt: number; readonly counts: Counts } | null;
}

export type RetentionEvent = EventBase &
  (
    | { readonly type: 'announced'; readonly rules: Times }
    | { readonly type: 'told'; readonly rules: Times }
    /** `rules`: ms; null: for ever. */
    | { readonly type: 'followed'; readonly rules: Readonly<Partial<Record<Kind, number | null>>> }
    | { readonly type: 'ran'; readonly period: number; readonly counts: Counts }
  );

export type Command =
  /** Each night, with what the configuration says. */
  {
    readonly type: 'look';
    readonly rules: Rules;
    readonly owners: readonly string[];
    readonly period: number;
  };

export type RetentionDecision = Decision<RetentionEvent>;

export const RETENTION_PATH = 'retention/rules';
/** Between the word to the admins and the first deletion by a rule: no less than this, and a night. */
export const NOTICE_MS = 20 * 3_600_000;
