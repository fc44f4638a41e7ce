import type { DatabaseSync } from 'node:sqlite';
import { openDatabase, storeError } from '../../shared/adapters/sqlite/database.ts';
import { type Clock, systemClock } from '../../shared/platform/clock.ts';
import { TobanError } from '../../shared/platform/errors.ts';
import { type Log, silentLog } from '../../shared/platform/log.ts';
import { traceAttributes } from '../../shared/platform/trace.ts';
import { type Bus, type Topic, type TopicPlan, topics } from '../../shared/ports/bus.ts';
import type { TimedPart } from '../clock.ts';
import { type Chaos, kind, seeded } from './chaos.ts';
import { backoffMs, deadLetterAttributes, envelope, push } from './push.ts';
import { type DeadLetter, type Delivery, Queue } from './queue.ts';
import { openSigner, type Signer } from './signer.ts';

/** Pub/Sub's limit for a message. */
const MAX_MESSAGE_BYTES = 10_000_000;
const MOST_TRACES = 1_000;
/** The longest wait before looking again: the business clock may have been moved by hand. */
const LOOK_EVERY_MS = 1_000;

export interface DispatcherOptions {
  /** The store's own file will do: the tables are the dispatcher's own. */
  readonly file: string;
  /** Back-off, latency and leases run on it. */
  readonly clock: Clock;
  readonly pushUrls: Readonly<Record<Topic, string>>;
  /** What the tokens are for, and whom they name: the verifier must be told the same. */
  readonly audience: string;
  readonly email: string;
  readonly chaos?: Chaos;
  readonly fetch?: typeof fetch;
  readonly plans?: Readonly<Record<Topic, TopicPlan>>;
  /** Pushes under way at the same time. */
  readonly parallel?: number;
  /** Tokens and the ack deadline keep the real clock. */
  readonly realClock?: Clock;
  readonly log?: Log;
}

export interface Dispatcher extends Bus, TimedPart, Signer {
  nextDue(): number | null;
  /** `delayMs`: not before that, on the business clock. */
  publish(topic: Topic, message: object, options?: { delayMs?: number }): Promise<void>;
  /** Delivers by itself from now on. Without it, only `runDue` delivers. */
  start(): void;
  dead(topic: Topic): readonly DeadLetter[];
  /** `waiting` includes what is in flight. */
  counts(): { readonly waiting: number; readonly inFlight: number; readonly dead: number };
  /** What is under way is broken off; the next process delivers it again. */
  close(): Promise<void>;
}

/**
 * The laptop's Pub/Sub: takes messages durably and pushes them over HTTP, at least once, with the envelope, token,
 * back-off and dead letters of the real one.
 */
export async function openDispatcher(options: DispatcherOptions): Promise<Dispatcher> {
  const { file, audience, email, realClock = systemClock } = options;
  const db = openDatabase(file);
  const signer = await openSigner(db, audience, email, realClock);
  return new LocalDispatcher(db, signer, options);
}

class LocalDispatcher implements Dispatcher {
  readonly keys: Signer['keys'];
  readonly #db: DatabaseSync;
  readonly #signer: Signer;
  readonly #queue: Queue;
  readonly #options: DispatcherOptions;
  readonly #plans: Readonly<Record<Topic, TopicPlan>>;
  readonly #chaos: Chaos;
  readonly #random: () => number;
  readonly #parallel: number;
  readonly #log: Log;
  readonly #lastDue = new Map<Topic, number>();
  readonly #traces = new Map<string, Readonly<Record<string, string>>>();
  readonly #inFlight = new Map<number, Promise<void>>();
  readonly #closing = new AbortController();
  #timer: NodeJS.Timeout | null = null;
  #automatic = false;

  constructor(db: DatabaseSync, signer: Signer, options: DispatcherOptions) {
    const { plans = topics, chaos = kind, parallel = 10, log = silentLog } = options;
    this.#db = db;
    this.#signer = signer;
    this.keys = signer.keys;
    this.#options = options;
    this.#plans = plans;
    this.#chaos = chaos;
    this.#random = seeded(chaos.seed);
    this.#parallel = parallel;
    this.#log = log;
    this.#queue = new Queue(db, options.clock.now(), (topic) => backoffMs(plans[topic], 1));
  }

