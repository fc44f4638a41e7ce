import { isTobanError, TobanError } from '../../platform/errors.ts';
import { type ErrorAnswer, googleAnswer, isWithoutCredentials, propertyOf } from '../google/index.ts';

/** The one place where what the client throws becomes a code of ours. */
export function sheetsError(error: unknown): TobanError {
  const ours = [error, propertyOf(error, 'cause')].find((candidate) => isTobanError(candidate));
  if (isTobanError(ours)) return ours;
  const answer = googleAnswer(error);
  return answer ? fromAnswer(answer, error) : fromSilence(error);
}

/** A wanted tab is not there: the API names the range it cannot parse. */
export function isUnknownRange(error: unknown): boolean {
  const answer = googleAnswer(error);
  return answer?.status === 400 && /unable to parse range/i.test(answer.message);
}

function fromAnswer({ status, message, reasons, retryAfterMs }: ErrorAnswer, cause: unknown): TobanError {
  const is = (...names: string[]) => reasons.some((reason) => names.includes(reason));
  const refused = (reason: string) =>
    new TobanError('refused', `the Sheets API refused: ${message}`, { reason, cause });
  if (status === 429 || is('rateLimitExceeded', 'userRateLimitExceeded', 'RATE_LIMIT_EXCEEDED')) {
    return new TobanError('rate-limited', 'the Sheets API asks to wait', {
      cause,
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  }
  if (status === 408 || status >= 500) return unavailable(`status-${status}`, cause);
  if (status === 404) return refused('not-found');
  if (status === 403 && is('SERVICE_DISABLED', 'accessNotConfigured')) return refused('api-disabled');
  if (status === 401 || is('ACCESS_TOKEN_SCOPE_INSUFFICIENT')) {
    return new TobanError('misconfigured', `the Sheets API does not accept these credentials: ${message}`, {
      reason: 'credentials',
      cause,
    });
  }
  if (status === 403) return refused('not-shared');
  return new TobanError('bad-input', `the Sheets API cannot read this document: ${message}`, {
    reason: 'not-a-spreadsheet',
    cause,
  });
}

/** Nothing came back, or no request was made at all. */
function fromSilence(error: unknown): TobanError {
  if (isWithoutCredentials(error)) {
    return new TobanError('misconfigured', 'no Google credentials were found', {
      reason: 'credentials',
      cause: error,
    });
  }
  const code = propertyOf(error, 'code');
  return unavailable(typeof code === 'string' ? code : 'no-answer', error);
}

const unavailable = (reason: string, cause: unknown) =>
  new TobanError('unavailable', 'the Sheets API did not answer', { reason, cause });
