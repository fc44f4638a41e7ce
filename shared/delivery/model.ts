import type { EventBase, RecordState } from '../tasks/index.ts';

/** What other systems can be told of, by the noun it comes from. Names never change: programs depend on them. */
export const EVENT_KINDS = [
  'call.created',
  'call.person_called',
  'call.acknowledged',
  'call.unanswered',
  'call.done',
  'call.became_incident',
  'incident.declared',
  'incident.status_changed',
  'incident.severity_changed',
  'incident.updated',
  'action_item.created',
  'action_item.state_changed',
  'action_item.updated',
  'postmortem.created',
  'postmortem.state_changed',
  'postmortem.updated',
] as const;
export type EventKind = (typeof EVENT_KINDS)[number];
export const isEventKind = (value: string): value is EventKind =>
  (EVENT_KINDS as readonly string[]).includes(value);

/** Somebody who listens, as far as the transaction that makes news must know them. */
export interface Listener {
  /** Id of the webhook. */
  readonly id: string;
  readonly kinds: readonly EventKind[];
  /** An admin lets it know of private incidents, too. */
  readonly private: boolean;
}
export interface Listeners {
  readonly listeners: readonly Listener[];
}
/** One document for a workspace, read with every piece of news. */
export const listenersPath = (team: string): string => `webhook-listeners/${team}`;

/** One try to hand an event over. */
export interface Attempt {
  readonly at: number;
  /** How long it took, ms. */
  readonly ms: number;
  /** HTTP status; null where there was no answer. */
  readonly status: number | null;
  /** Why there was no answer, as a code: `not-public`, `ENOTFOUND`, `TimeoutError` … */
  readonly reason: string | null;
  /** The beginning of the answer, without control characters; at most 500 characters. */
  readonly excerpt: string;
}

/** `undelivered`: given up, or never sent. */
export const DELIVERY_STATUSES = ['pending', 'delivered', 'undelivered'] as const;
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Why something is not sent at all: the webhook is off or gone, what it speaks of is not for it, or Toban's own fault. */
export type Dropped = 'off' | 'deleted' | 'not-to-be-told' | 'failed';

/** What happened, to be told to one webhook. */
export interface Planned {
  readonly id: string;
  readonly team: string;
  /** Id of the webhook. */
  readonly webhook: string;
  /** Id of the event: the receiver knows a repeat by it. The same for each webhook that hears of it. */
  readonly event: string;
  readonly kind: EventKind | 'webhook.test';
  /** Path of the record it speaks of. */
  readonly subject: string;
}

/** One event on its way to one webhook. Kept for 30 days. */
export interface Delivery extends RecordState, Planned {
  /** When it happened, epoch ms. */
  readonly at: number;
  readonly status: DeliveryStatus;
  readonly dropped: Dropped | null;
  /** The very bytes that are sent, from the first try on. */
  readonly body: string | null;
  /** The last 20, oldest first. */
  readonly attempts: readonly Attempt[];
  /** Tries since it was planned or sent again by hand. */
  readonly tries: number;
  /** When it is tried again; null: no more. */
  readonly nextAt: number | null;
}

export type DeliveryEvent = EventBase &
  (
    | ({ readonly type: 'planned' } & Planned)
    | { readonly type: 'written'; readonly body: string }
    | {
        readonly type: 'attempted';
        readonly attempt: Attempt;
        readonly ok: boolean;
        readonly nextAt: number | null;
      }
    | { readonly type: 'dropped'; readonly why: Dropped }
    | { readonly type: 'replayed'; readonly by: string }
  );

export const deliveryPath = (id: string): string => `webhook-deliveries/${id}`;
export const isDeliveryId = (id: string): boolean => /^whd_[0-9a-f]{32}$/.test(id);
/** The one task of a delivery. */
export const SEND = 'send';
