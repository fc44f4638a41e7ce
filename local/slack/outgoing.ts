import { sign } from '../../shared/slack/index.ts';

/** Slack's patience with the app, in ms. */
const TIMEOUT_MS = 3_000;

export interface AppAnswer {
  /** 0 where no answer came in time. */
  readonly status: number;
  readonly text: string;
  /** The app asked not to be sent this again. */
  readonly noRetry: boolean;
  /** In Slack's words, where there was no answer. */
  readonly failure: 'http_timeout' | 'connection_failed' | null;
}

/** Signed requests to the app, each with 3 s for an answer. Never rejects. */
export class Outgoing {
  readonly #secret: string;

  constructor(secret: string) {
    this.#secret = secret;
  }

  json(url: string, body: string, headers: Record<string, string> = {}): Promise<AppAnswer> {
    return this.#post(url, body, { 'content-type': 'application/json', ...headers });
  }

  form(url: string, fields: Readonly<Record<string, string>>): Promise<AppAnswer> {
    const body = new URLSearchParams(fields).toString();
    return this.#post(url, body, { 'content-type': 'application/x-www-form-urlencoded' });
  }

  async #post(url: string, body: string, headers: Record<string, string>): Promise<AppAnswer> {
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const signature = sign(body, timestamp, this.#secret);
    const signed = {
      ...headers,
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': signature,
    };
    try {
      const signal = AbortSignal.timeout(TIMEOUT_MS);
      const answer = await fetch(url, { method: 'POST', body, headers: signed, signal });
      const noRetry = answer.headers.get('x-slack-no-retry') === '1';
      return { status: answer.status, text: await answer.text(), noRetry, failure: null };
    } catch (error) {
      const late = error instanceof DOMException && error.name === 'TimeoutError';
      return { status: 0, text: '', noRetry: false, failure: late ? 'http_timeout' : 'connection_failed' };
    }
  }
}
