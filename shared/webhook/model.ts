import type { EventKind } from '../delivery/index.ts';
import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

export interface Person {
  readonly user: string;
  readonly name: string;
}

/** Why it hears nothing: switched off by somebody; the receiver said it is gone (410); or nothing got through for days. */
export type OffWhy = 'person' | 'gone' | 'failing';

/** What an admin says of it. */
export interface Settings {
  /** https only; user text. */
  readonly url: string;
  readonly description: string;
  readonly kinds: readonly EventKind[];
  /** It also hears of private incidents and what belongs to them. */
  readonly private: boolean;
}

/** Where events are sent. Its secret is kept elsewhere, encrypted. Times in epoch ms. */
export interface Webhook extends RecordState, Settings {
  readonly id: string;
  readonly team: string;
  readonly createdBy: Person;
  readonly createdAt: number;
  /** Null: it is on. */
  readonly off: { readonly why: OffWhy; readonly at: number; readonly by: Person | null } | null;
  /** Since when nothing has got through; null: the last try did, or there was none. */
  readonly failingSince: number | null;
  /** The last four characters of its secret, to tell it from others, and when it was made. */
  readonly hint: string;
  readonly secretAt: number;
  /** Until then the secret before signs, too; null: there is none. */
  readonly oldUntil: number | null;
  readonly deleted: boolean;
}

export type WebhookEvent = EventBase &
  (
    | ({ readonly type: 'made'; readonly id: string; readonly team: string; readonly by: Person } & Settings &
        Hint)
    | ({ readonly type: 'edited'; readonly by: Person } & Settings)
    | { readonly type: 'switched-on'; readonly by: Person }
    | { readonly type: 'switched-off'; readonly why: OffWhy; readonly by: Person | null }
    | ({ readonly type: 'rotated'; readonly by: Person; readonly oldUntil: number } & Hint)
    | { readonly type: 'failing' }
    | { readonly type: 'recovered' }
    | { readonly type: 'deleted'; readonly by: Person }
  );
interface Hint {
  readonly hint: string;
}

export type Command =
  | ({ readonly type: 'make'; readonly id: string; readonly team: string; readonly by: Person } & Settings &
      Hint)
  | ({ readonly type: 'edit'; readonly by: Person } & Settings)
  | { readonly type: 'switch'; readonly on: boolean; readonly by: Person }
  | ({ readonly type: 'rotate'; readonly by: Person } & Hint)
  | { readonly type: 'delete'; readonly by: Person }
  /** What came of a try: delivered, not, or the receiver says that it is gone for good. */
  | { readonly type: 'note'; readonly outcome: Outcome }
  /** Sends once more what did not arrive between two instants. */
  | { readonly type: 'replay'; readonly from: number; readonly to: number; readonly by: Person };
export type Outcome = 'ok' | 'failed' | 'gone';

export type WebhookDecision = Decision<WebhookEvent>;

/** After so long without one success it is switched off. */
export const PATIENCE_MS = 5 * 86_400_000;
/** The secret before signs, too, for so long. */
export const OVERLAP_MS = 24 * 3_600_000;
/** So many for a workspace. */
export const MOST_WEBHOOKS = 20;
export const LONGEST_URL = 1_000;
export const LONGEST_DESCRIPTION = 200;

export const webhookPath = (id: string): string => `webhooks/${id}`;
export const isWebhookId = (id: string): boolean => /^wh_[0-9a-f]{32}$/.test(id);
export const secretPath = (id: string): string => `webhook-secrets/${id}`;

/** The ciphertexts, null once forgotten; `old` signs until `oldUntil` (epoch ms). */
export interface KeptSecret {
  readonly ciphertext: string | null;
  readonly old: string | null;
  readonly oldUntil: number | null;
}
/** What a ciphertext is for: it opens for this webhook and nothing else. */
export const secretContext = (team: string, id: string): string => `webhook/${team}/${id}`;
