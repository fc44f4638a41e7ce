import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

/** One alert by its source's key: a document of its own, so that a storm of them contends for nothing. */
export interface Member {
  readonly key: string;
  readonly title: string;
  readonly url: string | null;
  readonly burnRate: number | null;
  readonly open: boolean;
  /** When it began, ended or was last said again; epoch ms. */
  readonly openedAt: number;
  readonly closedAt: number | null;
  readonly seenAt: number;
  /** How often it has begun. */
  readonly fired: number;
}

/** What a look at the members found. `open`: at most one more than are shown. */
export interface Count {
  readonly open: number;
  /** The newest of those open. */
  readonly shown: readonly Pick<Member, 'key' | 'title' | 'url' | 'burnRate' | 'openedAt'>[];
}

interface Who {
  readonly user: string;
  readonly name: string;
}

/** Alerts of one kind and service: one card, from the first that fires until all have ended. */
export interface Alert extends RecordState {
  readonly id: string;
  readonly source: string;
  readonly title: string;
  readonly service: string | null;
  readonly status: 'open' | 'closed';
  readonly openedAt: number;
  readonly closedAt: number | null;
  /** Counts how often it has begun anew: a card, and an incident, belong to one of these. */
  readonly round: number;
  readonly count: Count;
  /** Path of the incident it belongs to. */
  readonly incident: string | null;
  /** Null: a rule did it. */
  readonly attachedBy: Who | null;
  readonly dismissed: (Who & { readonly at: number }) | null;
  readonly post: { readonly channel: string; readonly ts: string } | null;
}

export type AlertEvent = EventBase &
  (
    | {
        readonly type: 'opened';
        readonly id: string;
        readonly source: string;
        readonly title: string;
        readonly service: string | null;
      }
    | { readonly type: 'counted'; readonly count: Count }
    | { readonly type: 'closed' }
    | { readonly type: 'attached'; readonly incident: string; readonly by: Who | null }
    | { readonly type: 'dismissed'; readonly by: Who }
    | { readonly type: 'posted'; readonly channel: string; readonly ts: string }
  );

export type AlertDecision = Decision<AlertEvent>;

export type Command =
  | {
      readonly type: 'fire';
      readonly id: string;
      readonly source: string;
      readonly title: string;
      readonly service: string | null;
      /** Ms; null: a person decides. */
      readonly declareAfter: number | null;
    }
  /** A member has changed: it is looked at again. */
  | { readonly type: 'look' }
  | { readonly type: 'count'; readonly count: Count }
  | { readonly type: 'attach'; readonly incident: string; readonly by: Who | null }
  | { readonly type: 'dismiss'; readonly by: Who };
