export interface WebhookMessage {
  /** The same for each attempt: the receiver knows a repeat by it. */
  readonly id: string;
  /** When this attempt is made, epoch ms; part of what is signed. */
  readonly at: number;
  readonly body: object;
}

/** What a service answered, whatever its status. */
export interface WebhookAnswer {
  readonly status: number;
  /** From the first byte sent to the last one read, ms. */
  readonly ms: number;
  /** The beginning of its body, at most 500 characters, without control characters. */
  readonly excerpt: string;
  /** Its `Retry-After`, ms from this attempt on; null: none that can be read. Whatever the other side likes to say. */
  readonly retryAfterMs: number | null;
}

/**
 * Tells another service by a signed POST (the headers of Standard Webhooks). Repeats are harmless to a receiver that
 * looks at the id. Errors: `misconfigured` (no secret), `refused` (4xx, or an address that is not public),
 * `rate-limited`, `unavailable`.
 */
export interface Webhooks {
  /** `secret` is the name of the environment variable that holds it; null sends unsigned. A GET carries no body. */
  send(
    to: { readonly url: string; readonly secret: string | null; readonly method?: 'GET' | 'POST' },
    message: WebhookMessage,
    signal: AbortSignal,
  ): Promise<void>;
  /**
   * Sends the very text of a body, signed with each of some secrets, and says what was answered. Errors: `refused` with
   * `not-public`, and `unavailable` with the reason for which there was no answer.
   */
  deliver(
    to: { readonly url: string; readonly secrets: readonly string[] },
    message: { readonly id: string; readonly at: number; readonly body: string },
    signal: AbortSignal,
  ): Promise<WebhookAnswer>;
}