  async publish(topic: Topic, message: object, { delayMs = 0 } = {}): Promise<void> {
    const data = Buffer.from(JSON.stringify(message)).toString('base64');
    if (data.length > MAX_MESSAGE_BYTES)
      throw new TobanError('refused', 'the message is too large for the bus');
    const now = this.#options.clock.now();
    const due =
      delayMs > 0 ? now + delayMs + this.#latency() : this.#dueInOrder(topic, now + this.#latency());
    const again = this.#random() < this.#chaos.duplicates ? [due + this.#latency()] : [];
    try {
      this.#note(this.#queue.add(topic, data, now, [due, ...again]));
    } catch (error) {
      throw storeError(error);
    }
    if (this.#automatic) this.#pump();
  }

  /** Which request a message came of: for the log alone, so it need not outlive this process. */
  #note(messageId: string): void {
    const attributes = traceAttributes();
    if (!attributes.traceparent) return;
    if (this.#traces.size >= MOST_TRACES) this.#traces.clear();
    this.#traces.set(messageId, attributes);
  }

  token(): Promise<string> {
    return this.#signer.token();
  }

  nextDue(): number | null {
    return this.#queue.nextDue([...this.#inFlight.keys()]);
  }

  async runDue(): Promise<void> {
    for (this.#fill(); this.#inFlight.size > 0; this.#fill()) await Promise.race(this.#inFlight.values());
  }

  start(): void {
    this.#automatic = true;
    this.#pump();
  }

  dead(topic: Topic): readonly DeadLetter[] {
    return this.#queue.dead(topic);
  }

  counts() {
    return { ...this.#queue.counts(), inFlight: this.#inFlight.size };
  }

  async close(): Promise<void> {
    this.#automatic = false;
    if (this.#timer) clearTimeout(this.#timer);
    this.#closing.abort();
    await Promise.all(this.#inFlight.values());
    this.#db.close();
  }

  /** Latency alone makes nobody overtake; only `reorder` does. */
  #dueInOrder(topic: Topic, due: number): number {
    if (this.#chaos.reorder) return due;
    const inOrder = Math.max(due, this.#lastDue.get(topic) ?? 0);
    this.#lastDue.set(topic, inOrder);
    return inOrder;
  }

  #latency(): number {
    return Math.floor(this.#random() * this.#chaos.maxLatencyMs);
  }

  /** Begins as many deliveries as are due and as there is room for. Never throws: what stays is due at the next look. */
  #fill(): void {
    try {
      while (this.#inFlight.size < this.#parallel && !this.#closing.signal.aborted) {
        const now = this.#options.clock.now();
        const among = this.#queue.due(now, [...this.#inFlight.keys()], this.#chaos.reorder ? 20 : 1);
        const next = among[Math.floor(this.#random() * among.length)];
        if (!next) return;
        const plan = this.#plans[next.topic];
        const delivery = this.#queue.lease(next, now + plan.ackDeadlineSeconds * 1000);
        this.#inFlight.set(delivery.id, this.#deliver(delivery, plan));
      }
    } catch (error) {
      this.#log.error('dispatcher-stuck', { reason: error instanceof Error ? error.message : String(error) });
    }
  }

  /** One attempt, from push to settlement. Never rejects: what cannot be settled comes again when its lease ends. */
  async #deliver(delivery: Delivery, plan: TopicPlan): Promise<void> {
    try {
      const deadline = AbortSignal.timeout(plan.ackDeadlineSeconds * 1000);
      const acknowledged = await push({
        url: this.#options.pushUrls[delivery.topic],
        token: await this.#signer.token(),
        body: envelope(delivery, plan, this.#traces.get(delivery.messageId)),
        signal: AbortSignal.any([deadline, this.#closing.signal]),
        fetch: this.#options.fetch ?? fetch,
      });
      if (acknowledged) this.#queue.remove(delivery.id);
      else if (!this.#closing.signal.aborted) this.#putBack(delivery, plan);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      this.#log.error('delivery-not-settled', {
        topic: delivery.topic,
        messageId: delivery.messageId,
        reason,
      });
    } finally {
      this.#inFlight.delete(delivery.id);
      if (this.#automatic) this.#pump();
    }
  }

  #putBack(delivery: Delivery, plan: TopicPlan): void {
    const { id, topic, messageId, attempts } = delivery;
    const now = this.#options.clock.now();
    if (attempts < plan.maxDeliveryAttempts) {
      this.#queue.release(id, now + backoffMs(plan, attempts));
      return;
    }
    this.#queue.bury(delivery, now, deadLetterAttributes(delivery, plan));
    this.#log.error('dead-letter', { topic, messageId, attempts });
  }

  /** Delivers what is due and comes back when the next is; the end of a delivery also comes here. */
  #pump(): void {
    if (this.#timer) clearTimeout(this.#timer);
    if (this.#closing.signal.aborted) return;
    this.#fill();
    const full = this.#inFlight.size >= this.#parallel;
    const wait = full
      ? LOOK_EVERY_MS
      : (this.nextDue() ?? Number.POSITIVE_INFINITY) - this.#options.clock.now();
    this.#timer = setTimeout(() => this.#pump(), Math.min(LOOK_EVERY_MS, Math.max(10, wait)));
  }
}
