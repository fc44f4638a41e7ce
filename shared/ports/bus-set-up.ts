/** A subscription as it is set up: short names; null where it has none of it. */
export interface SubscriptionSetUp {
  /** `_deleted-topic_` where the topic it was made for is gone. */
  readonly topic: string;
  /** Where messages are pushed to; null: somebody has to come and get them. */
  readonly pushEndpoint: string | null;
  readonly deadLetterTopic: string | null;
}

/**
 * How the bus is set up. Every method throws `refused` (reason `permission`: whoever asks may not look, or `api-disabled`),
 * `misconfigured` (reason `no-credentials`) and `unavailable`, and changes nothing.
 */
export interface BusSetUp {
  hasTopic(topic: string, signal: AbortSignal): Promise<boolean>;
  /** Whether whoever asks may publish to it; false also where it is not there. */
  mayPublish(topic: string, signal: AbortSignal): Promise<boolean>;
  /** Null where there is none. */
  subscription(name: string, signal: AbortSignal): Promise<SubscriptionSetUp | null>;
}
