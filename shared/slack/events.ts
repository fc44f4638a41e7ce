import * as z from 'zod/mini';
import { nonceIn } from './canary-word.ts';
import { causeOf } from './gesture.ts';
import type { Inbound, InboundMessage } from './inbound.ts';
import { isRoomEvent, parseRoomEvent } from './room-events.ts';

const text = z.optional(z.nullable(z.string()));

const RawMessage = z.object({
  user: text,
  bot_id: text,
  app_id: text,
  subtype: text,
  ts: z.string(),
  thread_ts: text,
  text: text,
  client_msg_id: text,
  blocks: z.optional(z.nullable(z.array(z.unknown()))),
});

const MessageEvent = z.extend(RawMessage, {
  type: z.enum(['message', 'app_mention']),
  channel: z.string(),
  channel_type: text,
  ts: z.optional(z.string()),
  message: z.optional(RawMessage),
  deleted_ts: text,
  previous_message: z.optional(z.nullable(z.object({ text }))),
});

const ReactionEvent = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: z.string(),
  reaction: z.string(),
  item: z.object({ type: z.string(), channel: z.optional(z.string()), ts: z.optional(z.string()) }),
});

const HomeOpened = z.object({
  type: z.literal('app_home_opened'),
  user: z.string(),
  tab: z.optional(z.string()),
  event_ts: z.optional(z.string()),
});

const TokensRevoked = z.object({
  type: z.literal('tokens_revoked'),
  tokens: z.object({ oauth: z.optional(z.array(z.string())), bot: z.optional(z.array(z.string())) }),
});
const UserChanged = z.object({ type: z.literal('user_change'), user: z.object({ id: z.string() }) });

// Plain objects, which drop what is not named: zod checks them several times as fast as loose ones.
const Typed = z.object({ type: z.string() });

const Envelope = z.object({
  type: z.literal('event_callback'),
  team_id: z.string(),
  authorizations: z.optional(z.nullable(z.array(z.object({ user_id: text })))),
  event: z.unknown(),
});

export const Verification = z.object({ type: z.literal('url_verification'), challenge: z.string() });

export type ParsedEvent =
  | { readonly kind: 'inbound'; readonly inbound: Inbound }
  /** Understood, and nothing of ours. */
  | { readonly kind: 'ignored'; readonly code: string }
  | { readonly kind: 'invalid'; readonly code: string };

/** Message subtypes that a person's (or a form's) own message may have. */
const SPOKEN = new Set([null, 'thread_broadcast', 'file_share', 'me_message', 'bot_message']);

/** An Events API body (already JSON) in our words. Never throws. */
export function parseEvent(body: unknown, receivedAt: number): ParsedEvent {
  const envelope = Envelope.safeParse(body);
  if (!envelope.success) return { kind: 'invalid', code: 'not-an-event' };
  const { event, team_id: team } = envelope.data;
  const typed = Typed.safeParse(event);
  if (!typed.success) return { kind: 'invalid', code: 'not-an-event' };
  const { type } = typed.data;
  const self = envelope.data.authorizations?.[0]?.user_id ?? null;
  if (type === 'message' || type === 'app_mention') return parseMessage(event, team, self, receivedAt);
  if (type === 'reaction_added' || type === 'reaction_removed')
    return parseReaction(event, team, self, receivedAt);
  if (type === 'app_home_opened') return parseHome(event, team, receivedAt);
  if (isRoomEvent(type)) {
    const inbound = parseRoomEvent(event, team, self, receivedAt);
    return inbound ? { kind: 'inbound', inbound } : { kind: 'invalid', code: 'malformed-room-event' };
  }
  const users = accountsIn(type, event);
  if (users !== undefined) return { kind: 'inbound', inbound: { type: 'accounts', team, receivedAt, users } };
  return { kind: 'ignored', code: 'unused-event' };
}

/** Whose tokens or accounts changed; undefined where it is no such event. */
function accountsIn(type: string, event: unknown): string[] | null | undefined {
  if (type === 'app_uninstalled') return null;
  const revoked = TokensRevoked.safeParse(event);
  if (revoked.success) return [...(revoked.data.tokens.oauth ?? []), ...(revoked.data.tokens.bot ?? [])];
  const changed = UserChanged.safeParse(event);
  return changed.success ? [changed.data.user.id] : undefined;
}

