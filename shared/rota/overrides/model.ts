import type { EventBase } from '../../tasks/index.ts';

/** Whose word a cover needs beside the one who asks for it. */
export type Consent = 'nobody' | 'taker' | 'giver' | 'both';

export interface Party {
  /** Slack id. */
  readonly id: string;
  readonly name: string;
}

/** Somebody takes a duty for a time: what they take wins over the sheet, for that time and column only. */
export interface Override {
  readonly version: number;
  readonly rota: string;
  readonly column: string;
  /** Half-open [start, end), epoch ms, as agreed; `standing` says when it really holds. */
  readonly start: number;
  readonly end: number;
  readonly taker: Party;
  /** Who would have been on duty when it was asked for; empty for a gap. */
  readonly givers: readonly Party[];
  readonly asker: string;
  readonly consent: Consent;
  readonly accepted: readonly string[];
  readonly status: 'proposed' | 'active' | 'declined' | 'revoked';
  readonly proposedAt: number;
  /** When the last word that it needed was given; null until then. */
  readonly activeSince: number | null;
  readonly revokedAt: number | null;
}

export type OverrideEvent = EventBase &
  (
    | ({ readonly type: 'proposed' } & Pick<
        Override,
        'rota' | 'column' | 'start' | 'end' | 'taker' | 'givers' | 'asker' | 'consent'
      >)
    | { readonly type: 'accepted'; readonly by: string }
    | { readonly type: 'activated' }
    | { readonly type: 'declined'; readonly by: string }
    | { readonly type: 'revoked'; readonly by: string }
  );

export type OverrideCommand =
  | ({
      readonly type: 'propose' /** False for a closed account or an app. */;
      readonly callable: boolean;
    } & Pick<Override, 'rota' | 'column' | 'start' | 'end' | 'taker' | 'givers' | 'asker' | 'consent'>)
  | { readonly type: 'accept' | 'decline'; readonly by: string }
  /** `manages`: an owner of the rota, who may end anybody's cover. */
  | { readonly type: 'revoke'; readonly by: string; readonly manages: boolean };

export type OverrideRefusal =
  | 'backwards'
  | 'past'
  | 'too-long'
  | 'not-callable'
  | 'already-theirs'
  | 'not-yours'
  | 'over'
  | 'already-ended';

/** When an override really stands: from its last acceptance at the earliest, to its revocation at the latest. */
export function standing(override: Override): { readonly from: number; readonly to: number } | null {
  if (override.activeSince === null) return null;
  const from = Math.max(override.start, override.activeSince);
  const to = Math.min(override.end, override.revokedAt ?? override.end);
  return to > from ? { from, to } : null;
}
