/** Kinds of conversation, by which Slack splits its scopes. */
export type ConversationKind = 'channel' | 'group' | 'im';
export type TokenKind = 'bot' | 'user';

/** Any one of these lets a token call a method; none: every valid token may. */
type AnyOf = readonly string[];
type ByConversation = Readonly<Record<ConversationKind, AnyOf>>;
interface Needs {
  readonly bot: AnyOf | ByConversation;
  /** Null: user tokens may not call it. */
  readonly user: AnyOf | ByConversation | null;
}

const same = (...scopes: string[]): Needs => ({ bot: scopes, user: scopes });
const reading = (verb: 'read' | 'history'): ByConversation => ({
  channel: [`channels:${verb}`],
  group: [`groups:${verb}`],
  im: [`im:${verb}`],
});
const managing = (...more: { bot: string[]; group: string[]; user: string[] }[]): Needs => {
  const [extra] = more;
  const group = ['groups:write', ...(extra?.group ?? [])];
  return {
    bot: { channel: ['channels:manage', ...(extra?.bot ?? [])], group, im: ['im:write'] },
    user: { channel: ['channels:write', ...(extra?.user ?? [])], group, im: ['im:write'] },
  };
};
const both = (needs: ByConversation): Needs => ({ bot: needs, user: needs });
const inviting = {
  bot: ['channels:write.invites'],
  group: ['groups:write.invites'],
  user: ['channels:write.invites'],
};
const topics = {
  bot: ['channels:write.topic'],
  group: ['groups:write.topic'],
  user: ['channels:write.topic'],
};
const free = same();

/** Slack's documented scopes of each Web API method that Toban or its simulated Slack knows. */
export const methodScopes = {
  'apps.uninstall': free,
  'auth.revoke': free,
  'auth.test': free,
  'bookmarks.add': same('bookmarks:write'),
  'bookmarks.edit': same('bookmarks:write'),
  'bookmarks.list': same('bookmarks:read'),
  'bookmarks.remove': same('bookmarks:write'),
  'bots.info': same('users:read'),
  'chat.delete': same('chat:write'),
  'chat.getPermalink': free,
  'chat.postEphemeral': same('chat:write'),
  'chat.postMessage': same('chat:write'),
  'chat.update': same('chat:write'),
  'conversations.archive': managing(),
  'conversations.create': managing(),
  'conversations.history': both(reading('history')),
  'conversations.info': both(reading('read')),
  'conversations.invite': managing(inviting),
  'conversations.join': { bot: ['channels:join'], user: ['channels:write'] },
  'conversations.kick': managing(),
  'conversations.leave': managing(),
  'conversations.list': both(reading('read')),
  'conversations.members': both(reading('read')),
  'conversations.open': both({ channel: ['im:write'], group: ['im:write'], im: ['im:write'] }),
  'conversations.rename': managing(),
  'conversations.replies': both(reading('history')),
  'conversations.setPurpose': managing(topics),
  'conversations.setTopic': managing(topics),
  'conversations.unarchive': managing(),
  'dnd.info': same('dnd:read'),
  'dnd.teamInfo': same('dnd:read'),
  'files.completeUploadExternal': same('files:write'),
  'files.getUploadURLExternal': same('files:write'),
  'pins.add': same('pins:write'),
  'pins.list': same('pins:read'),
  'pins.remove': same('pins:write'),
  'reactions.add': same('reactions:write'),
  'reactions.get': same('reactions:read'),
  'reactions.remove': same('reactions:write'),
  'team.info': same('team:read'),
  'usergroups.create': same('usergroups:write'),
  'usergroups.disable': same('usergroups:write'),
  'usergroups.enable': same('usergroups:write'),
  'usergroups.list': same('usergroups:read'),
  'usergroups.update': same('usergroups:write'),
  'usergroups.users.list': same('usergroups:read'),
  'usergroups.users.update': same('usergroups:write'),
  'users.getPresence': same('users:read'),
  'users.info': same('users:read'),
  'users.list': same('users:read'),
  'users.lookupByEmail': same('users:read.email'),
  'users.profile.get': same('users.profile:read'),
  'views.open': { bot: [], user: null },
  'views.publish': { bot: [], user: null },
  'views.push': { bot: [], user: null },
  'views.update': { bot: [], user: null },
} as const satisfies Record<string, Needs>;

export type SlackMethod = keyof typeof methodScopes;

/**
 * The scopes of which a token of this kind needs one to call a method on such a conversation; empty: none is needed;
 * null: this kind of token may not call it at all.
 */
export function scopesFor(
  method: SlackMethod,
  token: TokenKind,
  conversation: ConversationKind,
): AnyOf | null {
  const needs: Needs = methodScopes[method];
  const mine = needs[token];
  if (mine === null || isAnyOf(mine)) return mine;
  return mine[conversation];
}

const isAnyOf = (needs: AnyOf | ByConversation): needs is AnyOf => Array.isArray(needs);
