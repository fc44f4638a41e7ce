import { isTobanError } from '../../shared/platform/errors.ts';
import { parseInteraction } from '../../shared/slack/edge.ts';
import type { Answer } from '../http/answer.ts';
import { parseJson } from './events.ts';
import type { IngressParts } from './parts.ts';
import { edgeText } from './text.ts';

/** Slack waits 3 s in all; the publish may have taken 2. */
const REPLY_MS = 700;

/** A button, menu or modal. Slack does not try these again: when the bus is down the person is told to press again. */
export async function acceptInteraction(parts: IngressParts, body: Buffer): Promise<Answer> {
  const { bus, clock, log } = parts;
  const payload = new URLSearchParams(body.toString()).get('payload');
  const parsed = parseInteraction(payload === null ? undefined : parseJson(payload), clock.now());
  if (parsed.kind === 'invalid') {
    log.warn('interaction-invalid', { code: parsed.code });
    return { status: 400, text: parsed.code };
  }
  if (parsed.kind === 'ignored') {
    log.debug('interaction-ignored', { code: parsed.code });
    return { status: 200 };
  }
  try {
    await bus.publish('calls', { kind: 'slack', inbound: parsed.inbound });
    return { status: 200 };
  } catch (error) {
    log.error('publish-failed', { code: isTobanError(error) ? error.code : 'bug' });
    if (parsed.responseUrl) await sayNotAccepted(parts, parsed.responseUrl);
    // Slack marks the button with a warning sign for any answer but 200.
    return { status: 503, text: 'not-accepted' };
  }
}

async function sayNotAccepted({ log, responseHosts }: IngressParts, responseUrl: string): Promise<void> {
  try {
    if (!responseHosts.includes(new URL(responseUrl).host)) throw new Error('unexpected host');
    await fetch(responseUrl, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        response_type: 'ephemeral',
        replace_original: false,
        text: edgeText.notAccepted,
      }),
      signal: AbortSignal.timeout(REPLY_MS),
      redirect: 'error',
    });
  } catch (error) {
    log.warn('not-accepted-unsaid', { reason: error instanceof Error ? error.name : 'unknown' });
  }
}
