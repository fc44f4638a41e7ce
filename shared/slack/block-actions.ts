import * as z from 'zod/mini';
import { causeOf, gestureFields, type ParsedInteraction, who } from './gesture.ts';
import { bounded, Element, heldIn, State, valuesOf } from './view-values.ts';

const View = z.looseObject({
  id: z.string(),
  type: z.enum(['modal', 'home']),
  callback_id: z.optional(z.string()),
  hash: z.optional(z.string()),
  private_metadata: z.optional(z.string()),
  state: State,
});

const BlockActions = z.looseObject({
  type: z.literal('block_actions'),
  ...gestureFields,
  container: z.optional(
    z.looseObject({ message_ts: z.optional(z.string()), channel_id: z.optional(z.string()) }),
  ),
  channel: z.optional(z.nullable(z.looseObject({ id: z.string() }))),
  message: z.optional(z.nullable(z.looseObject({ ts: z.string(), thread_ts: z.optional(z.string()) }))),
  view: z.optional(z.nullable(View)),
  response_url: z.optional(z.string()),
  actions: z.array(
    z.extend(Element, {
      action_id: z.string(),
      block_id: z.optional(z.string()),
      action_ts: z.optional(z.string()),
    }),
  ),
});

/** A press or a choice; of several at once only the first counts, which is all that our cards can make. */
export function parseAction(payload: unknown, receivedAt: number): ParsedInteraction {
  const parsed = BlockActions.safeParse(payload);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-action' };
  const { container, channel, message, view, actions, response_url: responseUrl } = parsed.data;
  const action = actions[0];
  const channelId = channel?.id ?? container?.channel_id ?? null;
  const messageTs = message?.ts ?? container?.message_ts ?? null;
  if (!action || (!view && (!channelId || !messageTs)))
    return { kind: 'ignored', code: 'action-without-place' };
  const by = who(parsed.data, receivedAt);
  const chosen = heldIn(action);
  return {
    kind: 'inbound',
    trigger: parsed.data.trigger_id ?? '',
    inbound: {
      type: 'action',
      ...by,
      cause: causeOf(by.user, action.action_id, action.action_ts ?? parsed.data.trigger_id ?? ''),
      modal: null,
      actionId: action.action_id,
      blockId: action.block_id ?? '',
      value: Array.isArray(chosen) ? chosen.join() : (chosen ?? ''),
      channel: channelId,
      messageTs,
      threadTs: message?.thread_ts ?? null,
      view: view
        ? {
            id: view.id,
            kind: view.type,
            callbackId: view.callback_id ?? '',
            hash: view.hash ?? '',
            privateMetadata: bounded(view.private_metadata ?? ''),
            values: valuesOf(view.state),
          }
        : null,
      responseUrl: responseUrl ?? null,
    },
  };
}
