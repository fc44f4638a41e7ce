import type { Clock } from '../../platform/clock.ts';

/** Google allows 60 reads a minute for an account; an instance takes fewer, since others of its lane read too. */
const MOST_PER_MINUTE = 38;
const MINUTE_MS = 60_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

/** When Sheets may be asked again. One for all spreadsheets of an instance: the quota is the account's. */
export interface Pace {
  /** How old a reading may be and still answer, in ms: 1 s, and more the more was read in the last minute. */
  freshFor(): number;
  /** False while a back-off runs or the minute's reads are used up. */
  mayRead(spreadsheet: string): boolean;
  /** Called for each request. */
  count(requests: number): void;
  failed(spreadsheet: string, everywhere: boolean, retryAfterMs: number | undefined): void;
  succeeded(spreadsheet: string): void;
}

export function createPace(clock: Clock, mostPerMinute: number = MOST_PER_MINUTE): Pace {
  let reads: number[] = [];
  const waits = new Map<string, { failures: number; until: number }>();
  const lately = () => {
    reads = reads.filter((at) => at > clock.now() - MINUTE_MS);
    return reads.length;
  };
  const waiting = (key: string) => (waits.get(key)?.until ?? 0) > clock.now();

  return {
    freshFor() {
      const count = lately();
      if (count < 15) return 1_000;
      return count < 25 ? 2_500 : 5_000;
    },
    mayRead: (spreadsheet) => lately() < mostPerMinute && !waiting(spreadsheet) && !waiting(EVERYWHERE),
    count(requests) {
      for (let i = 0; i < requests; i++) reads.push(clock.now());
    },
    failed(spreadsheet, everywhere, retryAfterMs = 0) {
      const key = everywhere ? EVERYWHERE : spreadsheet;
      const failures = (waits.get(key)?.failures ?? 0) + 1;
      const backOff = Math.min(FIRST_WAIT_MS * 2 ** (failures - 1), LONGEST_WAIT_MS);
      waits.set(key, { failures, until: clock.now() + Math.max(backOff, retryAfterMs) });
    },
    succeeded(spreadsheet) {
      waits.delete(spreadsheet);
      waits.delete(EVERYWHERE);
    },
  };
}

/** No spreadsheet id holds a star. */
const EVERYWHERE = '*';
