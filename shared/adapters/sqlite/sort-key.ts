import type { Json } from '../../store/cursor.ts';

/**
 * Bytes that compare (memcmp) as Firestore orders values: null < booleans < numbers < strings (by UTF-8) < arrays <
 * maps; see https://firebase.google.com/docs/firestore/manage-data/data-types. No key is the beginning of another,
 * so keys can be joined and still compare field by field.
 */
export function sortKey(value: Json): Buffer {
  if (value === null) return Buffer.of(TAG.null);
  if (typeof value === 'boolean') return Buffer.of(TAG.boolean, value ? 1 : 0);
  if (typeof value === 'number') return Buffer.concat([Buffer.of(TAG.number), numberKey(value)]);
  if (typeof value === 'string') return stringKey(value);
  if (Array.isArray(value)) return Buffer.concat([Buffer.of(TAG.array), ...value.map(sortKey), END]);
  const names = Object.keys(value).sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  const parts = names.flatMap((name) => [sortKey(name), sortKey(value[name] ?? null)]);
  return Buffer.concat([Buffer.of(TAG.map), ...parts, END]);
}

/** The first byte of all keys of this value's type: comparisons never leave it. */
export const typeKey = (value: Json): Buffer => sortKey(value).subarray(0, 1);

/** Part by part, as Firestore orders document names; `a/b` comes before `a/b/c/d`. */
export function pathKey(path: string): Buffer {
  return Buffer.concat([...path.split('/').map(stringKey), END]);
}

/** The same key for an order from high to low. */
export const reversed = (key: Buffer): Buffer => Buffer.from(key.map((byte) => byte ^ 0xff));

/** The least key that is greater than all keys that begin with `prefix`. */
export function beyond(prefix: Buffer): Buffer {
  let length = prefix.length;
  while (length > 0 && prefix[length - 1] === 0xff) length -= 1;
  const next = Buffer.from(prefix.subarray(0, length));
  if (length > 0) next[length - 1] = (next[length - 1] ?? 0) + 1;
  return next;
}

const TAG = { null: 0x05, boolean: 0x08, number: 0x10, string: 0x20, array: 0x30, map: 0x40 } as const;
const END = Buffer.of(0x02);

function numberKey(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeDoubleBE(value + 0); // -0 and 0 are one number
  const negative = ((bytes[0] ?? 0) & 0x80) !== 0;
  // IEEE 754 doubles compare as integers once the sign is turned, and negative ones wholly.
  if (negative) return reversed(bytes);
  bytes[0] = (bytes[0] ?? 0) ^ 0x80;
  return bytes;
}

/** Its bytes, with 0x00 written as 0x00 0xff, until 0x00 0x01. */
function stringKey(value: string): Buffer {
  const text = value.includes('\0')
    ? Buffer.from(value).toString('latin1').replaceAll('\0', '\0\xff')
    : value;
  const encoding = text === value ? 'utf8' : 'latin1';
  const length = Buffer.byteLength(text, encoding);
  const key = Buffer.allocUnsafe(length + 3);
  key[0] = TAG.string;
  key.write(text, 1, encoding);
  key[length + 1] = 0x00;
  key[length + 2] = 0x01;
  return key;
}
