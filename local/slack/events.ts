import { randomUUID } from 'node:crypto';
import type { Clock } from '../../shared/platform/clock.ts';
import { sign } from '../../shared/slack/index.ts';
import type { TimedPart } from '../clock.ts';
import { APP_USER, TEAM } from './model.ts';

export interface AppAddress {
  readonly eventsUrl: string;
  readonly interactivityUrl: string;
  readonly commandsUrl: string;
  readonly signingSecret: string;
  readonly botToken: string;
}

/** Slack's patience, and its waits before the three retries. */
const TIMEOUT_MS = 3_000;
const RETRY_AFTER_MS = [0, 60_000, 300_000];

interface Delivery {
  readonly at: number;
  readonly body: string;
  readonly retry: number;
}

/** Signed events to the app: 3 s for an answer, then up to three more tries on the business clock. */
export class Events implements TimedPart {
  readonly #clock: Clock;
  readonly #app: AppAddress;
  #waiting: Delivery[] = [];
  /** How often each event is delivered besides once. */
  duplicates = 0;
  /** Event type and status of each delivery, newest last. */
  readonly log: { readonly type: string; readonly status: number; readonly retry: number }[] = [];

  constructor(clock: Clock, app: AppAddress) {
    this.#clock = clock;
    this.#app = app;
  }

  emit(event: object): void {
    const envelope = {
      type: 'event_callback',
      team_id: TEAM,
      api_app_id: 'A0TOBAN',
      event_id: `Ev${randomUUID()}`,
      authorizations: [{ team_id: TEAM, user_id: APP_USER, is_bot: true }],
      event,
    };
    const delivery = { at: this.#clock.now(), body: JSON.stringify(envelope), retry: 0 };
    for (let copy = 0; copy <= this.duplicates; copy += 1) this.#waiting.push(delivery);
  }

  nextDue(): number | null {
    return this.#waiting.length === 0 ? null : Math.min(...this.#waiting.map(({ at }) => at));
  }

  async runDue(): Promise<void> {
    const due = this.#waiting.filter(({ at }) => at <= this.#clock.now());
    this.#waiting = this.#waiting.filter((delivery) => !due.includes(delivery));
    await Promise.all(due.map((delivery) => this.#deliver(delivery)));
  }

  async #deliver({ body, retry }: Delivery): Promise<void> {
    const retried =
      retry === 0 ? {} : { 'x-slack-retry-num': String(retry), 'x-slack-retry-reason': 'http_error' };
    const status = await this.post(this.#app.eventsUrl, body, 'application/json', retried);
    this.log.push({ type: JSON.parse(body).event.type, status, retry });
    const wait = RETRY_AFTER_MS[retry];
    if ((status < 200 || status > 299) && wait !== undefined) {
      this.#waiting.push({ at: this.#clock.now() + wait, body, retry: retry + 1 });
    }
  }

  /** Sends a signed request; the status, or 0 where no answer came in time. */
  async post(url: string, body: string, type: string, headers: Record<string, string> = {}): Promise<number> {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = sign(body, timestamp, this.#app.signingSecret);
    try {
      const answer = await fetch(url, {
        method: 'POST',
        body,
        headers: {
          'content-type': type,
          'x-slack-request-timestamp': timestamp,
          'x-slack-signature': signature,
          ...headers,
        },
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      await answer.arrayBuffer();
      return answer.status;
    } catch {
      return 0;
    }
  }
}
