import * as z from 'zod/mini';
import { changeMessage, deleteMessage, postMessage } from './acts/messages.ts';
import { SlackRefusal } from './errors.ts';
import { contentOf } from './methods/chat.ts';
import { APP_USER } from './model.ts';
import type { ResponseTarget } from './response-urls.ts';
import type { Sim } from './sim.ts';

const Response = z.looseObject({
  text: z.optional(z.string()),
  blocks: z.optional(z.array(z.unknown())),
  response_type: z.optional(z.enum(['ephemeral', 'in_channel'])),
  replace_original: z.optional(z.boolean()),
  delete_original: z.optional(z.boolean()),
  thread_ts: z.optional(z.string()),
});

export type RespondResult = 'ok' | 'invalid_payload' | 'no_text' | 'invalid_blocks' | 'message_not_found';

/** What an app sends to a response_url, or answers to a command: for one person only unless it says otherwise. */
export function respond(sim: Sim, target: ResponseTarget, value: unknown): RespondResult {
  const parsed = Response.safeParse(value);
  if (!parsed.success) return 'invalid_payload';
  const { replace_original: replace, delete_original: remove, response_type, thread_ts } = parsed.data;
  const original = target.messageTs ? sim.workspace.find(target.channel, target.messageTs) : undefined;
  if (remove || replace) {
    if (!original || original.user !== APP_USER) return 'message_not_found';
  }
  if (remove && original) {
    deleteMessage(sim, original);
    return 'ok';
  }
  try {
    const { text, blocks } = contentOf(parsed.data, sim.workspace);
    if (replace && original) changeMessage(sim, original, { text, blocks });
    else
      postMessage(sim, {
        channel: target.channel,
        user: APP_USER,
        text,
        blocks,
        threadTs: thread_ts ?? target.threadTs,
        onlyFor: response_type === 'in_channel' ? null : target.user,
      });
    return 'ok';
  } catch (error) {
    if (error instanceof SlackRefusal) return error.code === 'no_text' ? 'no_text' : 'invalid_blocks';
    throw error;
  }
}
