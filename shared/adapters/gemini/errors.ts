import { isTobanError, TobanError } from '../../platform/errors.ts';
import { isWithoutCredentials } from '../google/index.ts';

/** Quotas count by the minute. */
const QUOTA_MS = 60_000;

/** What the client throws, as a code of ours. Google's words may quote the request, so that only the status is kept. */
export function geminiError(error: unknown, aborted: boolean): TobanError {
  if (isTobanError(error)) return error;
  const of = (code: 'unavailable' | 'misconfigured', reason: string, say: string) =>
    new TobanError(code, `Gemini: ${say}`, { reason });
  if (aborted) return of('unavailable', 'slow', 'no answer in time');
  const status = error instanceof Error ? Reflect.get(error, 'status') : undefined;
  if (typeof status !== 'number') {
    return isWithoutCredentials(error)
      ? of('misconfigured', 'permission', 'no Google credentials were found')
      : of('unavailable', 'down', 'was not reached');
  }
  if (status === 429)
    return new TobanError('rate-limited', 'Gemini: the quota is used up', {
      reason: 'quota',
      retryAfterMs: QUOTA_MS,
    });
  if (status === 408 || status === 504 || status === 499) return of('unavailable', 'slow', `HTTP ${status}`);
  if (status >= 500) return of('unavailable', 'down', `HTTP ${status}`);
  if (status === 401 || status === 403) return of('misconfigured', 'permission', `HTTP ${status}`);
  if (status === 404) return of('misconfigured', 'model', 'there is no such model at this location');
  return of('misconfigured', 'request', `HTTP ${status}`);
}
