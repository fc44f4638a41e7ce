import { Temporal } from 'temporal-polyfill';

/** Local minutes (since 1970-01-01 00:00 on the wall) ⇄ epoch ms in one zone. */
export interface Zone {
  readonly name: string;
  /** A time the clocks skip is moved past the skip, one they repeat is its first pass, as Temporal's `compatible`. */
  toEpoch(local: number): number;
  toLocal(epoch: number): number;
}

const CHUNK_MS = 366 * 86_400_000;
const DAY_MS = 86_400_000;

/** Offsets within one chunk of time: `offsets[i]` holds until `changes[i]`. */
interface Chunk {
  readonly changes: readonly number[];
  readonly offsets: readonly number[];
}

const zones = new Map<string, Zone>();

/**
 * Asking Temporal for each cell would cost more than all the rest of reading a sheet, so the changes of offset of a
 * year are asked for once and kept.
 */
export function zoneOf(name: string): Zone {
  const known = zones.get(name);
  if (known) return known;
  const chunks = new Map<number, Chunk>();
  const offsetAt = (epoch: number): number => {
    const index = Math.floor(epoch / CHUNK_MS);
    let chunk = chunks.get(index);
    if (!chunk) {
      chunk = chunkOf(name, index);
      chunks.set(index, chunk);
    }
    let at = 0;
    while (at < chunk.changes.length && epoch >= (chunk.changes[at] ?? 0)) at++;
    return chunk.offsets[at] ?? 0;
  };
  const made: Zone = {
    name,
    toLocal: (epoch) => Math.floor((epoch + offsetAt(epoch)) / 60_000),
    toEpoch(local) {
      const wall = local * 60_000;
      const before = offsetAt(wall - DAY_MS);
      const after = offsetAt(wall + DAY_MS);
      if (before === after || offsetAt(wall - before) === before) return wall - before;
      return offsetAt(wall - after) === after ? wall - after : wall - before;
    },
  };
  zones.set(name, made);
  return made;
}

function chunkOf(name: string, index: number): Chunk {
  const end = (index + 1) * CHUNK_MS;
  let at = Temporal.Instant.fromEpochMilliseconds(index * CHUNK_MS).toZonedDateTimeISO(name);
  const offsets = [at.offsetNanoseconds / 1_000_000];
  const changes: number[] = [];
  for (;;) {
    const next = at.getTimeZoneTransition('next');
    if (!next || next.epochMilliseconds >= end) return { changes, offsets };
    changes.push(next.epochMilliseconds);
    offsets.push(next.offsetNanoseconds / 1_000_000);
    at = next;
  }
}

/** Whether two zones show the same wall clock around `now` (Japan and Asia/Tokyo do). */
export function sameClock(one: string, other: string, now: number): boolean {
  if (one === other) return true;
  try {
    const [a, b] = [zoneOf(one), zoneOf(other)];
    return [-180, -90, 0, 90, 180].every(
      (days) => a.toLocal(now + days * DAY_MS) === b.toLocal(now + days * DAY_MS),
    );
  } catch (error) {
    // A spreadsheet may carry a zone this machine has never heard of: certainly not ours.
    if (error instanceof RangeError) return false;
    throw error;
  }
}
