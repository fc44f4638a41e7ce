import type { TobanError } from '../platform/errors.ts';

import type { Decision, EventBase, Pointer, RecordState, Task } from './model.ts';

export interface Attempt {
  /** Aborts when the request's budget ends; hand it to every external call. */
  readonly signal: AbortSignal;
  /** Epoch ms of an earlier attempt whose outcome is unknown: look before doing it again. Null otherwise. */
  readonly unsureSince: number | null;
  readonly now: number;
}

/** What a noun says about one kind of its tasks. The runner owns claiming, leases, retries and the ledger. */
export interface TaskKind<S extends RecordState, E extends EventBase, Step = unknown, Result = unknown> {
  /** Read in the transaction that claims: false → the task ends as superseded and nothing is done. */
  guard(state: S, task: Task<Step>): boolean;
  /** One external effect, safe to repeat. Throws TobanError. */
  perform(state: S, task: Task<Step>, attempt: Attempt): Promise<Result>;
  /**
   * Where the guard no longer holds and an earlier attempt's outcome is unknown: looks for what that attempt did, and
   * does nothing. Null when it did nothing. What slipped through is then noted by `done`, and can be corrected.
   */
  find?(state: S, task: Task<Step>, attempt: Attempt): Promise<Result | null>;
  /** What follows from success, decided in the transaction that ends the task. It may arm the task itself anew. */
  done?(state: S, task: Task<Step>, result: Result, now: number): Decision<E>;
  /** What follows from a refusal that a person should hear of. */
  refused?(state: S, task: Task<Step>, error: TobanError, now: number): Decision<E>;
  /** A refusal ends it unless this says otherwise: a call is tried until it is sent, superseded or expired. */
  readonly persistent: boolean;
}

/** How a noun's record is made of its events. */
export interface Fold<S extends RecordState, E extends EventBase> {
  evolve(state: S | null, event: E): S;
  /** Documents elsewhere that follow from a change of the record, written in its transaction. Pure. */
  follow?(before: S | null, after: S, now: number): readonly Pointer[];
  /** What others may have asked to hear of a change; null where it is no news, which then costs no read. Pure. */
  announce?(record: string, before: S | null, after: S, now: number): Announcement | null;
}

/** News of a record. `path`: the document that says who listens, read in the transaction of the change. */
export interface Announcement {
  readonly path: string;
  /** What is written for those who listen, in the same transaction: whoever listened before it hears of it. */
  tell(listeners: object): readonly Pointer[];
}

/** A noun's kinds with the fold of its record; `kind` of a task is `<noun>.<name>`. */
export interface Noun<S extends RecordState, E extends EventBase> extends Fold<S, E> {
  readonly name: string;
  // Each kind has its own Step and Result; the runner passes them through unseen.
  readonly kinds: Readonly<Record<string, TaskKind<S, E>>>;
}
