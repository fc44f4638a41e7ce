import {
  APP,
  APP_BOT,
  APP_USER,
  isDm,
  type SimChannel,
  type SimMessage,
  type SimUser,
  TEAM,
} from './model.ts';
import type { Workspace } from './workspace.ts';

/** A message as the Web API and events show it. Metadata only where it was asked for. */
export function shown(workspace: Workspace, message: SimMessage, withMetadata = false): object {
  const { channel, ts, threadTs, user, botId, text, blocks, metadata, reactions, editedTs, files } = message;
  const replies = threadTs ? [] : repliesOf(workspace, message);
  return {
    type: 'message',
    ts,
    // A form's message has a bot and no person; the app's own has both.
    ...(botId && botId !== APP_BOT ? {} : { user }),
    text,
    ...(message.tombstone && { subtype: 'tombstone' }),
    ...(blocks.length > 0 && { blocks }),
    ...(threadTs && { thread_ts: threadTs }),
    ...(replies.length > 0 && { thread_ts: ts, reply_count: replies.length }),
    ...(botId && { bot_id: botId }),
    ...(user === APP_USER && { app_id: APP }),
    ...(files && { files: files.map((name) => ({ id: fileId(ts, name), name })) }),
    ...(editedTs && { edited: { user, ts: editedTs } }),
    ...(reactions.length > 0 && { reactions: grouped(reactions) }),
    ...(workspace.channel(channel)?.pins.includes(ts) && { pinned_to: [channel] }),
    ...(withMetadata && metadata ? { metadata } : {}),
  };
}

const fileId = (ts: string, name: string): string => `F${ts.replace('.', '')}${name.length}`;

const repliesOf = (workspace: Workspace, { channel, ts }: SimMessage): SimMessage[] =>
  workspace.messagesIn(channel).filter((one) => one.threadTs === ts && one.onlyFor === null);

export function grouped(reactions: SimMessage['reactions']): object[] {
  const names = [...new Set(reactions.map(({ name }) => name))];
  return names.map((name) => {
    const users = reactions.filter((one) => one.name === name).map(({ user }) => user);
    return { name, users, count: users.length };
  });
}

export function shownUser(user: SimUser, { withEmail = true, withLocale = true } = {}): object {
  const { id, handle, realName, email, locale, kind, deactivated, admin, owner } = user;
  const guest = kind === 'guest' || kind === 'single-channel-guest';
  return {
    id,
    team_id: TEAM,
    name: handle,
    real_name: realName,
    deleted: deactivated,
    is_bot: kind === 'bot',
    ...(withLocale && { locale }),
    tz: 'Asia/Tokyo',
    tz_offset: 32_400,
    // Slack leaves the roles out for a deactivated account.
    ...(!deactivated && {
      is_admin: admin,
      is_owner: owner,
      is_primary_owner: owner,
      is_restricted: guest,
      is_ultra_restricted: kind === 'single-channel-guest',
    }),
    profile: profileOf(user, withEmail ? email : null),
  };
}

export const profileOf = ({ realName }: SimUser, email: string | null): object => ({
  display_name: '',
  real_name: realName,
  ...(email && { email }),
});

export function shownChannel(channel: SimChannel, viewer: string): object {
  const { id, name, creator, created, archived, members, topic, purpose } = channel;
  return {
    id,
    name,
    creator,
    created,
    is_channel: true,
    is_group: false,
    is_im: false,
    is_private: channel.private,
    is_archived: archived,
    is_member: members.includes(viewer),
    is_general: false,
    num_members: members.length,
    topic: { value: topic, creator: '', last_set: 0 },
    purpose: { value: purpose, creator: '', last_set: 0 },
  };
}

export const shownDm = (id: string): object => ({
  id,
  is_im: isDm(id),
  is_archived: false,
  user: `U${id.slice(1)}`,
});
