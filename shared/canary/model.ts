import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

/** One way round: posted as the app, heard back through Slack's events, answered in its thread. Epoch ms throughout. */
export interface Run {
  /** Random and kept here only, until it is posted: who names it has seen this very message. */
  readonly nonce: string;
  readonly period: number;
  readonly startedAt: number;
  readonly ts: string | null;
  readonly heardAt: number | null;
  readonly answeredAt: number | null;
}

/** How far the canary did not come. */
export type Trouble = 'not-sent' | 'not-heard' | 'not-answered';

export interface Outage {
  readonly since: number;
  readonly trouble: Trouble;
  /** Slack's own code, where it gave one. */
  readonly reason: string | null;
}

export interface Canary extends RecordState {
  readonly run: Run | null;
  /** From the first failure to the next success; null while all is well. */
  readonly outage: Outage | null;
}

export type CanaryEvent = EventBase &
  (
    | { readonly type: 'started'; readonly nonce: string; readonly period: number }
    | { readonly type: 'sent'; readonly ts: string }
    | { readonly type: 'heard' }
    | { readonly type: 'answered' }
    | { readonly type: 'failed'; readonly trouble: Trouble; readonly reason: string | null }
  );

/** Each concerns one run, by its nonce: what comes too late for it is nothing. */
export type Command = { readonly nonce: string } & (
  | { readonly type: 'start'; readonly period: number; readonly late: number }
  | { readonly type: 'sent'; readonly ts: string }
  | { readonly type: 'hear'; readonly ts: string }
  | { readonly type: 'answered' }
  | { readonly type: 'fail'; readonly trouble: Trouble | null; readonly reason: string | null }
);

export type CanaryDecision = Decision<CanaryEvent>;

export const CANARY = 'canaries/slack';
