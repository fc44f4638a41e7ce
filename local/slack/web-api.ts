import { APP_USER, dmOf, type SimMessage, type SimUser } from './model.ts';
import type { Workspace } from './workspace.ts';

type Args = Readonly<Record<string, string>>;
/** Thrown by a method: Slack's own error code. */
export class SlackRefusal extends Error {}
const refuse = (code: string): never => {
  throw new SlackRefusal(code);
};

interface Method {
  /** Any other argument is `invalid_arguments`. */
  readonly args: readonly string[];
  readonly run: (workspace: Workspace, args: Args) => object;
}

const MAX_BLOCKS = 50;
const POST = ['channel', 'text', 'blocks', 'metadata', 'thread_ts', 'unfurl_links', 'unfurl_media'];

/** The Web API as a table; a method that is not here is `unknown_method`. */
export const methods: Readonly<Record<string, Method>> = {
  'auth.test': { args: [], run: () => ({ user_id: APP_USER, team_id: 'T0TOBAN', bot_id: 'B0TOBAN' }) },
  'chat.postMessage': {
    args: POST,
    run(workspace, args) {
      const channel = writable(workspace, args.channel);
      const thread = args.thread_ts;
      if (thread && !workspace.find(channel, thread)) refuse('thread_not_found');
      const message = workspace.add({ channel, user: APP_USER, ...content(args), threadTs: thread ?? null });
      return { channel, ts: message.ts, message: shown(message, false) };
    },
  },
  'chat.update': {
    args: ['channel', 'ts', 'text', 'blocks', 'metadata'],
    run(workspace, args) {
      const message = messageOf(workspace, args.channel, args.ts);
      if (message.user !== APP_USER) refuse('cant_update_message');
      if ((args.text ?? '').length > 4_000) refuse('msg_too_long');
      Object.assign(message, content(args));
      workspace.changed();
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    args: ['channel', 'user', 'text', 'blocks', 'thread_ts'],
    run(workspace, args) {
      const channel = writable(workspace, args.channel);
      const user = args.user ?? '';
      if (!workspace.isMember(channel, user)) refuse('user_not_in_channel');
      const { ts } = workspace.add({
        channel,
        user: APP_USER,
        ...content(args),
        threadTs: args.thread_ts ?? null,
        onlyFor: user,
      });
      return { message_ts: ts };
    },
  },
  'chat.getPermalink': {
    args: ['channel', 'message_ts'],
    run(workspace, args) {
      const { channel, ts } = messageOf(workspace, args.channel, args.message_ts);
      return {
        channel,
        permalink: `https://simulated.slack.com/archives/${channel}/p${ts.replace('.', '')}`,
      };
    },
  },
  'conversations.open': {
    args: ['users'],
    run(workspace, args) {
      const user = workspace.user(args.users ?? '') ?? refuse('user_not_found');
      if ((user as SimUser).deactivated) refuse('user_disabled');
      return { channel: { id: dmOf((user as SimUser).id) } };
    },
  },
  'conversations.join': {
    args: ['channel'],
    run(workspace, args) {
      const channel =
        workspace.state.channels.find((one) => one.id === args.channel) ?? refuse('channel_not_found');
      const { members } = channel as { members: string[] };
      if (!members.includes(APP_USER)) members.push(APP_USER);
      workspace.changed();
      return { channel: { id: args.channel } };
    },
  },
  'conversations.replies': {
    args: ['channel', 'ts', 'limit', 'oldest', 'cursor', 'include_all_metadata'],
    run: history,
  },
  'conversations.history': {
    args: ['channel', 'limit', 'oldest', 'cursor', 'include_all_metadata'],
    run: history,
  },
  'users.info': {
    args: ['user', 'include_locale'],
    run: (workspace, args) => ({
      user: userObject(workspace.user(args.user ?? '') ?? (refuse('user_not_found') as never)),
    }),
  },
  'users.lookupByEmail': {
    args: ['email'],
    run(workspace, args) {
      const user = workspace.state.users.find((one) => emailOf(one) === args.email && !one.deactivated);
      return { user: userObject(user ?? (refuse('users_not_found') as never)) };
    },
  },
  'users.list': {
    args: ['limit', 'cursor', 'include_locale'],
    run: ({ state }) => ({ members: state.users.map(userObject) }),
  },
  'reactions.add': {
    args: ['channel', 'timestamp', 'name'],
    run(workspace, args) {
      const { reactions } = messageOf(workspace, args.channel, args.timestamp);
      const name = args.name ?? '';
      if (reactions.some((one) => one.name === name && one.user === APP_USER)) refuse('already_reacted');
      reactions.push({ name, user: APP_USER });
      workspace.changed();
      return {};
    },
  },
  'reactions.remove': {
    args: ['channel', 'timestamp', 'name'],
    run(workspace, args) {
      const { reactions } = messageOf(workspace, args.channel, args.timestamp);
      const at = reactions.findIndex((one) => one.name === args.name && one.user === APP_USER);
      if (at < 0) refuse('no_reaction');
      reactions.splice(at, 1);
      workspace.changed();
      return {};
    },
  },
};

function writable(workspace: Workspace, channel = ''): string {
  const known = channel.startsWith('D') || workspace.state.channels.some((one) => one.id === channel);
  if (!known) refuse('channel_not_found');
  if (!workspace.isMember(channel, APP_USER)) refuse('not_in_channel');
  return channel;
}

function messageOf(workspace: Workspace, channel = '', ts = ''): SimMessage {
  return workspace.find(channel, ts) ?? (refuse('message_not_found') as never);
}

function content(args: Args): Pick<SimMessage, 'text' | 'blocks' | 'metadata'> {
  const blocks: unknown[] = JSON.parse(args.blocks ?? '[]');
  const text = (args.text ?? '').slice(0, 40_000);
  if (text === '' && blocks.length === 0) refuse('no_text');
  if (blocks.length > MAX_BLOCKS) refuse('invalid_blocks');
  for (const block of blocks as { type?: string; text?: { text?: string } }[]) {
    if (block.type === 'section' && (block.text?.text ?? '').length > 3_000) refuse('invalid_blocks');
  }
  return { text, blocks, metadata: args.metadata ? JSON.parse(args.metadata) : null };
}

function history(workspace: Workspace, args: Args): object {
  const { channel = '', ts, oldest = '0', include_all_metadata: metadata } = args;
  if (!workspace.isMember(channel, APP_USER)) refuse('not_in_channel');
  const messages = workspace.state.messages
    .filter((one) => one.channel === channel && one.onlyFor === null)
    .filter((one) => (ts ? one.ts === ts || one.threadTs === ts : one.threadTs === null))
    .filter((one) => Number(one.ts) >= Number(oldest));
  return { messages: messages.map((one) => shown(one, metadata === 'true')), has_more: false };
}

export function shown(message: SimMessage, withMetadata: boolean): object {
  const { ts, threadTs, user, botId, text, blocks, metadata } = message;
  return {
    type: 'message',
    ts,
    user,
    text,
    blocks,
    ...(threadTs && { thread_ts: threadTs }),
    ...(botId && { bot_id: botId }),
    ...(withMetadata && metadata ? { metadata } : {}),
  };
}

const emailOf = (user: SimUser): string => `${user.handle}@example.com`;

function userObject(user: SimUser): object {
  const { id, handle, realName, locale, kind, deactivated, admin } = user;
  return {
    id,
    name: handle,
    real_name: realName,
    deleted: deactivated,
    is_bot: kind === 'bot',
    is_admin: admin,
    is_owner: false,
    is_restricted: kind === 'guest' || kind === 'single-channel-guest',
    is_ultra_restricted: kind === 'single-channel-guest',
    locale,
    profile: { display_name: '', real_name: realName, email: emailOf(user) },
  };
}
