import * as z from 'zod/mini';
import type { InboundAction } from './inbound.ts';

const BlockActions = z.looseObject({
  type: z.literal('block_actions'),
  team: z.nullable(z.looseObject({ id: z.string() })),
  user: z.looseObject({ id: z.string(), team_id: z.optional(z.string()) }),
  container: z.optional(
    z.looseObject({ message_ts: z.optional(z.string()), channel_id: z.optional(z.string()) }),
  ),
  channel: z.optional(z.nullable(z.looseObject({ id: z.string() }))),
  message: z.optional(z.nullable(z.looseObject({ ts: z.string(), thread_ts: z.optional(z.string()) }))),
  response_url: z.optional(z.string()),
  actions: z.array(
    z.looseObject({
      action_id: z.string(),
      value: z.optional(z.nullable(z.string())),
      action_ts: z.optional(z.string()),
    }),
  ),
});

const Typed = z.looseObject({ type: z.string() });

export type ParsedInteraction =
  | { readonly kind: 'inbound'; readonly inbound: InboundAction; readonly responseUrl: string | null }
  | { readonly kind: 'ignored'; readonly code: string }
  | { readonly kind: 'invalid'; readonly code: string };

/** The `payload` field of an interactivity request (already JSON) in our words. Never throws. */
export function parseInteraction(payload: unknown, receivedAt: number): ParsedInteraction {
  const typed = Typed.safeParse(payload);
  if (!typed.success) return { kind: 'invalid', code: 'not-an-interaction' };
  if (typed.data.type !== 'block_actions') return { kind: 'ignored', code: 'unused-interaction' };
  const parsed = BlockActions.safeParse(payload);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-action' };
  const { team, user, container, channel, message, actions, response_url: responseUrl } = parsed.data;
  const action = actions[0];
  const channelId = channel?.id ?? container?.channel_id;
  const messageTs = message?.ts ?? container?.message_ts;
  if (!action || !channelId || !messageTs) return { kind: 'ignored', code: 'action-outside-message' };
  return {
    kind: 'inbound',
    responseUrl: responseUrl ?? null,
    inbound: {
      type: 'action',
      team: team?.id ?? user.team_id ?? '',
      receivedAt,
      channel: channelId,
      messageTs,
      threadTs: message?.thread_ts ?? null,
      user: user.id,
      actionId: action.action_id,
      value: action.value ?? '',
      actionTs: action.action_ts ?? '',
    },
  };
}
