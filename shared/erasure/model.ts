import type { EventBase, RecordState } from '../tasks/index.ts';

/**
 * How far a name is replaced. `own`: only where it stands with the person's id. `value`: also where it is all that stands
 * there (a cell, an imported name). `text`: within sentences, too.
 */
export const LEVELS = ['own', 'value', 'text'] as const;
export type Level = (typeof LEVELS)[number];
export const isLevel = (said: string): said is Level => (LEVELS as readonly string[]).includes(said);

/** A name of the person: a display name, a spelling of a rota, an address. */
export interface Name {
  readonly name: string;
  readonly level: Level;
}

/** Whom to replace by whom. `user`: null for somebody who was only ever a name (imported). */
export interface Replacing {
  readonly user: string | null;
  readonly names: readonly Name[];
  readonly pseudonym: { readonly id: string; readonly name: string };
  /** Names of others of which one of theirs is a part, as 田中 健 of 田中 健太: these stay whole. */
  readonly spared?: readonly string[];
}

/** What the look found of one name. */
export interface Found {
  /** Texts that hold it among other words. */
  readonly texts: number;
  /** Values beside the id of somebody else: they are called so, too. */
  readonly others: number;
  /** The first such texts, for a look. */
  readonly places: readonly Place[];
}

export interface Place {
  readonly path: string;
  /** The words around it. User text. */
  readonly text: string;
}

export const STAGES = ['gather', 'count', 'sweep'] as const;
export type Stage = (typeof STAGES)[number];

/** How far the walk over all documents has come. */
export interface Position {
  readonly stage: Stage;
  /** The first for the first time through. */
  readonly pass: number;
  /** Index of the collection. */
  readonly collection: number;
  readonly cursor: string | null;
  /** Documents looked at in this pass. */
  readonly seen: number;
  /** Documents written in this pass, and those that somebody was at work on. */
  readonly changed: number;
  readonly busy: number;
}

/**
 * Whose erasure it is: kept until it is done, then deleted. Everything that names the person stands here and nowhere
 * else of an erasure. Kept at `erasure-subjects/<pseudonym>`.
 */
export interface Subject extends Replacing {
  /** As the admin typed it. */
  readonly said: string;
  readonly found: Readonly<Record<string, Found>>;
  /** Kind of record (`incidents`) → documents of it that hold the person; while it runs, that were written. */
  readonly counts: Readonly<Record<string, number>>;
  /** Paths of incidents and calls under legal hold: what belongs to them keeps the name. */
  readonly held: readonly string[];
  readonly position: Position;
}

export type Phase = 'looking' | 'looked' | 'erasing' | 'erased' | 'discarded';

interface By {
  readonly user: string;
  readonly name: string;
}

/** An erasure as it stays: the pseudonym, who did it and how much. Never the name. Kept at `erasures/<pseudonym>`. */
export interface Erasure extends RecordState {
  readonly id: string;
  readonly name: string;
  readonly phase: Phase;
  /** The admin of the last step. */
  readonly by: By;
  /** Epoch ms, of the last step. */
  readonly at: number;
  /** Kind of record (`incidents`) → documents of it that were rewritten or deleted. */
  readonly counts: Readonly<Record<string, number>>;
  /** Times over all documents until nothing was found. */
  readonly passes: number;
  /** Paths of incidents and calls that still hold the name, for they were under legal hold. */
  readonly held: readonly string[];
  /** The last pass found nothing; false where records of the person went on being written. */
  readonly clean: boolean;
}

export type ErasureEvent = EventBase &
  (
    | { readonly type: 'begun'; readonly id: string; readonly name: string; readonly by: By }
    | { readonly type: 'looked' }
    | { readonly type: 'confirmed'; readonly by: By }
    | ({ readonly type: 'erased' } & Pick<Erasure, 'counts' | 'passes' | 'clean' | 'held'>)
    | { readonly type: 'discarded' }
  );

export const erasurePath = (id: string): string => `erasures/${id}`;
export const subjectPath = (id: string): string => `erasure-subjects/${id}`;
