import * as z from 'zod/mini';

/**
 * What Slack told the edge, in our words. This is what travels on the bus: small, validated, without tokens.
 * A `responseUrl` lets its bearer answer in somebody's place for half an hour: use it, never store or log it.
 */
const common = { team: z.string(), receivedAt: z.number() };
const nullable = z.nullable(z.string());
/** One person's gesture. `cause` names it: delivered twice, it is the same. */
const gesture = { ...common, user: z.string(), cause: z.string() };
/** External id of the loading view that the edge opened for this gesture; null where none was. */
const modal = { modal: nullable };

/** What stands in an input, by its block's id: a text, a choice (its value or id), several choices, or nothing. */
const Values = z.record(z.string(), z.union([z.string(), z.array(z.string()), z.null()]));
export type Values = z.infer<typeof Values>;

export const InboundMessage = z.object({
  type: z.literal('message'),
  ...common,
  channel: z.string(),
  /** True in a direct message with the app. */
  direct: z.boolean(),
  /** Null for a bot's message without a user. */
  user: nullable,
  /** Ids by which a route may accept a bot: bot id, app id, bot user. Empty for people. */
  bot: z.array(z.string()),
  ts: z.string(),
  threadTs: nullable,
  text: z.string(),
  clientMsgId: nullable,
  mentionsApp: z.boolean(),
  userGroups: z.array(z.string()),
  /** The text before, where this is an edit; null otherwise. */
  editedFrom: nullable,
});
export type InboundMessage = z.infer<typeof InboundMessage>;

export const InboundReaction = z.object({
  type: z.literal('reaction'),
  ...common,
  channel: z.string(),
  ts: z.string(),
  user: z.string(),
  name: z.string(),
  /** True when it was taken away. */
  removed: z.boolean(),
});
export type InboundReaction = z.infer<typeof InboundReaction>;

/** A button, menu or other element, in a message (`channel`, `messageTs`) or in a view (`view`). */
export const InboundAction = z.object({
  type: z.literal('action'),
  ...gesture,
  ...modal,
  actionId: z.string(),
  blockId: z.string(),
  /** The button's value, or what was chosen: an option's value, a person's, channel's or date's id. */
  value: z.string(),
  channel: nullable,
  messageTs: nullable,
  threadTs: nullable,
  view: z.nullable(
    z.object({
      id: z.string(),
      kind: z.enum(['modal', 'home']),
      callbackId: z.string(),
      hash: z.string(),
      privateMetadata: z.string(),
      values: Values,
    }),
  ),
  responseUrl: nullable,
});
export type InboundAction = z.infer<typeof InboundAction>;

export const InboundCommand = z.object({
  type: z.literal('command'),
  ...gesture,
  ...modal,
  /** With its slash: `/toban`. */
  command: z.string(),
  text: z.string(),
  channel: z.string(),
  responseUrl: z.string(),
});
export type InboundCommand = z.infer<typeof InboundCommand>;

/** A shortcut: on a message (then the five are set) or from anywhere. */
export const InboundShortcut = z.object({
  type: z.literal('shortcut'),
  ...gesture,
  ...modal,
  callbackId: z.string(),
  channel: nullable,
  messageTs: nullable,
  threadTs: nullable,
  messageText: nullable,
  /** Null for a bot's message. */
  messageUser: nullable,
  responseUrl: nullable,
});
export type InboundShortcut = z.infer<typeof InboundShortcut>;

export const InboundSubmission = z.object({
  type: z.literal('submission'),
  ...gesture,
  callbackId: z.string(),
  viewId: z.string(),
  privateMetadata: z.string(),
  values: Values,
});
export type InboundSubmission = z.infer<typeof InboundSubmission>;

/** The app's own message with a canary's word in it: the one message of ours that is let through. */
export const InboundCanary = z.object({
  type: z.literal('canary'),
  ...common,
  channel: z.string(),
  ts: z.string(),
  nonce: z.string(),
});
export type InboundCanary = z.infer<typeof InboundCanary>;

/** Somebody opened the app's home. */
export const InboundHome = z.object({ type: z.literal('home'), ...gesture });
export type InboundHome = z.infer<typeof InboundHome>;

/** Somebody deleted a message. */
export const InboundDeletion = z.object({
  type: z.literal('deletion'),
  ...common,
  channel: z.string(),
  ts: z.string(),
});
export type InboundDeletion = z.infer<typeof InboundDeletion>;

/** Something changed about a channel that the app is, or was, in. */
export const InboundRoom = z.object({
  type: z.literal('room'),
  ...common,
  change: z.enum(['archived', 'unarchived', 'renamed', 'joined', 'left']),
  channel: z.string(),
  /** The new one; null where the name is not what changed. */
  name: nullable,
  /** Who did it, or who joined or left. */
  user: nullable,
  /** It is the app itself that joined or left. */
  ourselves: z.boolean(),
  /** It is the app itself that let somebody in. */
  byOurselves: z.boolean(),
});
export type InboundRoom = z.infer<typeof InboundRoom>;

/** Something about tokens or accounts changed. Only a bell: what is true is asked of Slack. */
export const InboundAccounts = z.object({
  type: z.literal('accounts'),
  ...common,
  /** Whose; null: of everybody, as when the app was removed. */
  users: z.nullable(z.array(z.string())),
});
export type InboundAccounts = z.infer<typeof InboundAccounts>;

export const Inbound = z.discriminatedUnion('type', [
  InboundMessage,
  InboundReaction,
  InboundAction,
  InboundCommand,
  InboundShortcut,
  InboundSubmission,
  InboundHome,
  InboundCanary,
  InboundDeletion,
  InboundRoom,
  InboundAccounts,
]);
export type Inbound = z.infer<typeof Inbound>;
