import * as z from 'zod/mini';
import { causeOf, gestureFields, type ParsedInteraction, who } from './gesture.ts';
import { bounded } from './view-values.ts';

const Shortcut = z.looseObject({
  type: z.enum(['message_action', 'shortcut']),
  ...gestureFields,
  callback_id: z.string(),
  action_ts: z.optional(z.string()),
  response_url: z.optional(z.string()),
  channel: z.optional(z.nullable(z.looseObject({ id: z.string() }))),
  message: z.optional(
    z.nullable(
      z.looseObject({
        ts: z.string(),
        thread_ts: z.optional(z.string()),
        text: z.optional(z.nullable(z.string())),
        user: z.optional(z.nullable(z.string())),
        bot_id: z.optional(z.nullable(z.string())),
      }),
    ),
  ),
});

/** A shortcut on a message, or from anywhere. */
export function parseShortcut(payload: unknown, receivedAt: number): ParsedInteraction {
  const parsed = Shortcut.safeParse(payload);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-shortcut' };
  const { channel, message, callback_id: callbackId, action_ts: actionTs } = parsed.data;
  const by = who(parsed.data, receivedAt);
  return {
    kind: 'inbound',
    trigger: parsed.data.trigger_id ?? '',
    inbound: {
      type: 'shortcut',
      ...by,
      cause: causeOf(by.user, callbackId, actionTs ?? parsed.data.trigger_id ?? ''),
      modal: null,
      callbackId,
      channel: channel?.id ?? null,
      messageTs: message?.ts ?? null,
      threadTs: message?.thread_ts ?? null,
      messageText: message ? bounded(message.text ?? '') : null,
      messageUser: message?.bot_id ? null : (message?.user ?? null),
      responseUrl: parsed.data.response_url ?? null,
    },
  };
}
