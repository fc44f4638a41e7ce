import { TobanError } from '../platform/errors.ts';

const MAX_DOCUMENT_BYTES = 1_048_576;
const MAX_INDEX_ENTRIES = 40_000;
const MAX_NESTING = 20;
const MAX_FIELD_NAME_BYTES = 1500;

interface Tally {
  bytes: number;
  indexEntries: number;
  /** No text is cut in the middle of a character. */
  wellFormed: boolean;
}

/**
 * The JSON text of a document as every store keeps it, so that the laptop refuses what Firestore would refuse:
 * only plain objects, arrays, strings, finite numbers, booleans and null; no array directly in an array; at most
 * 1 MiB, 20 levels and 40,000 automatic index entries (https://firebase.google.com/docs/firestore/quotas).
 * Half characters (a text cut in the middle of an emoji) become U+FFFD: no call is lost for one.
 * Errors: `bad-input`, naming the field.
 */
export function encodeDocument(path: string, data: object): string {
  if (!isPlainObject(data)) throw new TobanError('bad-input', `${path}: a document must be a plain object`);
  const tally: Tally = { bytes: documentNameBytes(path) + 32, indexEntries: 0, wellFormed: true };
  weighObject(data, path, 1, true, tally);
  if (tally.bytes > MAX_DOCUMENT_BYTES) {
    throw new TobanError(
      'bad-input',
      `${path}: ${tally.bytes} bytes; a document may have ${MAX_DOCUMENT_BYTES}`,
    );
  }
  if (tally.indexEntries > MAX_INDEX_ENTRIES) {
    const count = `${tally.indexEntries} index entries; a document may have ${MAX_INDEX_ENTRIES}`;
    throw new TobanError('bad-input', `${path}: ${count}. Keep long lists as one JSON string`);
  }
  if (tally.wellFormed) return JSON.stringify(data);
  return JSON.stringify(data, (_name, value) => (typeof value === 'string' ? value.toWellFormed() : value));
}

function weighObject(value: object, at: string, depth: number, indexed: boolean, tally: Tally): void {
  if (depth > MAX_NESTING) throw new TobanError('bad-input', `${at}: more than ${MAX_NESTING} levels deep`);
  for (const [name, child] of Object.entries(value)) {
    const bytes = Buffer.byteLength(name);
    if (name === '' || bytes > MAX_FIELD_NAME_BYTES || /^__.*__$/s.test(name) || !name.isWellFormed()) {
      throw new TobanError(
        'bad-input',
        `${at}: ${JSON.stringify(name.slice(0, 40))} cannot be the name of a field`,
      );
    }
    tally.bytes += bytes + 1;
    weigh(child, `${at}.${name}`, depth, indexed, tally);
  }
}

function weigh(value: unknown, at: string, depth: number, indexed: boolean, tally: Tally): void {
  if (Array.isArray(value)) {
    weighArray(value, at, depth + 1, indexed, tally);
    return;
  }
  if (isPlainObject(value)) {
    tally.bytes += 32;
    weighObject(value, at, depth + 1, indexed, tally);
    return;
  }
  tally.bytes += scalarBytes(value, at);
  if (typeof value === 'string' && !value.isWellFormed()) tally.wellFormed = false;
  // Each single field has an ascending and a descending index of its own.
  if (indexed) tally.indexEntries += 2;
}

function weighArray(
  value: readonly unknown[],
  at: string,
  depth: number,
  indexed: boolean,
  tally: Tally,
): void {
  if (depth > MAX_NESTING) throw new TobanError('bad-input', `${at}: more than ${MAX_NESTING} levels deep`);
  if (indexed) tally.indexEntries += value.length;
  for (let index = 0; index < value.length; index += 1) {
    const element = value[index];
    if (Array.isArray(element)) {
      throw new TobanError('bad-input', `${at}[${index}]: an array directly inside an array`);
    }
    weigh(element, `${at}[${index}]`, depth, false, tally);
  }
}

function scalarBytes(value: unknown, at: string): number {
  if (value === null || typeof value === 'boolean') return 1;
  if (typeof value === 'string') return Buffer.byteLength(value) + 1;
  if (typeof value === 'number' && Number.isFinite(value)) return 8;
  const what =
    typeof value === 'object' ? (value?.constructor?.name ?? 'object') : String(value).slice(0, 40);
  throw new TobanError('bad-input', `${at}: ${what} is not JSON`);
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

const documentNameBytes = (path: string): number => Buffer.byteLength(path) + 1 + 16;

/** Whether two documents say the same, whatever the order of their fields: stores keep none. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [one, other] = [Object.entries(a), new Map(Object.entries(b))];
  return (
    one.length === other.size &&
    one.every(([name, value]) => other.has(name) && sameJson(value, other.get(name)))
  );
}
