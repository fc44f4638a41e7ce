/** Whose shifts a feed shows: all of a rota, or one person's in every rota. */
export type FeedOf =
  | { readonly kind: 'rota'; readonly rota: string }
  | { readonly kind: 'person'; readonly user: string };

/** The one secret address that a rota or a person has; null where there is none now. Kept at `feeds/<key>`. */
export interface Feed {
  readonly of: FeedOf;
  /** SHA-256 of the secret, in hex. The secret itself is kept nowhere: who loses it makes a new one. */
  readonly hash: string | null;
  readonly locale: import('../language/index.ts').Locale;
  /** When it was made or stopped, epoch ms, and by whom. */
  readonly at: number;
  readonly by: string;
  readonly name: string;
}

/** One shift as a calendar shows it. */
export interface FeedEvent {
  /** The same for the same start of the same duty, whoever has it: a calendar changes the entry in place. */
  readonly uid: string;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly description: string;
  readonly url: string | null;
  readonly rota: string;
  /** When the rota last changed, epoch ms. */
  readonly changedAt: number;
}

/** A rota as a feed needs it. */
export interface FeedRota {
  readonly id: string;
  readonly name: string;
  readonly rota: import('../rota/index.ts').Rota;
  readonly changedAt: number;
}
