import type { HomeView, KnownBlock, ModalView } from '@slack/types';

export interface SlackUser {
  readonly id: string;
  /** What people call them: display name, else real name. */
  readonly name: string;
  readonly realName: string;
  /** The @handle, without the sign. */
  readonly handle: string;
  readonly email: string | null;
  /** BCP 47 as Slack says it, such as `ja-JP`. */
  readonly locale: string | null;
  readonly deactivated: boolean;
  readonly bot: boolean;
  /** An owner or an admin of the workspace. */
  readonly admin: boolean;
  readonly guest: 'no' | 'multi-channel' | 'single-channel';
}

export interface OutgoingMessage {
  readonly channel: string;
  readonly threadTs?: string;
  /** What a notification shows; mentions must stand here and in a section block. */
  readonly text: string;
  readonly blocks: readonly KnownBlock[];
  /** Id of the task that posts: found again in the message's metadata. Visible to any app; never personal data. */
  readonly key: string;
}

export interface Posted {
  readonly channel: string;
  readonly ts: string;
}

/** A modal, by the id we gave it or by Slack's. With `hash`, an update fails when somebody changed it in between. */
export type ViewTarget = ({ readonly externalId: string } | { readonly viewId: string }) & {
  readonly hash?: string;
};

/** An answer to a gesture, seen by its person only, or put in place of the message it was made on. */
export interface Response {
  readonly text: string;
  readonly blocks?: readonly KnownBlock[];
  readonly replace?: boolean;
}

/**
 * What the nouns ask of Slack; the adapter puts it on the Web API without retrying or pacing by itself.
 * Errors: `rate-limited` (with `retryAfterMs`), `refused` (with Slack's code as `reason`), `unavailable` (nothing was
 * sent), `unknown-outcome` (sent, no answer: look before posting again).
 */
export interface Slack {
  post(message: OutgoingMessage, signal: AbortSignal): Promise<Posted>;
  /** Replaces a message of ours in place. */
  update(message: OutgoingMessage & { readonly ts: string }, signal: AbortSignal): Promise<void>;
  /** The message of ours that carries `key`, if it is in this channel or thread. `since`: epoch ms to look back to. */
  find(
    where: { channel: string; threadTs?: string; key: string; since: number },
    signal: AbortSignal,
  ): Promise<Posted | null>;
  /** Id of the direct-message channel with a person; the same each time. */
  openDm(user: string, signal: AbortSignal): Promise<string>;
  /** Seen by one person only and gone at reload: for hints, never for a call for help. */
  whisper(
    to: { channel: string; user: string; threadTs?: string; text: string },
    signal: AbortSignal,
  ): Promise<void>;
  /** Already there counts as done. */
  react(message: Posted, name: string, signal: AbortSignal): Promise<void>;
  /** Already gone counts as done. */
  unreact(message: Posted, name: string, signal: AbortSignal): Promise<void>;
  permalink(message: Posted, signal: AbortSignal): Promise<string>;
  /** Joins a public channel; private ones refuse. */
  join(channel: string, signal: AbortSignal): Promise<void>;
  user(id: string, signal: AbortSignal): Promise<SlackUser | null>;
  userByEmail(email: string, signal: AbortSignal): Promise<SlackUser | null>;
  /** Everyone in the workspace, deactivated ones too. Heavy: only where no members tab answers. */
  users(signal: AbortSignal): Promise<readonly SlackUser[]>;
  /** Fills or replaces a modal. Refused with `not_found` when the person has closed it. */
  updateView(target: ViewTarget, view: ModalView, signal: AbortSignal): Promise<void>;
  /** Replaces what a person sees in the app's home. */
  publishHome(user: string, view: HomeView, signal: AbortSignal): Promise<void>;
  /** Answers by a gesture's `responseUrl`: five times in half an hour, from wherever it was made. */
  respond(responseUrl: string, response: Response, signal: AbortSignal): Promise<void>;
}
