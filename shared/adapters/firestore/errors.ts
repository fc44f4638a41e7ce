import { type ErrorCode, TobanError } from '../../platform/errors.ts';

// gRPC status codes (https://grpc.github.io/grpc/core/md_doc_statuscodes.html), read for one store.
const CODES: Readonly<Record<number, readonly [ErrorCode, string]>> = {
  1: ['unavailable', 'cancelled'],
  2: ['unavailable', 'unknown'],
  3: ['bad-input', 'invalid-argument'],
  4: ['unavailable', 'deadline-exceeded'],
  5: ['misconfigured', 'not-found'],
  6: ['exists', 'already-exists'],
  7: ['misconfigured', 'permission-denied'],
  8: ['unavailable', 'resource-exhausted'],
  9: ['misconfigured', 'failed-precondition'],
  10: ['conflict', 'aborted'],
  13: ['unavailable', 'internal'],
  14: ['unavailable', 'unavailable'],
  16: ['misconfigured', 'unauthenticated'],
};

/**
 * Firestore's errors as ours; anything else (an error of the caller's own) passes unchanged. The store never writes
 * with a precondition other than "not there yet", so FAILED_PRECONDITION means a missing index or the wrong kind of
 * database, and NOT_FOUND that there is no database: a person has to act.
 */
export function firestoreError(error: unknown): unknown {
  if (!(error instanceof Error) || error instanceof TobanError) return error;
  const status = 'code' in error && typeof error.code === 'number' ? error.code : null;
  if (status === null) return error;
  const [code, reason] = CODES[status] ?? (['bug', `status-${status}`] as const);
  return new TobanError(code, `Firestore: ${error.message}`, { reason, cause: error });
}

/** Runs one call of the client and turns its errors into ours. */
export async function withFirestoreErrors<R>(call: () => Promise<R>): Promise<R> {
  try {
    return await call();
  } catch (error) {
    throw firestoreError(error);
  }
}
