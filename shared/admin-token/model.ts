import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

/** Why a token is not taken, or no longer used. */
export type Fault =
  | 'not-admin'
  | 'guest'
  | 'deactivated'
  | 'not-a-person'
  | 'other-workspace'
  | 'missing-scopes'
  | 'revoked'
  | 'uninstalled'
  | 'unreadable';

/** Slack id and name. */
export interface Named {
  readonly user: string;
  readonly name: string;
}

/** Whose token it is. `by`: who connected it; null where it stands in the environment. Epoch ms throughout. */
export interface Holder extends Named {
  readonly team: string;
  readonly via: 'install' | 'environment';
  readonly by: Named | null;
  readonly at: number;
}

export interface Trouble {
  readonly fault: Fault;
  /** Slack's or the key's own code, or the scopes that are missing. */
  readonly reason: string | null;
  readonly since: number;
}

/** What is known of the administrator's token, never the token itself. Kept at `admin-tokens/slack`. */
export interface AdminToken extends RecordState {
  readonly holder: Holder | null;
  readonly scopes: readonly string[];
  /** The account is called or stands in a rota. */
  readonly onCall: boolean;
  /** Days (`YYYY-MM-DD`) on which the account wrote in Slack, the last seven of them. */
  readonly spokeOn: readonly string[];
  readonly checkedAt: number | null;
  /** From the first check that failed to the next that did not; while it stands the token is not used. */
  readonly trouble: Trouble | null;
}

interface Facts {
  readonly scopes: readonly string[];
  readonly onCall: boolean;
}

export type AdminTokenEvent = EventBase &
  (
    | ({ readonly type: 'connected'; readonly holder: Holder } & Facts)
    | ({ readonly type: 'checked' } & Facts)
    | { readonly type: 'failed'; readonly fault: Fault; readonly reason: string | null }
    | { readonly type: 'spoke'; readonly day: string }
    | { readonly type: 'removed'; readonly by: Named | null }
  );

/** What a check says is of the account that it looked at: it changes nothing once another stands there. */
export type Command =
  | ({ readonly type: 'connect'; readonly holder: Omit<Holder, 'at'> } & Facts)
  | ({ readonly type: 'pass'; readonly user: string } & Facts)
  | {
      readonly type: 'fail';
      readonly holder: Omit<Holder, 'at'>;
      readonly fault: Fault;
      readonly reason: string | null;
    }
  | { readonly type: 'hear'; readonly user: string; readonly day: string }
  | { readonly type: 'look' }
  | { readonly type: 'remove'; readonly by: Named | null };

export type AdminTokenDecision = Decision<AdminTokenEvent>;

export type Notice =
  | { readonly kind: 'connected' | 'removed'; readonly holder: Holder; readonly by: Named | null }
  | { readonly kind: 'failed'; readonly holder: Holder; readonly trouble: Trouble }
  | { readonly kind: 'recovered'; readonly holder: Holder; readonly since: number; readonly at: number };

export const ADMIN_TOKEN = 'admin-tokens/slack';

/** Where the encrypted token of an account stands; a new one of the same account takes its place. */
export const secretPath = ({ team, user }: { team: string; user: string }): string =>
  `encrypted-tokens/${team}-${user}`;

/** What the ciphertext is for: it opens for this account and nothing else. */
export const secretContext = ({ team, user }: { team: string; user: string }): string =>
  `slack-admin-token/${team}/${user}`;

export interface EncryptedToken {
  readonly ciphertext: string;
}
