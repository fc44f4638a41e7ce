import type { Decision } from '../tasks/index.ts';
import type { AckHow, BecameIncident, EscalationEvent, Opened, Rungs, Told } from './model.ts';

/** Who does it; `cause`: the id of the message or press, so that twice is once. */
interface By {
  readonly user: string;
  readonly name: string;
  readonly cause: string;
}

/** `rungs`: the ladder resolved for this moment. */
export type Command =
  | ({ readonly type: 'open'; readonly rungs: Rungs; readonly told: Told | null } & Opened)
  | { readonly type: 'climb'; readonly rung: number; readonly rungs: Rungs }
  | ({ readonly type: 'acknowledge'; readonly how: AckHow } & By)
  /** On it, and needs so many ms more. */
  | ({ readonly type: 'extend'; readonly ms: number } & By)
  | ({ readonly type: 'decline'; readonly rungs: Rungs } & By)
  | ({
      readonly type: 'hand';
      readonly to: { readonly user: string; readonly name: string };
      readonly rungs: Rungs;
    } & By)
  | {
      readonly type: 'nudge';
      readonly user: string | null;
      readonly cause: string;
      /** What was written, as Slack sent it, without the address in front. */
      readonly words: string;
    }
  /** Words or a gesture of whoever has it. */
  | { readonly type: 'alive'; readonly user: string; readonly cause: string }
  /** The holder was due to be asked at `at`; `rungs` where they have been asked often enough. */
  | { readonly type: 'check'; readonly at: number; readonly rungs: Rungs | null }
  | ({ readonly type: 'finish' } & By)
  | { readonly type: 'become-incident'; readonly incident: BecameIncident };

export type CommandOf<T extends Command['type']> = Extract<Command, { type: T }>;

/** Why a command was not carried out: each is a sentence for the one who gave it. */
export type Refusal =
  | { readonly refused: 'not-called' }
  | { readonly refused: 'already-acknowledged'; readonly by: string }
  | { readonly refused: 'already-done' }
  | { readonly refused: 'became-incident'; readonly incident: BecameIncident }
  | { readonly refused: 'not-acknowledged' }
  | { readonly refused: 'just-called'; readonly at: number }
  | { readonly refused: 'nobody-called' }
  | { readonly refused: 'hand-to-self' }
  | { readonly refused: 'hand-to-nobody' };

export type EscalationDecision = Decision<EscalationEvent>;

export const NOTHING: EscalationDecision = { events: [], tasks: [] };
