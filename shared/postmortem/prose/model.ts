/**
 * Why a language model's prose is not there. `baseless`: nothing of it rested on facts; `barred`: it may not be handed to
 * one any more; `broken`: a fault of Toban's own.
 */
export type ProseFailure =
  | 'quota'
  | 'slow'
  | 'down'
  | 'settings'
  | 'blocked'
  | 'unusable'
  | 'baseless'
  | 'barred'
  | 'broken';

/** How it stands with a section's prose. `overtaken`: somebody wrote first, and those words stay. */
export type Prose = { readonly at: number } & (
  | { readonly state: 'asked' | 'overtaken' }
  /** Sentences that were kept, and those that were left out because their facts did not carry them. */
  | { readonly state: 'written'; readonly sentences: number; readonly dropped: number }
  /** `againAt`: when it is tried again by itself, epoch ms; null: when somebody asks. */
  | { readonly state: 'failed'; readonly reason: ProseFailure; readonly againAt: number | null }
);
