import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/platform/clock.ts';
import type { TimedPart } from '../clock.ts';
import type { Faults } from './faults.ts';
import { APP, APP_USER, TEAM } from './model.ts';
import type { AppAnswer, Outgoing } from './outgoing.ts';

/** Slack's waits before the three retries. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

interface Delivery {
  readonly at: number;
  readonly type: string;
  readonly body: string;
  readonly retry: number;
  readonly reason: string;
}

/** An inner event; the rest of its fields depend on the type. */
export interface AppEvent {
  readonly type: string;
  readonly [field: string]: unknown;
}

export interface Delivered {
  readonly type: string;
  readonly status: number;
  readonly retry: number;
}

/** Signed events to the app: 3 s for an answer, then up to three more tries on the business clock. */
export class Events implements TimedPart {
  readonly #clock: Clock;
  readonly #outgoing: Outgoing;
  readonly #faults: Faults;
  readonly #url: string;
  readonly #subscribed: ReadonlySet<string>;
  #waiting: Delivery[] = [];
  /** How often each event is delivered besides once. */
  duplicates = 0;
  /** Deliveries so far, newest last. */
  readonly log: Delivered[] = [];

  constructor(parts: {
    clock: Clock;
    outgoing: Outgoing;
    faults: Faults;
    url: string;
    subscribed: readonly string[];
  }) {
    this.#clock = parts.clock;
    this.#outgoing = parts.outgoing;
    this.#faults = parts.faults;
    this.#url = parts.url;
    this.#subscribed = new Set(parts.subscribed);
  }

  /** Queues an event, if the app subscribes to it. `subscription` differs from the type for messages. */
  emit(event: AppEvent, subscription: string = event.type): void {
    if (!this.#subscribed.has(subscription)) return;
    const at = this.#clock.now();
    const envelope = {
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: APP,
      event_id: `Ev${randomUUID()}`,
      event_time: Math.floor(at / 1_000),
      authorizations: [{ team_id: TEAM, user_id: APP_USER, is_bot: true }],
      event,
    };
    const delivery = { at, type: event.type, body: JSON.stringify(envelope), retry: 0, reason: '' };
    for (let copy = 0; copy <= this.duplicates; copy += 1) this.#waiting.push(delivery);
  }

  /** Asks the app to prove that the address is its own; true when it echoed the challenge. */
  async verifyUrl(): Promise<boolean> {
    const challenge = randomUUID();
    const body = JSON.stringify({ type: 'url_verification', token: 'unused', challenge });
    const answer = await this.#outgoing.json(this.#url, body);
    return answer.status === 200 && answer.text.includes(challenge);
  }

  nextDue(): number | null {
    return this.#waiting.length === 0 ? null : Math.min(...this.#waiting.map(({ at }) => at));
  }

  async runDue(): Promise<void> {
    const due = this.#waiting.filter(({ at }) => at <= this.#clock.now());
    this.#waiting = this.#waiting.filter((delivery) => !due.includes(delivery));
    await Promise.all(due.map((delivery) => this.#deliver(delivery)));
  }

  async #deliver({ type, body, retry, reason }: Delivery): Promise<void> {
    const headers: Record<string, string> =
      retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': reason };
    const answer = await this.#try(body, headers);
    this.log.push({ type, status: answer.status, retry });
    const wait = RETRY_AFTER_MS[retry];
    const accepted = answer.status >= 200 && answer.status <= 299;
    if (accepted || wait === undefined || answer.noRetry) return;
    const next = answer.failure ?? 'http_error';
    this.#waiting.push({ at: this.#clock.now() + wait, type, body, retry: retry + 1, reason: next });
  }

  /** A planned fault of `events`: `connection_failed` never arrives; any other arrives, but counts as unanswered. */
  async #try(body: string, headers: Record<string, string>): Promise<AppAnswer> {
    const fault = this.#faults.take('events');
    if (fault?.kind === 'connection_failed')
      return { status: 0, text: '', noRetry: false, failure: 'connection_failed' };
    const answer = await this.#outgoing.json(this.#url, body, headers);
    return fault ? { ...answer, status: 0, failure: 'http_timeout' } : answer;
  }
}
