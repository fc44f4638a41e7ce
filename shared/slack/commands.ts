import * as z from 'zod/mini';
import { causeOf } from './gesture.ts';
import type { InboundCommand } from './inbound.ts';
import { clip } from './mrkdwn.ts';

const LONGEST = 4_000;

const Command = z.looseObject({
  command: z.string().check(z.regex(/^\/\S{1,80}$/)),
  text: z.optional(z.string()),
  team_id: z.string(),
  channel_id: z.string(),
  user_id: z.string(),
  response_url: z.string(),
  trigger_id: z.string(),
});

export type ParsedCommand =
  | { readonly kind: 'inbound'; readonly inbound: InboundCommand; readonly trigger: string }
  | { readonly kind: 'invalid'; readonly code: string };

/** A slash command's form fields in our words. Never throws. */
export function parseCommand(fields: Readonly<Record<string, string>>, receivedAt: number): ParsedCommand {
  const parsed = Command.safeParse(fields);
  if (!parsed.success) return { kind: 'invalid', code: 'malformed-command' };
  const { command, text, team_id, channel_id, user_id, response_url, trigger_id } = parsed.data;
  return {
    kind: 'inbound',
    trigger: trigger_id,
    inbound: {
      type: 'command',
      team: team_id,
      user: user_id,
      receivedAt,
      cause: causeOf(user_id, trigger_id),
      modal: null,
      command,
      text: clip((text ?? '').trim(), LONGEST).text,
      channel: channel_id,
      responseUrl: response_url,
    },
  };
}
