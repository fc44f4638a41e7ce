import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
} from '@slack/web-api';
import { isTobanError, TobanError } from '../../platform/errors.ts';

/** Codes with which Slack says that it, not we, has a problem. */
const THEIR_FAULT = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
/** The connection failed before anything was sent. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/**
 * Slack's failures in our closed set. `changes`: the call changes something, so that silence leaves it unknown whether
 * it did; a mere read that failed is simply unavailable.
 */
export function mapError(error: unknown, changes: boolean): TobanError {
  if (isTobanError(error)) return error;
  const lost = (reason: string) =>
    new TobanError(changes ? 'unknown-outcome' : 'unavailable', `Slack: ${reason}`, { reason, cause: error });
  if (error instanceof WebAPIRateLimitedError) {
    return new TobanError('rate-limited', 'Slack asks to slow down', {
      reason: 'ratelimited',
      retryAfterMs: error.retryAfter * 1_000,
    });
  }
  if (error instanceof WebAPIPlatformError) {
    const reason = error.data.error;
    if (reason === 'ratelimited')
      return new TobanError('rate-limited', 'Slack asks to slow down', { reason, retryAfterMs: 1_000 });
    return THEIR_FAULT.has(reason)
      ? lost(reason)
      : new TobanError('refused', `Slack refused: ${reason}`, { reason });
  }
  if (error instanceof WebAPIHTTPError) {
    // A 429 without Retry-After arrives here.
    if (error.statusCode === 429)
      return new TobanError('rate-limited', 'Slack asks to slow down', {
        reason: 'http_429',
        retryAfterMs: 1_000,
      });
    return lost(`http_${error.statusCode}`);
  }
  if (error instanceof WebAPIRequestError && NOT_SENT.has(networkCode(error.original))) {
    return new TobanError('unavailable', 'Slack cannot be reached', {
      reason: networkCode(error.original),
      cause: error,
    });
  }
  return lost(error instanceof Error ? networkCode(error) || error.name : 'unknown');
}

/** The system's code, which fetch hides in nested causes. */
function networkCode(error: unknown): string {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const { code } = at as { code?: unknown };
    if (typeof code === 'string') return code;
    if (at instanceof AggregateError && at.errors.length > 0) return networkCode(at.errors[0]);
  }
  return '';
}
