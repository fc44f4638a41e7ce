import * as z from 'zod/mini';
import { changeMessage, deleteMessage, postMessage } from '../acts/messages.ts';
import { checkBlocks } from '../blocks.ts';
import { refuse, refuseShape } from '../errors.ts';
import type { SimMessage } from '../model.ts';
import { shown } from '../shown.ts';
import type { Workspace } from '../workspace.ts';
import { type Call, flag, json, maybe, messageOf, method, text, writable } from './define.ts';

const content = { text: maybe, blocks: z.optional(json), metadata: z.optional(json) };
const POST_TRUNCATES_AT = 40_000;
const UPDATE_REFUSES_AT = 4_000;
/** No limit is documented; ids never come near this one (assumed). */
const MOST_METADATA = 8_000;

export const chat = {
  'chat.postMessage': method(
    'post',
    {
      channel: text,
      ...content,
      thread_ts: maybe,
      reply_broadcast: flag,
      unfurl_links: flag,
      unfurl_media: flag,
      mrkdwn: flag,
      // Not documented as an argument, but its errors are; it does not keep a message from coming twice (assumed).
      client_msg_id: maybe,
    },
    (call, args) => {
      const channel = writable(call, isPerson(args.channel) ? `D${args.channel.slice(1)}` : args.channel);
      const thread = threadOf(call, channel, args.thread_ts);
      const message = postMessage(call, {
        channel,
        user: call.token.user,
        ...contentOf(args, call.workspace),
        threadTs: thread,
        ...(args.client_msg_id && { clientMsgId: args.client_msg_id }),
      });
      return { channel, ts: message.ts, message: shown(call.workspace, message) };
    },
  ),
  'chat.update': method(3, { channel: text, ts: text, ...content, link_names: flag }, (call, args) => {
    const message = messageOf(call, args.channel, args.ts);
    if (message.user !== call.token.user || message.onlyFor) refuse('cant_update_message');
    if ((args.text ?? '').length > UPDATE_REFUSES_AT) refuse('msg_too_long');
    if (call.workspace.channel(message.channel)?.archived) refuse('is_archived');
    const { metadata, ...rest } = contentOf(args, call.workspace);
    changeMessage(call, message, { ...rest, ...(args.metadata !== undefined && { metadata }) });
    const { channel, ts, text: words } = message;
    return { channel, ts, text: words, message: shown(call.workspace, message) };
  }),
  'chat.delete': method(3, { channel: text, ts: text }, (call, args) => {
    const message = messageOf(call, args.channel, args.ts);
    if (message.user !== call.token.user) refuse('cant_delete_message');
    deleteMessage(call, message);
    return { channel: message.channel, ts: message.ts };
  }),
  'chat.postEphemeral': method(
    4,
    { channel: text, user: text, text: maybe, blocks: z.optional(json), thread_ts: maybe },
    (call, args) => {
      const channel = writable(call, args.channel);
      if (!call.workspace.isMember(channel, args.user)) refuse('user_not_in_channel');
      const threadTs = threadOf(call, channel, args.thread_ts);
      const words = contentOf(args, call.workspace);
      const message = { channel, user: call.token.user, ...words, threadTs, onlyFor: args.user };
      return { message_ts: postMessage(call, message).ts };
    },
  ),
  'chat.getPermalink': method('special', { channel: text, message_ts: text }, (call, args) => {
    const { channel, ts, threadTs } = messageOf(call, args.channel, args.message_ts);
    const inThread = threadTs ? `?thread_ts=${threadTs}&cid=${channel}` : '';
    const permalink = `https://simulated.slack.com/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
    return { channel, permalink };
  }),
};

const isPerson = (id: string): boolean => /^[UW]/.test(id);

function threadOf(call: Call, channel: string, ts: string | undefined): string | null {
  if (!ts) return null;
  const head = call.workspace.find(channel, ts) ?? refuse('thread_not_found');
  return head.threadTs ?? head.ts;
}

interface Content {
  readonly text?: string | undefined;
  readonly blocks?: unknown;
  readonly metadata?: unknown;
}

export function contentOf(
  args: Content,
  workspace: Workspace,
): Pick<SimMessage, 'text' | 'blocks' | 'metadata'> {
  const blocks = [...checkBlocks(args.blocks ?? [], 'message')];
  checkPictures(blocks, workspace);
  const words = (args.text ?? '').slice(0, POST_TRUNCATES_AT);
  if (words === '' && blocks.length === 0) refuse('no_text');
  return { text: words, blocks, metadata: metadataOf(args.metadata) };
}

/** A picture that was handed in is there, complete and looked at. */
function checkPictures(blocks: readonly unknown[], workspace: Workspace): void {
  for (const [index, block] of blocks.entries()) {
    const { type, slack_file: shown } = block as { type?: string; slack_file?: { id?: string } };
    if (type !== 'image' || !shown) continue;
    const file = workspace.get('files', shown.id ?? '');
    if (file?.readyAt == null || file.readyAt > workspace.now())
      refuseShape('invalid_blocks', `invalid slack file [json-pointer:/blocks/${index}/slack_file]`);
  }
}

/** Values are scalars, or objects or arrays of them. */
function metadataOf(value: unknown): unknown {
  if (value === undefined || value === null) return null;
  const { event_type: type, event_payload: payload } = value as Record<string, unknown>;
  if (typeof type !== 'string' || type === '' || typeof payload !== 'object' || payload === null)
    refuse('invalid_metadata_format');
  if (JSON.stringify(value).length > MOST_METADATA) refuse('metadata_too_large');
  return value;
}
