/** What is read of an error answer of Google (AIP-193, and the older form with `errors`); everything may be missing. */
export interface ErrorAnswer {
  readonly status: number;
  readonly message: string;
  readonly reasons: readonly string[];
  readonly retryAfterMs: number | undefined;
}

/** The answer behind what Google's client throws; null where there was none. */
export function googleAnswer(error: unknown): ErrorAnswer | null {
  const response = propertyOf(error, 'response');
  const status = propertyOf(response, 'status');
  if (typeof status !== 'number') return null;
  const body = propertyOf(propertyOf(response, 'data'), 'error');
  const message = propertyOf(body, 'message');
  return {
    status,
    message: typeof message === 'string' ? message : `status ${status}`,
    reasons: [...list(propertyOf(body, 'errors')), ...list(propertyOf(body, 'details'))]
      .map((entry) => propertyOf(entry, 'reason'))
      .filter((reason) => typeof reason === 'string'),
    retryAfterMs: retryAfter(propertyOf(response, 'headers')),
  };
}

/** No request was made at all: this machine has no credentials that Google knows. */
export const isWithoutCredentials = (error: unknown): boolean =>
  /default credentials|invalid_grant/i.test(error instanceof Error ? error.message : String(error));

function retryAfter(headers: unknown): number | undefined {
  const seconds = headers instanceof Headers ? Number(headers.get('retry-after') ?? Number.NaN) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

export const propertyOf = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
