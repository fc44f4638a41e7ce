import type { WebClient } from '@slack/web-api';
import { isTobanError } from '../../platform/errors.ts';
import type { Channel, ReadMessage, Rooms } from '../../ports/rooms.ts';
import type { Posted } from '../../ports/slack.ts';
import { change, createClient, ensure, read, type SlackOptions } from './requests.ts';

/** The port of rooms on Slack's Web API; with an administrator's token only what `RoomMaker` lists is ever asked of it. */
export function createRooms(options: SlackOptions): Rooms {
  const client = createClient(options);
  let asked: { readonly account: string; readonly team: string } | null = null;
  async function tested(signal: AbortSignal) {
    if (asked) return asked;
    const { user_id, team_id } = await read(signal, () => client.auth.test());
    asked = { account: user_id ?? '', team: team_id ?? '' };
    return asked;
  }

  const self = async (signal: AbortSignal): Promise<string> => (await tested(signal)).account;

  return {
    self,
    team: async (signal) => (await tested(signal)).team,
    async createChannel(name, secret, signal) {
      const { channel } = await change(signal, () =>
        client.conversations.create({ name, is_private: secret }),
      );
      return { id: channel?.id ?? '', name: channel?.name ?? name };
    },
    invite: (channel, users, signal) =>
      ensure(signal, ['already_in_channel', 'cant_invite_self'], () =>
        client.conversations.invite({ channel, users }),
      ),
    async findOwn(names, since, signal) {
      const me = await self(signal);
      return read(signal, () => findOwn(client, names, since, me));
    },
    async setTopic(channel, topic, signal) {
      await read(signal, () => client.conversations.setTopic({ channel, topic }));
    },
    async setPurpose(channel, purpose, signal) {
      await read(signal, () => client.conversations.setPurpose({ channel, purpose }));
    },
    async bookmark(channel, { title, url }, signal) {
      const { bookmarks } = await read(signal, () => client.bookmarks.list({ channel_id: channel }));
      if (bookmarks?.some((one) => one.title === title)) return;
      await change(signal, () =>
        client.bookmarks.add({ channel_id: channel, title, link: url, type: 'link' }),
      );
    },
    pin: ({ channel, ts }, signal) =>
      ensure(signal, ['already_pinned'], () => client.pins.add({ channel, timestamp: ts })),
    async read(message, signal) {
      try {
        return await read(signal, () => readMessage(client, message));
      } catch (error) {
        if (isTobanError(error, 'refused') && error.reason === 'message_not_found') return null;
        throw error;
      }
    },
    members: (channel, signal) => read(signal, () => listMembers(client, channel)),
    archive: (channel, signal) =>
      ensure(signal, ['already_archived'], () => client.conversations.archive({ channel })),
    async groupMembers(group, signal) {
      const { users } = await read(signal, () => client.usergroups.users.list({ usergroup: group }));
      return users ?? [];
    },
  };
}

/** Slack's clock and ours may differ by this much. */
const SKEW_MS = 60_000;

async function findOwn(
  client: WebClient,
  names: readonly string[],
  since: number,
  self: string,
): Promise<Channel | null> {
  let cursor: string | undefined;
  do {
    const page = await client.conversations.list({
      types: 'public_channel,private_channel',
      exclude_archived: true,
      limit: 200,
      ...(cursor && { cursor }),
    });
    const hit = page.channels?.find(
      ({ name, creator, created = 0 }) =>
        creator === self && names.includes(name ?? '') && created * 1_000 >= since - SKEW_MS,
    );
    if (hit?.id) return { id: hit.id, name: hit.name ?? '' };
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return null;
}

async function listMembers(client: WebClient, channel: string): Promise<string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.conversations.members({ channel, limit: 200, ...(cursor && { cursor }) });
    found.push(...(page.members ?? []));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found;
}

interface Raw {
  readonly subtype?: string;
  readonly user?: string;
  readonly username?: string;
  readonly bot_profile?: { readonly name?: string };
  readonly bot_id?: string;
  readonly text?: string;
  readonly edited?: { readonly ts?: string };
  readonly files?: readonly { readonly name?: string | null }[];
  readonly reactions?: readonly { readonly name?: string; readonly users?: readonly string[] }[];
}

/** `reactions.get`, because it alone reads any message by its timestamp, replies too, and with all who reacted. */
async function readMessage(client: WebClient, { channel, ts }: Posted): Promise<ReadMessage | null> {
  const answer = await client.reactions.get({ channel, timestamp: ts, full: true });
  const message = answer.message as Raw | undefined;
  if (!message || message.subtype === 'tombstone') return null;
  const { user, username, bot_profile, bot_id, text, edited, files, reactions } = message;
  return {
    user: user ?? null,
    bot: username ?? bot_profile?.name ?? bot_id ?? null,
    text: text ?? '',
    files: (files ?? []).map(({ name }) => name ?? '?'),
    editedTs: edited?.ts ?? null,
    reactions: Object.fromEntries((reactions ?? []).map(({ name = '', users = [] }) => [name, users])),
  };
}
