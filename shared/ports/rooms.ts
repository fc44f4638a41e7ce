import type { Posted } from './slack.ts';

export interface Channel {
  readonly id: string;
  readonly name: string;
}

/** What may have to be done with an administrator's token instead of the bot's; never a message. */
export interface RoomMaker {
  /** The account that acts: it must be in a channel to invite others. */
  self(signal: AbortSignal): Promise<string>;
  /** Refused with `name_taken`, `invalid_name_…`, `restricted_action`. */
  createChannel(name: string, secret: boolean, signal: AbortSignal): Promise<Channel>;
  /**
   * A channel under one of these names that this very account has made since then (epoch ms) and that is not archived:
   * what an attempt left behind whose answer was lost.
   */
  findOwn(names: readonly string[], since: number, signal: AbortSignal): Promise<Channel | null>;
  /** One person; being there already counts as done. Refused with Slack's code. */
  invite(channel: string, user: string, signal: AbortSignal): Promise<void>;
}

/** What is read of one message, as it stands now, for the timeline. */
export interface ReadMessage {
  readonly user: string | null;
  /** What a bot without an account calls itself; null for people. */
  readonly bot: string | null;
  /** As Slack has it: mentions by id, entities escaped. */
  readonly text: string;
  /** Names. */
  readonly files: readonly string[];
  /** Null for one that was never edited. */
  readonly editedTs: string | null;
  /** Who reacted, by the reaction's name. */
  readonly reactions: Readonly<Record<string, readonly string[]>>;
}

/**
 * What a room in Slack asks for beyond messages. Errors as in the port of messages: `refused` with Slack's code as
 * `reason`, `rate-limited`, `unavailable`, `unknown-outcome`.
 */
export interface Rooms extends RoomMaker {
  /** Id of the workspace that the bot belongs to. */
  team(signal: AbortSignal): Promise<string>;
  setTopic(channel: string, topic: string, signal: AbortSignal): Promise<void>;
  setPurpose(channel: string, purpose: string, signal: AbortSignal): Promise<void>;
  /** A link at the top of the channel; the same title twice stays one. */
  bookmark(
    channel: string,
    link: { readonly title: string; readonly url: string },
    signal: AbortSignal,
  ): Promise<void>;
  /** Already pinned counts as done. */
  pin(message: Posted, signal: AbortSignal): Promise<void>;
  /** A message or a reply in a thread; null when it was deleted. */
  read(message: Posted, signal: AbortSignal): Promise<ReadMessage | null>;
  /** Everybody in a channel, the bot too. */
  members(channel: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Already archived counts as done. */
  archive(channel: string, signal: AbortSignal): Promise<void>;
  /** Members of a user group. */
  groupMembers(group: string, signal: AbortSignal): Promise<readonly string[]>;
}
