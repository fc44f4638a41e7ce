import type { Clock } from '../shared/platform/clock.ts';

/**
 * A part of the laptop's system that has something to do later: the dispatcher's redeliveries, the simulated Slack's
 * retries, Toban's own tasks. The business clock visits each such instant in order.
 */
export interface TimedPart {
  /** Epoch ms on the business clock of the next thing to do; null when nothing waits. */
  nextDue(): number | null | Promise<number | null>;
  /** Does all that is due by the business clock's now and resolves when it is done. Never rejects. */
  runDue(): Promise<void>;
}

/** The business clock: the real one, moved forward by hand. Signatures and sockets keep the real clock. */
export class BusinessClock implements Clock {
  #offset = 0;
  readonly #real: Clock;

  constructor(real: Clock, offset = 0) {
    this.#real = real;
    this.#offset = offset;
  }

  now(): number {
    return this.#real.now() + this.#offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Moves forward to `instant`; never back. */
  moveTo(instant: number): void {
    const ahead = instant - this.now();
    if (ahead > 0) this.#offset += ahead;
  }
}
