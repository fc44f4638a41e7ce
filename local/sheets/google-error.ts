import type { Fault } from './faults.ts';

/** An answer before it is written; `body` is sent as JSON unless it is text. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const STATUS_NAMES: Readonly<Record<number, string>> = {
  400: 'INVALID_ARGUMENT',
  403: 'PERMISSION_DENIED',
  404: 'NOT_FOUND',
  405: 'UNIMPLEMENTED',
  429: 'RESOURCE_EXHAUSTED',
  500: 'INTERNAL',
  503: 'UNAVAILABLE',
};

/** The shape of every error of Google's APIs: `{ error: { code, message, status, details? } }`. */
export function googleError(status: number, message: string, reason?: string): Answer {
  const details =
    reason === undefined
      ? {}
      : {
          details: [
            { '@type': 'type.googleapis.com/google.rpc.ErrorInfo', reason, domain: 'googleapis.com' },
          ],
        };
  return {
    status,
    body: { error: { code: status, message, status: STATUS_NAMES[status] ?? 'UNKNOWN', ...details } },
  };
}

/** What a fault answers; null for those that only delay or break the connection. */
export function faultAnswer(fault: Fault): Answer | null {
  switch (fault.kind) {
    case 'not-shared':
      return googleError(403, 'The caller does not have permission');
    case 'api-disabled':
      return googleError(
        403,
        'Google Sheets API has not been used in this project before or it is disabled.',
        'SERVICE_DISABLED',
      );
    case 'not-found':
      return googleError(404, 'Requested entity was not found.');
    case 'rate-limited': {
      const answer = googleError(
        429,
        "Quota exceeded for quota metric 'Read requests'",
        'RATE_LIMIT_EXCEEDED',
      );
      return fault.retryAfter === undefined
        ? answer
        : { ...answer, headers: { 'retry-after': String(fault.retryAfter) } };
    }
    case 'unavailable':
      return googleError(503, 'The service is currently unavailable.');
    case 'garbage':
      return { status: 200, body: '<html><body>Sign in to the hotel network</body></html>' };
    case 'slow':
    case 'lost':
      return null;
  }
}
