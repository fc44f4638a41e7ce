/** The only place that asks the machine for the time; everything else takes a Clock or an instant. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };
