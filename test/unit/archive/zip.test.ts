import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { openUpload, zipOf } from '../../../shared/adapters/zip/index.ts';
import { centralHeader, endRecords } from '../../../shared/adapters/zip/records.ts';
import type { ZippedFile } from '../../../shared/ports/archive.ts';

const AT = Date.parse('2026-11-24T03:04:06Z');

async function zipped(files: readonly (readonly [path: string, pieces: readonly string[]])[]) {
  async function* all(): AsyncGenerator<ZippedFile> {
    for (const [path, pieces] of files)
      yield {
        path,
        async *text() {
          yield* pieces;
        },
      };
  }
  return Buffer.concat(await Array.fromAsync(zipOf(all(), AT)));
}

const pieces = fc.array(fc.string({ unit: 'grapheme', maxLength: 400 }), { maxLength: 6 });
const path = fc.string({ unit: fc.constantFrom('a', '当', '🚲', '-', ' '), minLength: 1, maxLength: 30 });
const files = fc.uniqueArray(fc.tuple(path, pieces), { selector: ([name]) => name, maxLength: 8 });

test('what others read in a zip is what was written into it', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (given) => {
      const bytes = await zipped(given);
      const read = unzipSync(bytes);
      const text = Object.entries(read).map(([name, one]) => [name, Buffer.from(one).toString()]);
      // fflate knows nothing of an empty zip's order: there is none.
      expect(text).toEqual(given.map(([name, parts]) => [name, parts.join('')]));
      const archive = await openUpload(bytes);
      expect(archive.entries.map((one) => one.path)).toEqual(given.map(([name]) => name));
      for (const [name, parts] of given)
        expect(Buffer.concat(await Array.fromAsync(archive.read(name))).toString()).toBe(parts.join(''));
      await archive.close();
    }),
    { numRuns: 40 },
  );
});

test('what four and two bytes cannot hold is said in eight', () => {
  const far = 5 * 2 ** 30;
  const line = centralHeader(Buffer.from('a'), AT, { crc: 0, packed: 1, plain: 1 }, far);
  expect([line.readUInt16LE(6), line.readUInt32LE(42), line.readUInt16LE(30)]).toEqual([45, 0xffffffff, 12]);
  expect(line.readBigUInt64LE(47 + 4)).toBe(BigInt(far));
  const end = endRecords(3, 100, far);
  expect(end.readBigUInt64LE(48)).toBe(BigInt(far));
  expect(end.readBigUInt64LE(56 + 8)).toBe(BigInt(far + 100));
  expect(end.readUInt32LE(end.length - 6)).toBe(0xffffffff);
  const many = endRecords(70_000, 100, 1_000);
  expect([many.readBigUInt64LE(24), many.readBigUInt64LE(32)]).toEqual([70_000n, 70_000n]);
  expect(many.readUInt16LE(many.length - 12)).toBe(0xffff);
  expect(endRecords(65_534, 100, 1_000)).toHaveLength(22);
});

test('each file’s sum is the one that everybody computes', async () => {
  const zip = await zipped([['a', ['1234', '', '56789']]]);
  const line = zip.indexOf(Buffer.from([0x50, 0x4b, 0x01, 0x02]));
  // The check value of CRC-32, as its catalogue gives it.
  expect(zip.readUInt32LE(line + 16)).toBe(0xcbf43926);
  const descriptor = zip.indexOf(Buffer.from([0x50, 0x4b, 0x07, 0x08]));
  expect(zip.readUInt32LE(descriptor + 4)).toBe(0xcbf43926);
});
