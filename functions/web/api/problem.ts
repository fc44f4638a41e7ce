import { type ErrorCode, isTobanError } from '../../../shared/platform/errors.ts';

/** Every way in which a request fails, with its status. The code stands at the end of the problem's `type`. */
export const PROBLEMS = {
  'bad-request': 400,
  unauthorized: 401,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'key-in-use': 409,
  'changed-meanwhile': 412,
  'too-large': 413,
  'not-json': 415,
  invalid: 422,
  'key-of-another': 422,
  'version-needed': 428,
  'too-many-requests': 429,
  bug: 500,
  unavailable: 503,
} as const;
export type ProblemCode = keyof typeof PROBLEMS;

/** What is wrong with one value. `pointer`: a JSON Pointer into the body, or the name of a parameter. */
export interface Fault {
  readonly pointer: string;
  readonly detail: string;
}

/** Thrown wherever a request cannot be answered; becomes a problem document (RFC 9457). Never holds a secret. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly code: ProblemCode;
  /** A sentence for this very request, in the reader's language; null: the code's own says it all. */
  readonly detail: string | null;
  readonly errors: readonly Fault[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    code: ProblemCode,
    detail: string | null = null,
    more: { readonly errors?: readonly Fault[]; readonly headers?: Readonly<Record<string, string>> } = {},
  ) {
    super(detail ?? code);
    this.code = code;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.headers = more.headers ?? {};
  }
}

const CODES: Partial<Record<ErrorCode, ProblemCode>> = {
  'bad-input': 'bad-request',
  'not-found': 'not-found',
  conflict: 'conflict',
  unavailable: 'unavailable',
  'unknown-outcome': 'unavailable',
  'rate-limited': 'unavailable',
};

/** The one place where a failure becomes a problem. What nobody foresaw is a bug, and says nothing of itself. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const code = (isTobanError(error) && CODES[error.code]) || 'bug';
  return new Problem(code, null, code === 'unavailable' ? { headers: { 'retry-after': '5' } } : {});
}
