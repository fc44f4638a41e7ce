/** The records of a zip as its specification (PKWARE APPNOTE 6.3.10) lays them out. Little-endian; pure. */

export interface Sizes {
  readonly crc: number;
  /** Bytes as they stand in the zip, and as they were. */
  readonly packed: number;
  readonly plain: number;
}

/** The most that four and two bytes hold; there and above the records of zip64 say it. */
export const MOST_32 = 0xffffffff - 1;
const MOST_16 = 0xffff - 1;
/** Sizes follow the data, names are UTF-8; deflated; by versions 2.0, and 4.5 where zip64 is needed. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const [PLAIN, ZIP64] = [20, 45];
/** Made on Unix: a regular file that its owner alone may write and read. */
const MADE_BY = (3 << 8) | ZIP64;
const MODE = (0o100600 << 16) >>> 0;

/** Fields one after the other, each a value and how many bytes it takes. */
function fields(...all: readonly (readonly [value: number, bytes: 2 | 4 | 8])[]): Buffer {
  const made = Buffer.alloc(all.reduce((sum, [, bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [value, bytes] of all) {
    if (bytes === 8) made.writeBigUInt64LE(BigInt(value), at);
    else made.writeUIntLE(value, at, bytes);
    at += bytes;
  }
  return made;
}

/** Date and time as MS-DOS wrote them, in UTC, in steps of two seconds; 1980 to 2107. */
function dosTime(at: number): readonly [time: number, date: number] {
  const when = new Date(at);
  const year = Math.min(127, Math.max(0, when.getUTCFullYear() - 1980));
  return [
    (when.getUTCHours() << 11) | (when.getUTCMinutes() << 5) | (when.getUTCSeconds() >> 1),
    (year << 9) | ((when.getUTCMonth() + 1) << 5) | when.getUTCDate(),
  ];
}

/** Stands before a file's bytes, when nothing is known of them. */
export function localHeader(name: Buffer, at: number): Buffer {
  const [time, date] = dosTime(at);
  const head = fields(
    [0x04034b50, 4],
    [PLAIN, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [time, 2],
    [date, 2],
    [0, 4],
    [0, 4],
    [0, 4],
    [name.length, 2],
    [0, 2],
  );
  return Buffer.concat([head, name]);
}

/** Stands behind them. */
export const dataDescriptor = ({ crc, packed, plain }: Sizes): Buffer =>
  fields([0x08074b50, 4], [crc, 4], [packed, 4], [plain, 4]);

/** A file's line in the directory. `start`: where its local header stands. */
export function centralHeader(
  name: Buffer,
  at: number,
  { crc, packed, plain }: Sizes,
  start: number,
): Buffer {
  const [time, date] = dosTime(at);
  const far = start > MOST_32;
  const extra = far ? fields([1, 2], [8, 2], [start, 8]) : Buffer.alloc(0);
  const head = fields(
    [0x02014b50, 4],
    [MADE_BY, 2],
    [far ? ZIP64 : PLAIN, 2],
    [FLAGS, 2],
    [DEFLATED, 2],
    [time, 2],
    [date, 2],
    [crc, 4],
    [packed, 4],
    [plain, 4],
    [name.length, 2],
    [extra.length, 2],
    [0, 2],
    [0, 2],
    [0, 2],
    [MODE, 4],
    [far ? 0xffffffff : start, 4],
  );
  return Buffer.concat([head, name, extra]);
}

/** The end of a zip: of so many files, with a directory of `size` bytes that stands at `start`. */
export function endRecords(count: number, size: number, start: number): Buffer {
  const large = count > MOST_16 || size > MOST_32 || start > MOST_32;
  const end = fields(
    [0x06054b50, 4],
    [0, 2],
    [0, 2],
    [large ? 0xffff : count, 2],
    [large ? 0xffff : count, 2],
    [large ? 0xffffffff : size, 4],
    [large ? 0xffffffff : start, 4],
    [0, 2],
  );
  if (!large) return end;
  const record = fields(
    [0x06064b50, 4],
    [44, 8],
    [MADE_BY, 2],
    [ZIP64, 2],
    [0, 4],
    [0, 4],
    [count, 8],
    [count, 8],
    [size, 8],
    [start, 8],
  );
  const locator = fields([0x07064b50, 4], [0, 4], [start + size, 8], [1, 4]);
  return Buffer.concat([record, locator, end]);
}
