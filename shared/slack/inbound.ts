import * as z from 'zod/mini';

/** What Slack told the edge, in our words. This is what travels on the bus: small, validated, without tokens. */
const common = { team: z.string(), receivedAt: z.number() };
const nullable = z.nullable(z.string());

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
});
export type InboundReaction = z.infer<typeof InboundReaction>;

export const InboundAction = z.object({
  type: z.literal('action'),
  ...common,
  channel: z.string(),
  messageTs: z.string(),
  threadTs: nullable,
  user: z.string(),
  actionId: z.string(),
  value: z.string(),
  /** When it was pressed, as Slack counts: one id for each press. */
  actionTs: z.string(),
});
export type InboundAction = z.infer<typeof InboundAction>;

export const Inbound = z.discriminatedUnion('type', [InboundMessage, InboundReaction, InboundAction]);
export type Inbound = z.infer<typeof Inbound>;
