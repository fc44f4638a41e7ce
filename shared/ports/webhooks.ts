export interface WebhookMessage {
  /** The same for each attempt: the receiver knows a repeat by it. */
  readonly id: string;
  /** When this attempt is made, epoch ms; part of what is signed. */
  readonly at: number;
  readonly body: object;
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
}
