import type { ErrorCode } from '../platform/errors.ts';

/** `calls`: somebody waits for it. `work`: everything else. Each lane has its own topic and its own service. */
export type Lane = 'calls' | 'work';

/** How a task ended. `superseded`: its guard no longer held, so nothing was done. */
export type Outcome = 'done' | 'superseded' | 'expired' | 'failed';

/**
 * One side effect, or one moment to come. `dueAt` says it all: due now, due later (a timer), moved (a retry),
 * now + lease (under way), null (ended). JSON only; kept at `<record>/tasks/<id>`.
 */
export interface Task<Step = unknown> {
  readonly id: string;
  /** Path of the record it belongs to: `escalations/esc_…`. */
  readonly record: string;
  readonly kind: string;
  readonly lane: Lane;
  /** Epoch ms; null when it has ended. */
  readonly dueAt: number | null;
  readonly step: Step;
  readonly attempts: number;
  /**
   * Set while an attempt runs, and kept when its outcome is unknown. `at`: when it began; `since`: the first attempt
   * of unknown outcome, which is this one or an earlier one. Epoch ms.
   */
  readonly attempt: { readonly token: string; readonly at: number; readonly since: number } | null;
  /** Armed again while under way: it runs once more when this run ends. */
  readonly again: boolean;
  readonly lastError: {
    readonly code: ErrorCode;
    readonly reason: string | null;
    readonly at: number;
  } | null;
  readonly outcome: Outcome | null;
  readonly result: unknown;
  readonly createdAt: number;
  readonly endedAt: number | null;
  /** Set with the outcomes `failed` and `expired`: what was given up is found by it. */
  readonly failedAt: number | null;
  /** After this it ends as `expired` instead of being tried again. */
  readonly expiresAt: number;
}

/** A task as a decision asks for it. `arm`: one task for many causes ("show version ≥ n"): run it again if it exists. */
export interface NewTask {
  readonly id: string;
  readonly kind: string;
  readonly lane: Lane;
  readonly dueAt: number;
  readonly step: unknown;
  readonly mode?: 'create' | 'arm';
}

/** A fact of a record's history, as a decision states it. */
export interface EventBase {
  readonly type: string;
  /** Epoch ms. */
  readonly at: number;
}

/** The folded state of a record: `version` counts its events. */
export interface RecordState {
  readonly version: number;
}

/** A document beside a record that goes with its transaction. */
export interface Pointer {
  readonly path: string;
  readonly data: object;
}

/** What a pure `decide` answers: facts, and what must follow from them. */
export interface Decision<E extends EventBase> {
  readonly events: readonly E[];
  readonly tasks: readonly NewTask[];
  /** Documents elsewhere that lead to the record, written in the same transaction. */
  readonly pointers?: readonly Pointer[];
}

export const LEASE_MS = 30_000;
export const KEEP_TRYING_MS = 24 * 3_600_000;
