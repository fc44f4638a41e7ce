import type { WebClient } from '@slack/web-api';
import { isTobanError, TobanError } from '../../platform/errors.ts';
import type { OutgoingMessage, Slack, SlackUser } from '../../ports/slack.ts';
import { findByKey } from './find.ts';
import { change, createClient, ensure, read, type SlackOptions } from './requests.ts';
import { createRespond } from './respond.ts';
import { type RawUser, toUser } from './user.ts';

export { createFiles } from './files.ts';
export { createInstall } from './install.ts';
export type { SlackOptions } from './requests.ts';
export { createRooms } from './rooms.ts';
export { createSignIn } from './sign-in.ts';
export { createTokens } from './tokens.ts';
export { createUserGroups } from './user-groups.ts';

/** The port on Slack's Web API. The client neither retries nor waits: tasks do, and they know what is at stake. */
export function createSlack(options: SlackOptions): Slack {
  const { apiUrl, timeoutMs = 8_000 } = options;
  const client = createClient(options);
  const lookUp = async (
    signal: AbortSignal,
    missing: string,
    request: () => Promise<{ user?: unknown }>,
  ): Promise<SlackUser | null> => {
    try {
      const { user } = await read(signal, request);
      return user ? toUser(user as RawUser) : null;
    } catch (error) {
      if (isTobanError(error, 'refused') && error.reason === missing) return null;
      throw error;
    }
  };

  return {
    async post(message, signal) {
      const thread = message.threadTs ? { thread_ts: message.threadTs } : {};
      const request = { ...body(message), ...thread, unfurl_links: false, unfurl_media: false };
      const { channel, ts } = await change(signal, () => client.chat.postMessage(request));
      return { channel: channel ?? message.channel, ts: ts ?? '' };
    },
    async update(message, signal) {
      // Repeating an update does no harm, so a lost answer is simply tried again.
      await read(signal, () => client.chat.update({ ...body(message), ts: message.ts }));
    },
    find: (where, signal) => read(signal, () => findByKey(client, where)),
    async openDm(user, signal) {
      const { channel } = await read(signal, () => client.conversations.open({ users: user }));
      if (!channel?.id)
        throw new TobanError('refused', 'Slack opened no direct message', { reason: 'no_channel' });
      return channel.id;
    },
    async whisper({ channel, user, threadTs, text }, signal) {
      await change(signal, () =>
        client.chat.postEphemeral({ channel, user, text, ...(threadTs && { thread_ts: threadTs }) }),
      );
    },
    react: ({ channel, ts }, name, signal) =>
      ensure(signal, ['already_reacted'], () => client.reactions.add({ channel, timestamp: ts, name })),
    unreact: ({ channel, ts }, name, signal) =>
      ensure(signal, ['no_reaction'], () => client.reactions.remove({ channel, timestamp: ts, name })),
    async permalink({ channel, ts }, signal) {
      const { permalink } = await read(signal, () => client.chat.getPermalink({ channel, message_ts: ts }));
      return permalink ?? '';
    },
    join: (channel, signal) =>
      ensure(signal, ['already_in_channel'], () => client.conversations.join({ channel })),
    user: (id, signal) =>
      lookUp(signal, 'user_not_found', () => client.users.info({ user: id, include_locale: true })),
    userByEmail: (email, signal) =>
      lookUp(signal, 'users_not_found', () => client.users.lookupByEmail({ email })),
    users: (signal) => read(signal, () => listUsers(client)),
    async updateView({ hash, ...target }, view, signal) {
      const which = 'viewId' in target ? { view_id: target.viewId } : { external_id: target.externalId };
      await read(signal, () => client.views.update({ ...which, view, ...(hash && { hash }) }));
    },
    async publishHome(user, view, signal) {
      await read(signal, () => client.views.publish({ user_id: user, view }));
    },
    respond: createRespond({ hosts: responseHosts(apiUrl), timeoutMs }),
  };
}

/** Slack answers gestures at a host of its own; a simulator at the one where its API is. */
const responseHosts = (apiUrl: string | undefined): string[] => [
  'hooks.slack.com',
  ...(apiUrl ? [new URL(apiUrl).host] : []),
];

function body({ channel, text, blocks, key }: OutgoingMessage) {
  return {
    channel,
    text,
    blocks: [...blocks],
    metadata: { event_type: 'toban_task', event_payload: { key } },
  };
}

async function listUsers(client: WebClient): Promise<SlackUser[]> {
  const found: SlackUser[] = [];
  let cursor: string | undefined;
  do {
    const page = await client.users.list({ limit: 200, include_locale: true, ...(cursor && { cursor }) });
    found.push(...(page.members ?? []).map((member) => toUser(member as RawUser)));
    cursor = page.response_metadata?.next_cursor || undefined;
  } while (cursor);
  return found;
}
