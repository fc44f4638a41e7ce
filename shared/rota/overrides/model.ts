import type { EventBase } from '../../tasks/index.ts';

/** Whose word a cover needs beside the one who asks for it. */
export const CONSENTS = ['nobody', 'taker', 'giver', 'both'] as const;
export type Consent = (typeof CONSENTS)[number];

export interface Party {
  /** Slack id. */
  readonly id: string;
  readonly name: string;
}

/** A time of one duty column that somebody takes. */
export interface Stretch {
  readonly column: string;
  /** Half-open [start, end), epoch ms, as agreed; `coversOf` says when it really holds. */
  readonly start: number;
  readonly end: number;
  readonly taker: Party;
  /** Who would have been on duty when it was asked for; empty for a gap. */
  readonly givers: readonly Party[];
}

interface Asked extends Stretch {
  readonly rota: string;
  /** What the giver takes in exchange; null for a plain cover. Both stand and end together. */
  readonly inReturn: Stretch | null;
  readonly asker: Party;
  readonly consent: Consent;
}

/** Somebody takes a duty for a time: what they take wins over the sheet, for that time and column only. */
export interface Override extends Asked {
  readonly version: number;
  readonly accepted: readonly string[];
  readonly status: 'proposed' | 'active' | 'declined' | 'revoked' | 'expired';
  readonly proposedAt: number;
  /** When the last word that it needed was given; null until then. */
  readonly activeSince: number | null;
  readonly revokedAt: number | null;
  /** When the last of its time is over, epoch ms. */
  readonly until: number;
  /** It stands for some time, past or to come: only such are asked for on the way of a call. */
  readonly stands: boolean;
}

export type OverrideEvent = EventBase &
  (
    | ({ readonly type: 'proposed' } & Asked)
    | { readonly type: 'accepted'; readonly by: string }
    | { readonly type: 'activated' }
    | { readonly type: 'declined'; readonly by: string }
    | { readonly type: 'revoked'; readonly by: string }
    | { readonly type: 'expired' }
  );

export type OverrideCommand =
  | ({
      readonly type: 'propose';
      /** False for a closed account or an app. */
      readonly callable: boolean;
    } & Asked)
  | { readonly type: 'accept' | 'decline'; readonly by: string }
  /** `manages`: an owner of the rota, who may end anybody's cover. */
  | { readonly type: 'revoke'; readonly by: string; readonly manages: boolean }
  /** Its time is over and nobody has accepted it. */
  | { readonly type: 'expire' };

export type OverrideRefusal =
  | 'backwards'
  | 'past'
  | 'too-long'
  | 'not-callable'
  | 'already-theirs'
  | 'not-yours'
  | 'over'
  | 'already-ended';

/** What somebody takes, with what is taken in return. */
export const stretchesOf = ({ inReturn, ...first }: Pick<Override, keyof Stretch | 'inReturn'>): Stretch[] =>
  inReturn ? [first, inReturn] : [first];

/** Both sides of it: every taker, and every giver. */
export const partiesOf = (sides: Pick<Override, keyof Stretch | 'inReturn'>): readonly Party[] => {
  const all = stretchesOf(sides).flatMap(({ taker, givers }) => [taker, ...givers]);
  return all.filter(({ id }, i) => all.findIndex((one) => one.id === id) === i);
};
