import { isTobanError, TobanError } from '../../platform/errors.ts';
import { type ErrorAnswer, googleAnswer, isWithoutCredentials, propertyOf } from '../google/index.ts';

/** Reasons of Drive that mean: this is not to be written by us. */
const READ_ONLY = [
  'insufficientFilePermissions',
  'insufficientParentPermissions',
  'cannotAddParent',
  'fileNotWritable',
];
const RATE = [
  'rateLimitExceeded',
  'userRateLimitExceeded',
  'sharingRateLimitExceeded',
  'RATE_LIMIT_EXCEEDED',
];
const FULL = [
  'teamDriveFileLimitExceeded',
  'sharedDriveFileLimitExceeded',
  'numChildrenInNonRootLimitExceeded',
];

/** What Drive's client throws, as a code of ours. Google's words may quote the document, so that they are not kept. */
export function driveError(error: unknown): TobanError {
  if (isTobanError(error)) return error;
  const answer = googleAnswer(error);
  if (answer) return fromAnswer(answer);
  if (isWithoutCredentials(error))
    return new TobanError('misconfigured', 'no Google credentials were found', { reason: 'credentials' });
  const code = propertyOf(error, 'code');
  return unavailable(typeof code === 'string' ? code : 'no-answer');
}

/** A document or folder that is not there, or not for us to see: Drive tells no difference. */
export const isMissing = (error: unknown): boolean => googleAnswer(error)?.status === 404;

function fromAnswer({ status, reasons, retryAfterMs }: ErrorAnswer): TobanError {
  const is = (names: readonly string[]) => reasons.some((reason) => names.includes(reason));
  const refused = (reason: string) =>
    new TobanError('refused', `the Drive API refused: status ${status}`, { reason });
  if (status === 429 || is(RATE))
    return new TobanError('rate-limited', 'the Drive API asks to wait', {
      ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    });
  if (status === 408 || status >= 500) return unavailable(`status-${status}`);
  if (status === 404) return refused('folder-missing');
  if (is(['SERVICE_DISABLED', 'accessNotConfigured'])) return refused('api-disabled');
  if (is(['storageQuotaExceeded', 'quotaExceeded'])) return refused('no-storage');
  if (is(FULL)) return refused('drive-full');
  if (status === 401 || is(['ACCESS_TOKEN_SCOPE_INSUFFICIENT', 'insufficientPermissions', 'authError']))
    return new TobanError('misconfigured', 'the Drive API does not accept these credentials', {
      reason: 'credentials',
    });
  if (is(READ_ONLY)) return refused('folder-read-only');
  if (status === 403) return refused('forbidden');
  const reason = status === 413 || is(['uploadTooLarge']) ? 'too-large' : 'unreadable';
  return new TobanError('bad-input', `the Drive API takes no such document: status ${status}`, { reason });
}

const unavailable = (reason: string) =>
  new TobanError('unavailable', 'the Drive API did not answer', { reason });
