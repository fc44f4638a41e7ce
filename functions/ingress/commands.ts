import type { Answer } from '../http/answer.ts';
import type { IngressParts } from './parts.ts';
import { edgeText } from './text.ts';

/** A slash command, answered at once and seen only by who typed it. */
export function commandAnswer({ log }: IngressParts, body: Buffer): Answer {
  const command = new URLSearchParams(body.toString()).get('command');
  if (!command?.startsWith('/')) {
    log.warn('command-invalid', { code: 'no-command' });
    return { status: 400, text: 'no-command' };
  }
  return { status: 200, json: { response_type: 'ephemeral', text: edgeText.howToCall } };
}
