import { type ErrorCode, isTobanError } from '../../platform/errors.ts';
import type { DocFailure } from './model.ts';

const REFUSED: ReadonlySet<string> = new Set([
  'folder-missing',
  'folder-read-only',
  'no-storage',
  'drive-full',
  'api-disabled',
  'forbidden',
]);
const BY_CODE: Readonly<Partial<Record<ErrorCode, DocFailure>>> = {
  'rate-limited': 'quota',
  unavailable: 'down',
  misconfigured: 'credentials',
};

/** Why the port could not do it; null for a fault of Toban's own, which is logged as one. */
export function docFailureOf(error: unknown): DocFailure | null {
  if (!isTobanError(error)) return null;
  const { code, reason = '' } = error;
  if (code === 'refused' && REFUSED.has(reason)) return reason as DocFailure;
  if (code === 'bad-input') return reason === 'too-large' ? 'too-large' : 'unreadable';
  return BY_CODE[code] ?? null;
}
