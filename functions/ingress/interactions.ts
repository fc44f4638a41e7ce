import { type InboundSubmission, parseInteraction } from '../../shared/slack/edge.ts';
import type { Answer } from '../http/answer.ts';
import { parseJson } from './events.ts';
import { handOn } from './hand-on.ts';
import type { IngressParts } from './parts.ts';
import { edgeText } from './text.ts';
import { notAcceptedView } from './views.ts';

/** Slack waits 3 s in all; the publish may have taken 2. */
const REPLY_MS = 700;

/** A button, menu, shortcut or modal. Slack does not try these again: when the bus is down the person is told to. */
export async function acceptInteraction(parts: IngressParts, body: Buffer): Promise<Answer> {
  const { clock, log } = parts;
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
  const { inbound, trigger } = parsed;
  if (inbound.type === 'submission') return acceptSubmission(parts, inbound);
  const handed = await handOn(parts, inbound, trigger);
  if (handed !== 'not-accepted') return { status: 200 };
  if (inbound.responseUrl) await sayNotAccepted(parts, inbound.responseUrl);
  // Slack marks the element with a warning sign for any answer but 200.
  return { status: 503, text: 'not-accepted' };
}

/** What is wrong in a modal is said in the modal, which stays open and keeps what was typed. */
async function acceptSubmission(parts: IngressParts, submission: InboundSubmission): Promise<Answer> {
  for (const rule of parts.rules) {
    const errors = rule.validate?.[submission.callbackId]?.(submission) ?? {};
    if (Object.keys(errors).length > 0) return { status: 200, json: { response_action: 'errors', errors } };
  }
  if ((await handOn(parts, submission, '')) === 'accepted') return { status: 200 };
  const [field] = Object.keys(submission.values);
  // A modal without an input has nowhere to put an error.
  if (field === undefined)
    return {
      status: 200,
      json: { response_action: 'push', view: notAcceptedView(`toban-${submission.cause}`) },
    };
  return { status: 200, json: { response_action: 'errors', errors: { [field]: edgeText.notAccepted } } };
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
