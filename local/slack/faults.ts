import type { Clock } from '../../shared/platform/clock.ts';

export interface Fault {
  /** A Web API method, `*` for all of them, or `events` for deliveries to the app. */
  readonly method: string;
  /**
   * `429`, `500`, `lost` (done, but the answer never arrives), `slow` (done, answered after `delayMs`), or an error code
   * that Slack answers with. For `events`: `connection_failed`, or `http_timeout` (arrives, its answer does not).
   */
  readonly kind: string;
  readonly delayMs: number;
  readonly retryAfterS: number;
}

interface Planned extends Fault {
  times: number;
  readonly until: number;
}

export interface FaultOptions {
  /** How long it lasts on the business clock, in ms; then `times` may be left out. */
  readonly forMs?: number;
  readonly delayMs?: number;
  /** Seconds that a `429` asks for. */
  readonly retryAfterS?: number;
}

/** What goes wrong with calls of a method: the next so many of them, or all for a while. */
export class Faults {
  readonly #clock: Clock;
  #planned: Planned[] = [];

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  plan(method: string, kind: string, times?: number, options: FaultOptions = {}): void {
    const { forMs, delayMs = 1_000, retryAfterS = 2 } = options;
    this.#planned.push({
      method,
      kind,
      delayMs,
      retryAfterS,
      times: times ?? (forMs === undefined ? 1 : Number.POSITIVE_INFINITY),
      until: forMs === undefined ? Number.POSITIVE_INFINITY : this.#clock.now() + forMs,
    });
  }

  clear(): void {
    this.#planned = [];
  }

  /** The fault of this call, used up by it. */
  take(method: string): Fault | null {
    const now = this.#clock.now();
    this.#planned = this.#planned.filter(({ times, until }) => times > 0 && now < until);
    const fault = this.#planned.find(
      (one) => one.method === method || (one.method === '*' && method !== 'events'),
    );
    if (!fault) return null;
    fault.times -= 1;
    return fault;
  }
}
