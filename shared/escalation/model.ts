import type { SpanKind } from '../rota/index.ts';
import type { EventBase } from '../tasks/index.ts';

/** Why this person is called, as the card says it. Everything is data; sentences are made where the reader is known. */
export interface Reason {
  /** `duty`: the sheet names them. `fallback`: the sheet cannot say. `named`: by the ladder. `handed`: by a person. */
  readonly by: 'duty' | 'fallback' | 'named' | 'handed';
  /** What the sheet says for now; null when there was no sheet to ask. */
  readonly duty: SpanKind | null;
  readonly cell: string | null;
  readonly cellUrl: string | null;
  readonly text: string;
  readonly insteadOf: string | null;
  /** Where a cover stands: the name of who asked for it. */
  readonly askedBy?: string;
  readonly shift: { readonly start: number; readonly end: number } | null;
  readonly readAt: number | null;
  /** The copy is not fresh: Google could not be asked just now. */
  readonly stale: boolean;
  /** Sentences of trouble in the workspace's language, ready to be escaped. */
  readonly trouble: readonly string[];
}

/** Nobody is called on purpose: the sheet has nobody on duty now, or it is outside the route's hours. */
export interface Told {
  readonly why: 'free' | 'outside';
  /** When the route's hours begin again, epoch ms; null where they do not or `why` is `free`. */
  readonly opens: number | null;
  readonly reason: Reason;
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
  /** Name of the webhook that also reaches them, such as by phone. */
  readonly via: string | null;
  readonly reason: Reason;
}

/** The whole ladder, resolved; null where a rung names nobody. Rungs keep their index while a call lasts. */
export type Rungs = readonly (Rung | null)[];

/** How somebody came to be called. `again`: the same person once more. `lapsed`: whoever had it fell silent. */
export type CallCause = 'first' | 'climb' | 'again' | 'declined' | 'handed' | 'lapsed';

export interface Called {
  /** Index into the ladder's rungs. */
  readonly rung: number;
  readonly user: string;
  readonly name: string;
  readonly at: number;
  readonly via: string | null;
  readonly reason: Reason;
  readonly cause: CallCause;
}

/** A message of ours about this call, edited in place as the call goes on. */
export interface Post {
  /** Id of the task that posted it. */
  readonly key: string;
  /** `card`: in the thread, shows how things stand. `line`: one line of what happened. `question`: to who has it. */
  readonly kind: 'card' | 'line' | 'dm' | 'question';
  /** Index into `called`; -1 where nobody is called by it. */
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

export interface Person {
  readonly user: string;
  readonly name: string;
}

/** The call before. `record`: path of its record. */
export interface Followed {
  readonly record: string;
  readonly name: string;
  readonly doneAt: number;
}

/** What a call is made of, and never changes. */
export interface Opened {
  readonly team: string;
  readonly channel: string;
  /** The message that called for help, and the thread in which it is answered. */
  readonly ts: string;
  readonly threadTs: string;
  /** Null for a bot's call. */
  readonly asker: string | null;
  /** What was said, as Slack sent it, at most 3,000 characters. */
  readonly words: string;
  /** The rota that was called, which outside a route's hours is another than the route's. */
  readonly rota: string;
  /** Id of the route that it goes by. */
  readonly route: string;
  /** Whoever has it is asked after so many ms without a sign of life; null: never. */
  readonly checkAfter: number | null;
  /** The call before in the same thread, done by then: this one goes on from it. */
  readonly follows: Followed | null;
}

export interface Escalation extends Opened {
  readonly version: number;
  readonly status: Status;
  readonly receivedAt: number;
  readonly called: readonly Called[];
  /** When the next rung's turn comes, and who that is as things stand; `name` is null where nobody is left. */
  readonly next: Next | null;
  /** When each person was last pinged about this call. */
  readonly pings: Readonly<Record<string, number>>;
  readonly declined: readonly string[];
  /** True when nobody is left to call and nobody has it. */
  readonly exhausted: boolean;
  /** True once somebody called did not answer in time. */
  readonly late: boolean;
  /** Set when nobody is called on purpose. */
  readonly told: Told | null;
  /** When somebody first had it in hand, epoch ms; it stays, whoever has it later. */
  readonly acknowledgedAt: number | null;
  readonly holder: (Person & { readonly at: number; readonly how: AckHow }) | null;
  /** When the holder said they would be done. */
  readonly until: number | null;
  /** When the holder will be asked how it goes, and how often they have been asked without an answer. */
  readonly check: { readonly at: number; readonly asked: number } | null;
  readonly doneBy: (Person & { readonly at: number }) | null;
  /** Set with the status `incident`: the call ends here and goes on there. */
  readonly incident: BecameIncident | null;
  readonly posts: readonly Post[];
  /** What came of telling another service: index into `called`, and whether it took it. */
  readonly signals: readonly { readonly call: number; readonly ok: boolean }[];
  /** Causes (message or button ids) already answered; the last 50. */
  readonly heard: readonly string[];
  /** Slack will not let us post in the channel; the code it gave. */
  readonly unreachable: string | null;
}

export interface Next {
  readonly at: number;
  readonly rung: number;
  readonly name: string | null;
}

export type EscalationEvent = EventBase &
  (
    | ({ readonly type: 'received' } & Opened)
    | { readonly type: 'told'; readonly told: Told }
    | { readonly type: 'called'; readonly called: Called; readonly next: Next }
    /** The next rung would ping somebody twice within a minute: it waits. */
    | { readonly type: 'postponed'; readonly next: Next }
    | { readonly type: 'posted'; readonly post: Post }
    | { readonly type: 'acknowledged'; readonly user: string; readonly name: string; readonly how: AckHow }
    | { readonly type: 'extended'; readonly user: string; readonly until: number }
    | { readonly type: 'alive'; readonly user: string }
    | { readonly type: 'asked'; readonly again: number }
    | { readonly type: 'lapsed'; readonly user: string }
    | { readonly type: 'declined'; readonly user: string }
    | { readonly type: 'handed'; readonly by: string; readonly to: string }
    | { readonly type: 'exhausted' }
    | { readonly type: 'nudged'; readonly user: string | null; readonly whom: string; readonly cause: string }
    | { readonly type: 'signalled'; readonly call: number; readonly ok: boolean }
    | { readonly type: 'heard'; readonly cause: string }
    | { readonly type: 'unreachable'; readonly reason: string }
    | { readonly type: 'done'; readonly user: string; readonly name: string }
    | { readonly type: 'became-incident'; readonly incident: BecameIncident }
  );
