/**
 * Lets concurrent work go on one step at a time, in an order drawn from a seed: the same seed, the same interleaving.
 * Whatever waits at a port waits here.
 */
export class Turns {
  readonly #random: () => number;
  readonly #waiting: (() => void)[] = [];

  constructor(random: () => number) {
    this.#random = random;
  }

  /** Resolves when the caller is drawn. */
  next(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** Draws until all of `work`, and what it left running, has come to its end. `work` never rejects. */
  async run(work: readonly Promise<void>[]): Promise<void> {
    let open = work.length;
    const ended = () => {
      open -= 1;
    };
    for (const one of work) void one.then(ended);
    while (open > 0 || this.#waiting.length > 0) {
      await new Promise((resolve) => setImmediate(resolve));
      const drawn = Math.floor(this.#random() * this.#waiting.length);
      this.#waiting.splice(drawn, 1)[0]?.();
    }
  }
}
