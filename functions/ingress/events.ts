import { isTobanError } from '../../shared/platform/errors.ts';
import { parseEvent, Verification } from '../../shared/slack/edge.ts';
import type { Answer } from '../http/answer.ts';
import type { IngressParts } from './parts.ts';

/** An Events API request. 200 only once the bus has it; 503 makes Slack try again. Retries are like any other. */
export async function acceptEvent({ bus, clock, log }: IngressParts, body: Buffer): Promise<Answer> {
  const json = parseJson(body);
  const parsed = parseEvent(json, clock.now());
  if (parsed.kind === 'invalid') {
    const verification = Verification.safeParse(json);
    if (verification.success) return { status: 200, text: verification.data.challenge };
    log.warn('event-invalid', { code: parsed.code });
    return { status: 400, text: parsed.code };
  }
  if (parsed.kind === 'ignored') {
    log.debug('event-ignored', { code: parsed.code });
    return { status: 200 };
  }
  try {
    // Accounts change by the thousand when a directory is synchronised: never before a call for help.
    const lane = parsed.inbound.type === 'accounts' ? 'work' : 'calls';
    await bus.publish(lane, { kind: 'slack', inbound: parsed.inbound });
  } catch (error) {
    log.error('publish-failed', { code: isTobanError(error) ? error.code : 'bug' });
    return { status: 503, text: 'not-accepted' };
  }
  return { status: 200 };
}

/** Undefined where it is not JSON: no schema accepts that. */
export function parseJson(text: Buffer | string): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}
