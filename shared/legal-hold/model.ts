import { recordId } from '../platform/ids.ts';
import type { Decision, EventBase, RecordState } from '../tasks/index.ts';

export interface Person {
  readonly user: string;
  readonly name: string;
}

/** What can be held: an incident or a call by its path, with everything that belongs to it. */
export const canBeHeld = (path: string): boolean =>
  /^(incidents\/inc|escalations\/esc)_[0-9a-f]{32}$/.test(path);

/** That a record is to be kept whatever the rules say, by whom and why; one for each record, with its whole history. */
export interface Hold extends RecordState {
  /** Path of the incident or the call. */
  readonly record: string;
  readonly team: string;
  /** It stands; false: it was lifted. */
  readonly standing: boolean;
  /** Why, in the words of whoever set it. User text, not escaped. */
  readonly reason: string;
  readonly by: Person;
  /** When it was set last, epoch ms. */
  readonly at: number;
  readonly lifted: { readonly by: Person; readonly at: number } | null;
}

/** What a hold is of, and why. */
type Setting = Pick<Hold, 'record' | 'team' | 'reason' | 'by'>;

export type HoldEvent = EventBase &
  ((Setting & { readonly type: 'set' }) | { readonly type: 'lifted'; readonly by: Person });

export type Command = (Setting & { readonly type: 'set' }) | { readonly type: 'lift'; readonly by: Person };

/** Why it was not done: each is a sentence for whoever tried. */
export type Refusal =
  | { readonly refused: 'gone' | 'reason-needed' | 'full' }
  | { readonly refused: 'reason-long'; readonly most: number }
  | { readonly refused: 'held-already'; readonly hold: Hold }
  | { readonly refused: 'not-held' };

export type HoldDecision = Decision<HoldEvent>;

export const LONGEST_REASON = 500;
/** So many stand at once: one document lists them all. */
export const MOST_HOLDS = 1_000;

export const holdPath = (record: string): string => `legal-holds/${recordId('hold', record)}`;

/** Those that stand, in one document that every removal reads in its own transaction. */
export const STANDING_PATH = 'legal-hold-index/all';
export interface Standing {
  readonly holds: readonly Pick<Hold, 'record' | 'team'>[];
}
