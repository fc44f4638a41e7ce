/**
 * The closed set of reasons for which work stops. Each edge maps a code once: to a status, to a retry, to a
 * sentence for people. `retryable` says whether the same call may succeed later without anybody changing anything.
 */
export type ErrorCode =
  | 'bad-input' // somebody sent or wrote something that cannot be understood
  | 'misconfigured' // toban.yaml, a permission or a secret must be changed by a person
  | 'unauthorized' // signature or token did not prove who is calling
  | 'not-found'
  | 'exists' // create-once: the document is already there
  | 'conflict' // somebody else wrote first; read again
  | 'refused' // the other side understood and said no; asking again will not help
  | 'rate-limited' // not before `retryAfterMs`
  | 'unavailable' // the other side is down; nothing was done
  | 'unknown-outcome' // sent, but no answer: it may or may not have happened
  | 'bug';

const RETRYABLE: ReadonlySet<ErrorCode> = new Set([
  'conflict',
  'rate-limited',
  'unavailable',
  'unknown-outcome',
]);

export interface ErrorDetail {
  /** The other side's own code, such as Slack's `not_in_channel`. Never a secret, never user text. */
  reason?: string;
  retryAfterMs?: number;
  cause?: unknown;
}

export class TobanError extends Error {
  override readonly name = 'TobanError';
  readonly code: ErrorCode;
  readonly reason: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(code: ErrorCode, message: string, detail: ErrorDetail = {}) {
    super(message, detail.cause === undefined ? undefined : { cause: detail.cause });
    this.code = code;
    this.reason = detail.reason;
    this.retryAfterMs = detail.retryAfterMs;
  }

  get retryable(): boolean {
    return RETRYABLE.has(this.code);
  }
}

export function isTobanError(error: unknown, code?: ErrorCode): error is TobanError {
  return error instanceof TobanError && (code === undefined || error.code === code);
}

/** Closes a `switch` over a union: the compiler complains when a member is forgotten. */
export function never(value: never): never {
  throw new TobanError('bug', `unexpected value ${JSON.stringify(value)}`);
}
