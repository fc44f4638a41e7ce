import type { TopicPlan } from '../../shared/ports/bus.ts';
import type { Delivery } from './queue.ts';

const PROJECT = 'local';

/** Statuses that Pub/Sub takes for an acknowledgement: https://cloud.google.com/pubsub/docs/push */
const ACKNOWLEDGED: ReadonlySet<number> = new Set([102, 200, 201, 202, 204]);

export const subscriptionName = (plan: TopicPlan): string =>
  `projects/${PROJECT}/subscriptions/${plan.subscription}`;

/** The body of a push as Pub/Sub sends it for a subscription with a dead letter policy. */
export function envelope(
  { data, messageId, publishedAt, attempts }: Delivery,
  plan: TopicPlan,
  attributes: Readonly<Record<string, string>> = {},
): object {
  const publishTime = new Date(publishedAt).toISOString();
  return {
    subscription: subscriptionName(plan),
    message: {
      data,
      attributes,
      messageId,
      message_id: messageId,
      publishTime,
      publish_time: publishTime,
    },
    deliveryAttempt: attempts,
  };
}

/** What Pub/Sub adds to a message that it gives up: https://cloud.google.com/pubsub/docs/dead-letter-topics */
export function deadLetterAttributes(
  { publishedAt, attempts }: Delivery,
  plan: TopicPlan,
): Record<string, string> {
  return {
    CloudPubSubDeadLetterSourceDeliveryCount: String(attempts),
    CloudPubSubDeadLetterSourceSubscription: plan.subscription,
    CloudPubSubDeadLetterSourceSubscriptionProject: PROJECT,
    CloudPubSubDeadLetterSourceTopicPublishTime: new Date(publishedAt).toISOString(),
  };
}

/** Ms until the delivery after this many failed ones: doubled each time, between the plan's bounds. */
export function backoffMs(plan: TopicPlan, attempts: number): number {
  const doubled = plan.minBackoffSeconds * 2 ** Math.min(attempts - 1, 30);
  return Math.min(plan.maxBackoffSeconds, doubled) * 1000;
}

export interface PushRequest {
  readonly url: string;
  readonly token: string;
  readonly body: object;
  readonly signal: AbortSignal;
  readonly fetch: typeof fetch;
}

/** True when the receiver has acknowledged; no answer, a late one or any other status is a "not yet". */
export async function push({ url, token, body, signal, fetch }: PushRequest): Promise<boolean> {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
      body: JSON.stringify(body),
      redirect: 'manual',
      signal,
    });
    await response.arrayBuffer();
    return ACKNOWLEDGED.has(response.status);
  } catch {
    // Whatever broke, the message is not acknowledged: the caller delivers it again.
    return false;
  }
}
