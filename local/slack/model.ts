import * as z from 'zod/mini';

export const SimUser = z.object({
  id: z.string(),
  handle: z.string(),
  realName: z.string(),
  locale: z.string(),
  kind: z.enum(['member', 'guest', 'single-channel-guest', 'bot']),
  deactivated: z.boolean(),
  /** An owner or an admin of the workspace. */
  admin: z._default(z.boolean(), false),
});
export type SimUser = z.infer<typeof SimUser>;

export const SimMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  threadTs: z.nullable(z.string()),
  user: z.string(),
  botId: z.nullable(z.string()),
  text: z.string(),
  blocks: z.array(z.unknown()),
  metadata: z.unknown(),
  reactions: z.array(z.object({ name: z.string(), user: z.string() })),
  /** Seen by this person only. */
  onlyFor: z.nullable(z.string()),
});
export type SimMessage = z.infer<typeof SimMessage>;

export const SimChannel = z.object({ id: z.string(), name: z.string(), members: z.array(z.string()) });
export type SimChannel = z.infer<typeof SimChannel>;

/** Everything the simulated workspace remembers. */
export const SimState = z.object({
  users: z.array(SimUser),
  channels: z.array(SimChannel),
  messages: z.array(SimMessage),
  /** Who was notified by which message, in order: a mention where they are a member, or a direct message. */
  notifications: z.array(z.object({ user: z.string(), channel: z.string(), ts: z.string() })),
  sequence: z.number(),
});
export type SimState = z.infer<typeof SimState>;

export const TEAM = 'T0TOBAN';
export const APP_USER = 'U0TOBAN';
export const dmOf = (user: string): string => `D${user.slice(1)}`;
