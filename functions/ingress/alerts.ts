import { createHash, timingSafeEqual } from 'node:crypto';
import { parseWebhook } from '../../shared/alert/edge.ts';
import { isTobanError } from '../../shared/platform/errors.ts';
import type { Answer } from '../http/answer.ts';
import { parseJson } from './events.ts';
import type { IngressParts } from './parts.ts';

/** `/alerts/grafana`: the last part names the source, as rules in toban.yaml call it. */
export const alertSource = (path: string): string | null =>
  /^\/alerts\/([a-z0-9-]{1,30})$/.exec(path)?.[1] ?? null;

/** Whether `Authorization: Bearer …` carries one of the tokens; compared in constant time, whatever their lengths. */
export function bearsToken(authorization: string | undefined, tokens: readonly string[]): boolean {
  const given = /^Bearer (\S+)$/i.exec(authorization ?? '')?.[1] ?? '';
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return tokens.map((token) => timingSafeEqual(digest(token), digest(given))).includes(true);
}

/** Alerts of another system. What is wrong with them is said to whoever sends them. */
export async function acceptAlerts(
  { bus, log, clock }: IngressParts,
  source: string,
  body: Buffer,
): Promise<Answer> {
  const parsed = parseWebhook(source, parseJson(body), clock.now());
  if ('problem' in parsed) {
    log.warn('alert-invalid', { source, code: 'alert-invalid', problem: parsed.problem });
    return { status: 400, text: `alert-invalid: ${parsed.problem}` };
  }
  try {
    if (parsed.signals.length > 0) await bus.publish('work', { kind: 'alerts', signals: parsed.signals });
    return { status: 200 };
  } catch (error) {
    log.error('publish-failed', { code: isTobanError(error) ? error.code : 'bug' });
    return { status: 503, text: 'not-accepted' };
  }
}
