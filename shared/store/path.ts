import { TobanError } from '../platform/errors.ts';

export interface DocumentPath {
  readonly path: string;
  /** Id of the collection the document is in, such as `tasks`. */
  readonly collection: string;
  /** Path of the document above; empty for a root collection. */
  readonly parent: string;
  readonly id: string;
}

const MAX_SEGMENT_BYTES = 1500;
const MAX_DEPTH = 100;

/**
 * Takes `escalations/esc_1/tasks/card` apart. Errors: `bad-input` for what Firestore would not take as a name
 * (https://firebase.google.com/docs/firestore/quotas), and for control characters, which it would.
 */
export function parsePath(path: string): DocumentPath {
  const segments = path.split('/');
  if (segments.length % 2 !== 0 || segments.length > MAX_DEPTH * 2) {
    throw new TobanError('bad-input', `"${path}" is not the path of a document`);
  }
  for (const segment of segments) {
    const fault = segmentFault(segment);
    if (fault) throw new TobanError('bad-input', `"${path}" is not the path of a document: ${fault}`);
  }
  return {
    path,
    collection: segments.at(-2) ?? '',
    parent: segments.slice(0, -2).join('/'),
    id: segments.at(-1) ?? '',
  };
}

function segmentFault(segment: string): string | null {
  if (segment === '') return 'a part of it is empty';
  if (segment === '.' || segment === '..') return 'a part of it is only dots';
  if (/^__.*__$/.test(segment)) return 'names like __this__ are kept for the store itself';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is refused here
  if (/[\u0000-\u001f\u007f]/.test(segment)) return 'it holds a control character';
  if (!segment.isWellFormed()) return 'it holds half a character';
  if (Buffer.byteLength(segment) > MAX_SEGMENT_BYTES)
    return `a part of it is longer than ${MAX_SEGMENT_BYTES} bytes`;
  return null;
}
