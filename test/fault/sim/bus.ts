import { type Bus, type Topic, topics } from '../../../shared/ports/bus.ts';

export interface BusParts {
  readonly random: () => number;
  readonly later: (ms: number, what: () => Promise<void>) => void;
  /** Pushes to a lane; the status it answered, 0 for none. */
  readonly push: (topic: Topic, body: Buffer) => Promise<number>;
}

const LATENCY_MS = 3_000;
const DUPLICATES = 0.15;

/** At least once, in any order, some twice: what Pub/Sub allows itself. It never dies with the program. */
export class SimBus {
  readonly #parts: BusParts;
  readonly dead: string[] = [];
  #waiting = 0;
  #ids = 0;

  constructor(parts: BusParts) {
    this.#parts = parts;
  }

  get waiting(): number {
    return this.#waiting;
  }

  port(): Bus {
    return { publish: async (topic, message) => this.#publish(topic, JSON.stringify(message)) };
  }

  #publish(topic: Topic, text: string): void {
    const { random } = this.#parts;
    const copies = random() < DUPLICATES ? 2 : 1;
    for (let copy = 0; copy < copies; copy += 1) this.#leave(topic, text, 1, random() * LATENCY_MS);
  }

  #leave(topic: Topic, text: string, attempt: number, ms: number): void {
    this.#waiting += 1;
    this.#parts.later(ms, async () => {
      this.#waiting -= 1;
      this.#ids += 1;
      const data = Buffer.from(text).toString('base64');
      const envelope = {
        subscription: topic,
        message: { data, messageId: String(this.#ids) },
        deliveryAttempt: attempt,
      };
      const status = await this.#parts.push(topic, Buffer.from(JSON.stringify(envelope)));
      if (status >= 200 && status <= 299) return;
      const plan = topics[topic];
      const backoff = Math.min(plan.maxBackoffSeconds, plan.minBackoffSeconds * 2 ** (attempt - 1));
      if (attempt >= plan.maxDeliveryAttempts) this.dead.push(text);
      else this.#leave(topic, text, attempt + 1, backoff * 1_000);
    });
  }
}
