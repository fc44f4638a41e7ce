/** How unkind the bus is. The same seed and the same calls give the same unkindness. */
export interface Chaos {
  readonly seed: number;
  /** Share of messages that come twice, 0 to 1. */
  readonly duplicates: number;
  /** Each message waits up to this long on the business clock before its first delivery. */
  readonly maxLatencyMs: number;
  /** Messages may overtake each other. */
  readonly reorder: boolean;
}

export const kind: Chaos = { seed: 1, duplicates: 0, maxLatencyMs: 0, reorder: false };

/** mulberry32: a small generator of numbers in [0, 1) that can be seeded; Math.random cannot. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
