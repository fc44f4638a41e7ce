import { parseCommand } from '../../shared/slack/edge.ts';
import type { Answer } from '../http/answer.ts';
import { handOn } from './hand-on.ts';
import type { IngressParts } from './parts.ts';
import { edgeText } from './text.ts';

/** A slash command. Slack does not try these again, and shows an answer's body to who typed it. */
export async function acceptCommand(parts: IngressParts, body: Buffer): Promise<Answer> {
  const fields = Object.fromEntries(new URLSearchParams(body.toString()));
  const parsed = parseCommand(fields, parts.clock.now());
  if (parsed.kind === 'invalid') {
    parts.log.warn('command-invalid', { code: parsed.code });
    return { status: 400, text: parsed.code };
  }
  const handed = await handOn(parts, parsed.inbound, parsed.trigger);
  if (handed !== 'not-accepted') return { status: 200 };
  return { status: 200, json: { response_type: 'ephemeral', text: edgeText.notAccepted } };
}