function parseReaction(event: unknown, team: string, self: string | null, receivedAt: number): ParsedEvent {
  const parsed = ReactionEvent.safeParse(event);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-reaction' };
  const { type, user, item, reaction: name } = parsed.data;
  if (!item.channel || !item.ts) return { kind: 'ignored', code: 'reaction-not-on-message' };
  if (user === self) return { kind: 'ignored', code: 'own-reaction' };
  const { channel, ts } = item;
  const removed = type === 'reaction_removed';
  return {
    kind: 'inbound',
    inbound: { type: 'reaction', team, receivedAt, channel, ts, user, name, removed },
  };
}

function parseHome(event: unknown, team: string, receivedAt: number): ParsedEvent {
  const parsed = HomeOpened.safeParse(event);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-home' };
  const { user, tab, event_ts: at } = parsed.data;
  if (tab !== undefined && tab !== 'home') return { kind: 'ignored', code: 'another-tab' };
  const cause = causeOf(user, at ?? String(receivedAt));
  return { kind: 'inbound', inbound: { type: 'home', team, receivedAt, user, cause } };
}

function parseMessage(event: unknown, team: string, self: string | null, receivedAt: number): ParsedEvent {
  const parsed = MessageEvent.safeParse(event);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-message' };
  const outer = parsed.data;
  const edited = outer.subtype === 'message_changed';
  const message = edited ? outer.message : outer;
  // A head of a thread is not deleted but becomes a tombstone.
  const deleted = outer.subtype === 'message_deleted' ? outer.deleted_ts : tombstone(message);
  if (deleted)
    return {
      kind: 'inbound',
      inbound: { type: 'deletion', team, receivedAt, channel: outer.channel, ts: deleted },
    };
  if (message === undefined || message.ts === undefined) return { kind: 'ignored', code: 'no-message' };
  if (!SPOKEN.has(message.subtype ?? null)) return { kind: 'ignored', code: 'not-spoken' };
  const words = message.text ?? '';
  if (message.user && message.user === self) {
    const nonce = edited ? null : nonceIn(words);
    if (nonce === null) return { kind: 'ignored', code: 'own-message' };
    const { channel } = outer;
    return { kind: 'inbound', inbound: { type: 'canary', team, receivedAt, channel, ts: message.ts, nonce } };
  }
  const blocks = message.blocks ?? [];
  const inbound: InboundMessage = {
    type: 'message',
    team,
    receivedAt,
    channel: outer.channel,
    direct: outer.channel_type === 'im' || outer.channel.startsWith('D'),
    user: message.user ?? null,
    bot: message.bot_id
      ? [message.bot_id, message.app_id, message.user].filter((id) => typeof id === 'string')
      : [],
    ts: message.ts,
    threadTs: message.thread_ts ?? null,
    text: words,
    clientMsgId: message.client_msg_id ?? null,
    mentionsApp: outer.type === 'app_mention' || (self !== null && words.includes(`<@${self}`)),
    userGroups: userGroupsIn(words, blocks),
    editedFrom: edited ? (outer.previous_message?.text ?? '') : null,
  };
  return { kind: 'inbound', inbound };
}

const tombstone = (message: z.infer<typeof RawMessage> | z.infer<typeof MessageEvent> | undefined) =>
  message?.subtype === 'tombstone' ? message.ts : null;

/** Ids of mentioned user groups, from the text and from rich text (where the text may lack them). */
function userGroupsIn(words: string, blocks: readonly unknown[]): string[] {
  const found = new Set<string>();
  for (const match of words.matchAll(/<!subteam\^(S[A-Z0-9]+)(?:\|[^>]*)?>/g))
    if (match[1]) found.add(match[1]);
  const open: unknown[] = [...blocks];
  for (let visited = 0; open.length > 0 && visited < 5_000; visited += 1) {
    const node = open.pop();
    if (typeof node !== 'object' || node === null) continue;
    const { usergroup_id: id, elements } = node as { usergroup_id?: unknown; elements?: unknown };
    if (typeof id === 'string' && /^S[A-Z0-9]+$/.test(id)) found.add(id);
    if (Array.isArray(elements)) open.push(...elements);
  }
  return [...found];
}
