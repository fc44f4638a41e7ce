import { isTobanError, TobanError } from '../../platform/errors.ts';

/** What is read of an error answer of Google (AIP-193); everything may be missing. */
interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
  readonly reasons: readonly string[];
  readonly retryAfterMs: number | undefined;
}

/** The one place where what the client throws becomes a code of ours. */
export function sheetsError(error: unknown): TobanError {
  const ours = [error, property(error, 'cause')].find((candidate) => isTobanError(candidate));
  if (isTobanError(ours)) return ours;
  const answer = answerOf(error);
  return answer ? fromAnswer(answer, error) : fromSilence(error);
}

/** A wanted tab is not there: the API names the range it cannot parse. */
export function isUnknownRange(error: unknown): boolean {
  const answer = answerOf(error);
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
  const message = error instanceof Error ? error.message : String(error);
  if (/default credentials|invalid_grant/i.test(message)) {
    return new TobanError('misconfigured', 'no Google credentials were found', {
      reason: 'credentials',
      cause: error,
    });
  }
  const code = property(error, 'code');
  return unavailable(typeof code === 'string' ? code : 'no-answer', error);
}

const unavailable = (reason: string, cause: unknown) =>
  new TobanError('unavailable', 'the Sheets API did not answer', { reason, cause });

function answerOf(error: unknown): ErrorAnswer | null {
  const response = property(error, 'response');
  const status = property(response, 'status');
  if (typeof status !== 'number') return null;
  const body = property(property(response, 'data'), 'error');
  const message = property(body, 'message');
  return {
    status,
    message: typeof message === 'string' ? message : `status ${status}`,
    reasons: [...list(property(body, 'errors')), ...list(property(body, 'details'))]
      .map((entry) => property(entry, 'reason'))
      .filter((reason) => typeof reason === 'string'),
    retryAfterMs: retryAfter(property(response, 'headers')),
  };
}

function retryAfter(headers: unknown): number | undefined {
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

const property = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
