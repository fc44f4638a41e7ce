import type { SpanKind } from '../rota/index.ts';
import type { Decision, EventBase } from '../tasks/index.ts';

/** Why this person is called, as the card says it. Everything is data; sentences are made where the reader is known. */
export interface Reason {
  /** `duty`: the sheet names them. `fallback`: the sheet cannot say. `named`: the ladder names them. */
  readonly by: 'duty' | 'fallback' | 'named';
  /** What the sheet says for now; null when there was no sheet to ask. */
  readonly duty: SpanKind | null;
  readonly cell: string | null;
  readonly cellUrl: string | null;
  readonly text: string;
  readonly insteadOf: string | null;
  readonly shift: { readonly start: number; readonly end: number } | null;
  readonly readAt: number | null;
  /** The copy is not fresh: Google could not be asked just now. */
  readonly stale: boolean;
  /** Sentences of trouble in the workspace's language, ready to be escaped. */
  readonly trouble: readonly string[];
}

/** One rung of the ladder, resolved to a person at a moment. */
export interface Rung {
  /** Ms after the call began at which it is this rung's turn. */
  readonly after: number;
  readonly to: string;
  /** The ladder asks for the same again (`primary`, then `primary`): the person called before is called once more. */
  readonly repeats: boolean;
  readonly user: string;
  readonly name: string;
  readonly reason: Reason;
}

/** The whole ladder, resolved; null where a rung names nobody. Rungs keep their index while a call lasts. */
export type Rungs = readonly (Rung | null)[];

export interface Called {
  /** Index into the ladder's rungs. */
  readonly rung: number;
  readonly user: string;
  readonly name: string;
  readonly at: number;
  readonly reason: Reason;
  /** `again`: the same person once more, by the ladder or a nudge. */
  readonly cause: 'first' | 'climb' | 'again' | 'declined';
}

/** A message of ours about this call, edited in place as the call goes on. */
export interface Post {
  /** Id of the task that posted it. */
  readonly key: string;
  readonly kind: 'thread' | 'dm';
  /** Index into `called`; -1 for a card that calls nobody. */
  readonly call: number;
  readonly channel: string;
  readonly ts: string;
}

export type Status = 'open' | 'acknowledged' | 'done' | 'incident';

/** What a call has become. `room`: id of the channel; null while there is none, or where it is not to be told. */
export interface BecameIncident {
  readonly label: string;
  readonly room: string | null;
}
export type AckHow = 'button' | 'reaction' | 'reply' | 'taken';

export interface Escalation {
  readonly version: number;
  readonly status: Status;
  readonly team: string;
  readonly channel: string;
  /** The message that called for help, and the thread in which it is answered. */
  readonly ts: string;
  readonly threadTs: string;
  /** Null for a bot's call. */
  readonly asker: string | null;
  /** What was said, as Slack sent it, at most 3,000 characters. */
  readonly words: string;
  readonly rota: string;
  /** Index of the route in toban.yaml when it was made. */
  readonly route: number;
  readonly receivedAt: number;
  readonly called: readonly Called[];
  /** When the next rung's turn comes, and who that is as things stand; `name` is null where nobody is left. */
  readonly next: { readonly at: number; readonly rung: number; readonly name: string | null } | null;
  /** When somebody was last pinged in the thread. */
  readonly pingedAt: number;
  readonly declined: readonly string[];
  /** True when nobody is left to call and nobody has it. */
  readonly exhausted: boolean;
  /** True once somebody called did not answer in time. */
  readonly late: boolean;
  /** Free on purpose and the route only tells: nobody is called. Else null. */
  readonly told: Reason | null;
  readonly holder: {
    readonly user: string;
    readonly name: string;
    readonly at: number;
    readonly how: AckHow;
  } | null;
  readonly doneBy: { readonly user: string; readonly at: number } | null;
  /** Set with the status `incident`: the call ends here and goes on there. */
  readonly incident: BecameIncident | null;
  readonly posts: readonly Post[];
  /** Causes (message or button timestamps) already answered; the last 50. */
  readonly heard: readonly string[];
  /** Slack will not let us post in the channel; the code it gave. */
  readonly unreachable: string | null;
}

interface Opened {
  readonly team: string;
  readonly channel: string;
  readonly ts: string;
  readonly threadTs: string;
  readonly asker: string | null;
  readonly words: string;
  readonly rota: string;
  readonly route: number;
}

export type EscalationEvent = EventBase &
  (
    | ({ readonly type: 'received' } & Opened)
    | { readonly type: 'told'; readonly reason: Reason }
    | { readonly type: 'called'; readonly called: Called; readonly next: Escalation['next'] }
    | { readonly type: 'posted'; readonly post: Post }
    | { readonly type: 'acknowledged'; readonly user: string; readonly name: string; readonly how: AckHow }
    | { readonly type: 'declined'; readonly user: string }
    | { readonly type: 'exhausted' }
    | { readonly type: 'nudged'; readonly user: string | null; readonly cause: string }
    | { readonly type: 'heard'; readonly cause: string }
    | { readonly type: 'unreachable'; readonly reason: string }
    | { readonly type: 'done'; readonly user: string }
    | { readonly type: 'became-incident'; readonly incident: BecameIncident }
  );

/** `rungs`: the ladder resolved for this moment. `cause`: the id of the message or press, so that twice is once. */
export type Command =
  | ({ readonly type: 'open'; readonly rungs: Rungs; readonly tell: Reason | null } & Opened)
  | { readonly type: 'climb'; readonly rung: number; readonly rungs: Rungs }
  | {
      readonly type: 'acknowledge';
      readonly user: string;
      readonly name: string;
      readonly how: AckHow;
      readonly cause: string;
    }
  | { readonly type: 'decline'; readonly user: string; readonly rungs: Rungs; readonly cause: string }
  | { readonly type: 'nudge'; readonly user: string | null; readonly cause: string }
  | { readonly type: 'finish'; readonly user: string; readonly cause: string }
  | { readonly type: 'become-incident'; readonly incident: BecameIncident };

/** Why a command was not carried out: each is a sentence for the one who gave it. */
export type Refusal =
  | { readonly refused: 'not-called' }
  | { readonly refused: 'already-acknowledged'; readonly by: string }
  | { readonly refused: 'already-done' }
  | { readonly refused: 'became-incident'; readonly incident: BecameIncident }
  | { readonly refused: 'not-acknowledged' }
  | { readonly refused: 'just-called'; readonly at: number }
  | { readonly refused: 'nobody-called' };

export type EscalationDecision = Decision<EscalationEvent>;
