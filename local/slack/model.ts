import * as z from 'zod/mini';

const flag = z.boolean();
const optionalText = z.nullable(z.string());

export const SimUser = z.object({
  id: z.string(),
  handle: z.string(),
  realName: z.string(),
  /** What they do, as their profile says. */
  title: z.optional(z.string()),
  email: optionalText,
  /** BCP 47, such as `ja-JP`. */
  locale: z.string(),
  kind: z.enum(['member', 'guest', 'single-channel-guest', 'bot']),
  admin: flag,
  owner: flag,
  deactivated: flag,
  /** In do-not-disturb: messages arrive, the telephone stays silent. */
  dnd: flag,
});
export type SimUser = z.infer<typeof SimUser>;

export const SimMessage = z.object({
  channel: z.string(),
  ts: z.string(),
  threadTs: optionalText,
  user: z.string(),
  botId: optionalText,
  text: z.string(),
  blocks: z.array(z.unknown()),
  metadata: z.unknown(),
  reactions: z.array(z.object({ name: z.string(), user: z.string() })),
  /** Seen by this person only. */
  onlyFor: optionalText,
  clientMsgId: optionalText,
  /** Names of the files that came with it. */
  files: z.optional(z.array(z.string())),
  /** When it was edited last; null for never. */
  editedTs: optionalText,
  /** Deleted, but kept as the head of its thread. */
  tombstone: flag,
});
export type SimMessage = z.infer<typeof SimMessage>;

export const SimBookmark = z.object({
  id: z.string(),
  title: z.string(),
  link: z.string(),
  emoji: z.string(),
});
export type SimBookmark = z.infer<typeof SimBookmark>;

export const SimChannel = z.object({
  id: z.string(),
  name: z.string(),
  members: z.array(z.string()),
  private: flag,
  archived: flag,
  creator: z.string(),
  /** Epoch seconds. */
  created: z.number(),
  topic: z.string(),
  purpose: z.string(),
  bookmarks: z.array(SimBookmark),
  /** `ts` of pinned messages. */
  pins: z.array(z.string()),
});
export type SimChannel = z.infer<typeof SimChannel>;

export const SimUserGroup = z.object({
  id: z.string(),
  handle: z.string(),
  name: z.string(),
  description: z.string(),
  users: z.array(z.string()),
  enabled: flag,
});
export type SimUserGroup = z.infer<typeof SimUserGroup>;

/** An open modal or a Home tab of one person. Modals of one stack share `rootId`, the lowest first. */
export const SimView = z.object({
  id: z.string(),
  user: z.string(),
  type: z.enum(['modal', 'home']),
  rootId: z.string(),
  previousId: optionalText,
  externalId: z.string(),
  hash: z.string(),
  callbackId: z.string(),
  privateMetadata: z.string(),
  title: z.unknown(),
  submit: z.unknown(),
  close: z.unknown(),
  clearOnClose: flag,
  notifyOnClose: flag,
  blocks: z.array(z.unknown()),
});
export type SimView = z.infer<typeof SimView>;

/** A message that made somebody's device show it; `silent`: they were in do-not-disturb, so nothing rang. */
export const SimNotification = z.object({
  id: z.string(),
  user: z.string(),
  channel: z.string(),
  ts: z.string(),
  silent: flag,
});
export type SimNotification = z.infer<typeof SimNotification>;

/** A file that somebody handed in. */
export const SimFile = z.object({
  id: z.string(),
  user: z.string(),
  name: z.string(),
  title: z.string(),
  alt: z.string(),
  /** How many bytes were promised. */
  length: z.number(),
  /** In base64; null until they came. */
  bytes: optionalText,
  /** From when on a message may show it, epoch ms; null until it is complete. */
  readyAt: z.nullable(z.number()),
});
export type SimFile = z.infer<typeof SimFile>;

/** A token given out by an installation or a sign-in. */
export const SimToken = z.object({
  token: z.string(),
  kind: z.enum(['bot', 'user', 'sign-in']),
  user: z.string(),
  scopes: z.array(z.string()),
  revoked: flag,
  /** Set where it is of another workspace than the one simulated here. */
  team: z.optional(z.string()),
});
export type SimToken = z.infer<typeof SimToken>;

export const TEAM = 'T0TOBAN';
/** Another workspace, of which there is nothing but one administrator who may agree to an installation. */
export const FOREIGN = { team: 'T0ELSEWHERE', user: 'U0ELSEWHERE', name: 'Elsewhere Admin' } as const;
export const TEAM_NAME = 'Toban';
export const APP = 'A0TOBAN';
export const APP_USER = 'U0TOBAN';
export const APP_BOT = 'B0TOBAN';
export const dmOf = (user: string): string => `D${user.slice(1)}`;
export const isDm = (channel: string): boolean => channel.startsWith('D');
