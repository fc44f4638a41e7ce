import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

/** An answer: words, a label, a Slack id, a number, an instant (epoch ms), several labels. */
export type Value = string | number | readonly string[];

export interface Person {
  readonly user: string;
  readonly name: string;
  /** The name of the program's key with which it was done for them; absent: by themselves. */
  readonly via?: string | undefined;
}

/** A step that waits for somebody, or for Toban. */
export interface OpenStep {
  readonly step: string;
  /** How often it has been come to: a task of an earlier visit has nothing to do with it. */
  readonly visit: number;
  readonly since: number;
  /** Who has said that they do it, or to whom it was handed. */
  readonly holder: Person | null;
  /** Why what Toban does by itself did not work; somebody tries again or skips it. */
  readonly failed: string | null;
}

export interface Correction {
  readonly value: Value;
  readonly reason: string;
  readonly by: Person;
  readonly at: number;
}

export interface Passed {
  readonly step: string;
  readonly visit: number;
  readonly outcome: 'answered' | 'done' | 'said' | 'skipped';
  readonly value: Value | null;
  /** Null: Toban. */
  readonly by: Person | null;
  readonly at: number;
  /** Why it was skipped, or what came of it. */
  readonly note: string | null;
  /** Which steps it opened. */
  readonly opens: readonly string[];
  readonly corrections: readonly Correction[];
}

/** One playing of a runbook. Its document is pinned: editing it changes no run. */
export interface Run extends RecordState {
  readonly id: string;
  readonly team: string;
  /** Path of the incident. */
  readonly incident: string;
  readonly runbook: { readonly id: string; readonly title: string; readonly version: string };
  readonly status: 'running' | 'done' | 'stopped';
  readonly startedBy: Person | null;
  readonly startedAt: number;
  readonly endedAt: number | null;
  readonly stopped: { readonly by: Person | null; readonly reason: string } | null;
  readonly open: readonly OpenStep[];
  /** In the order in which they were passed; the last 600. */
  readonly log: readonly Passed[];
  /** The latest answer by its name. */
  readonly answers: Readonly<Record<string, Value>>;
  readonly visits: Readonly<Record<string, number>>;
  readonly post: { readonly channel: string; readonly ts: string } | null;
  /** Causes (presses, submissions) already carried out; the last 100. */
  readonly heard: readonly string[];
}

interface Opening {
  /** Read out on the way to what is opened. */
  readonly said: readonly string[];
  readonly opens: readonly string[];
}

export type RunEvent = EventBase &
  (
    | ({
        readonly type: 'started';
        readonly id: string;
        readonly team: string;
        readonly incident: string;
        readonly runbook: Run['runbook'];
        readonly by: Person | null;
      } & Opening)
    | ({
        readonly type: 'passed';
        readonly step: string;
        readonly visit: number;
        readonly outcome: 'answered' | 'done' | 'skipped';
        readonly value: Value | null;
        readonly by: Person | null;
        readonly note: string | null;
        readonly cause: string | null;
      } & Opening)
    | { readonly type: 'undone'; readonly step: string; readonly by: Person; readonly cause: string }
    | ({ readonly type: 'corrected'; readonly name: string; readonly cause: string } & Omit<Correction, 'at'>)
    | {
        readonly type: 'handed';
        readonly step: string;
        readonly to: Person;
        readonly by: Person;
        readonly cause: string;
      }
    | { readonly type: 'failed'; readonly step: string; readonly visit: number; readonly reason: string }
    | { readonly type: 'retried'; readonly step: string; readonly by: Person; readonly cause: string }
    | { readonly type: 'stopped'; readonly by: Person | null; readonly reason: string }
    | { readonly type: 'posted'; readonly channel: string; readonly ts: string }
  );

export type RunDecision = Decision<RunEvent>;

interface By {
  readonly by: Person;
  /** Id of the press or submission, so that twice is once. */
  readonly cause: string;
}

/** A step as somebody saw it. `visit`: where a loop has come to it again since, they meant the one before. */
export interface Seen {
  readonly step: string;
  readonly visit?: number | undefined;
}

export type RunCommand =
  | {
      readonly type: 'start';
      readonly id: string;
      readonly team: string;
      readonly incident: string;
      readonly version: string;
      readonly by: Person | null;
    }
  | ({ readonly type: 'answer'; readonly value: Value } & Seen & By)
  | ({ readonly type: 'confirm' } & Seen & By)
  | ({ readonly type: 'skip'; readonly reason: string } & Seen & By)
  | ({ readonly type: 'hand'; readonly to: Person } & Seen & By)
  | ({ readonly type: 'undo' } & By)
  | ({ readonly type: 'correct'; readonly name: string; readonly value: Value; readonly reason: string } & By)
  | ({ readonly type: 'retry' } & Seen & By)
  | ({ readonly type: 'stop'; readonly reason: string } & By)
  /** What Toban did by itself has come to an end. */
  | {
      readonly type: 'finish';
      readonly step: string;
      readonly visit: number;
      readonly result: { readonly note: string | null } | { readonly failed: string };
    };

/** Why a command was not carried out: each is a sentence for the one who gave it. */
export type RunRefusal =
  | { readonly refused: 'over' }
  | {
      readonly refused: 'passed-already';
      readonly step: string;
      readonly by: string | null;
      readonly at: number;
      readonly value: Value | null;
    }
  | { readonly refused: 'not-open' }
  | { readonly refused: 'not-that-kind' }
  | { readonly refused: 'reason-needed' }
  | { readonly refused: 'nothing-to-undo' }
  | { readonly refused: 'left-the-house' }
  | { readonly refused: 'not-answered' };
