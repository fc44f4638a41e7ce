import { z } from 'zod';

/** How the API can fail; `lost` closes the connection without an answer, `garbage` answers a page that is no JSON. */
export const faultKinds = [
  'not-shared',
  'api-disabled',
  'not-found',
  'rate-limited',
  'unavailable',
  'slow',
  'lost',
  'garbage',
] as const;
export type FaultKind = (typeof faultKinds)[number];

export const Fault = z.strictObject({
  kind: z.enum(faultKinds),
  /** Only for this spreadsheet; for all when left out. */
  spreadsheet: z.string().optional(),
  /** How many requests it hits; until cleared when left out. */
  times: z.number().int().positive().optional(),
  /** For `slow`: how long the answer waits, in ms. */
  delayMs: z.number().int().min(0).max(60_000).default(5_000),
  /** For `rate-limited`: the Retry-After header, in seconds. */
  retryAfter: z.number().int().min(0).optional(),
});
export type Fault = z.infer<typeof Fault>;

/** The faults switched on now; at most one of them hits a request: the one set last. */
export class Faults {
  #active: { fault: Fault; left: number }[] = [];

  set(fault: z.input<typeof Fault>): void {
    const checked = Fault.parse(fault);
    this.#active.unshift({ fault: checked, left: checked.times ?? Number.POSITIVE_INFINITY });
  }

  clear(): void {
    this.#active = [];
  }

  list(): readonly Fault[] {
    return this.#active.map(({ fault, left }) => (Number.isFinite(left) ? { ...fault, times: left } : fault));
  }

  /** The fault for this request, counted. */
  take(spreadsheet: string): Fault | null {
    const hit = this.#active.find(({ fault }) => (fault.spreadsheet ?? spreadsheet) === spreadsheet);
    if (!hit) return null;
    hit.left -= 1;
    this.#active = this.#active.filter((entry) => entry.left > 0);
    return hit.fault;
  }
}
