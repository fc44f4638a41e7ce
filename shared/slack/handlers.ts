import type {
  InboundAccounts,
  InboundAction,
  InboundCanary,
  InboundCommand,
  InboundDeletion,
  InboundHome,
  InboundMessage,
  InboundReaction,
  InboundRoom,
  InboundShortcut,
  InboundSubmission,
} from './inbound.ts';

/** A verb's answer to its edge: the record whose tasks should now run, or null where nothing came of it. */
export type Touched = string | null;

/** Takes what Slack said. Safe to repeat. Throws a retryable TobanError to be given it again. */
export type Handle<I> = (inbound: I, signal: AbortSignal) => Promise<Touched>;

/**
 * What a noun listens to, joined in one table by the worker. Messages, reactions, rooms and the home are heard by every
 * noun that listens; a command, shortcut, submission or action belongs to one.
 */
export interface Handlers {
  readonly messages?: Handle<InboundMessage>;
  readonly reactions?: Handle<InboundReaction>;
  readonly deletions?: Handle<InboundDeletion>;
  readonly rooms?: Handle<InboundRoom>;
  readonly home?: Handle<InboundHome>;
  readonly canary?: Handle<InboundCanary>;
  readonly accounts?: Handle<InboundAccounts>;
  /** By `/toban call` (a command and its first word) or `/toban` (whatever else it says). */
  readonly commands?: Readonly<Record<string, Handle<InboundCommand>>>;
  /** By callback id. */
  readonly shortcuts?: Readonly<Record<string, Handle<InboundShortcut>>>;
  /** By the view's callback id. */
  readonly submissions?: Readonly<Record<string, Handle<InboundSubmission>>>;
  /** By what stands before the first `_` of the action id: `call` for `call_acknowledge`. */
  readonly actions?: Readonly<Record<string, Handle<InboundAction>>>;
}

/** What stands wrong in a submitted view, by block id: a sentence that says what to do. Empty: nothing. */
export type FieldErrors = Readonly<Record<string, string>>;

/** What a noun asks of the public edge: pure, small, and without the noun's other files, as it is in the edge's bundle. */
export interface EdgeRules {
  /** Whether the gesture opens a modal: its trigger lives 3 s, so the edge opens a loading view at once. */
  readonly opens?: (gesture: InboundCommand | InboundShortcut | InboundAction) => boolean;
  /** By the view's callback id: errors are shown in the view, which stays open. */
  readonly validate?: Readonly<Record<string, (submission: InboundSubmission) => FieldErrors>>;
}
