import type { PubSub } from '@google-cloud/pubsub';
import { type Topic, type TopicPlan, topics } from '../../ports/bus.ts';
import { connectPubsub } from './client.ts';

const ALREADY_EXISTS = 6;

export interface EmulatorSetUp {
  readonly projectId: string;
  readonly emulatorHost: string;
  readonly pushUrl: (topic: Topic) => string;
  readonly plans?: Readonly<Record<Topic, TopicPlan>>;
}

/**
 * Makes on the emulator what Terraform makes in a project: topics, dead letter topics whose messages are kept, and
 * push subscriptions. Done again it only points the subscriptions to where the system listens now.
 */
export async function setUpEmulator(options: EmulatorSetUp): Promise<void> {
  const { projectId, emulatorHost, pushUrl, plans = topics } = options;
  const pubsub = await connectPubsub({ projectId, emulatorHost });
  try {
    for (const [topic, plan] of Object.entries(plans) as [Topic, TopicPlan][]) {
      const dead = `${topic}-dead`;
      await unlessThere(() => pubsub.createTopic(topic));
      await unlessThere(() => pubsub.createTopic(dead));
      await unlessThere(() => pubsub.topic(dead).createSubscription(`${dead}-keep`));
      const letters = { pushEndpoint: `${pushUrl('work')}/dead-letters` };
      await unlessThere(() => pubsub.topic(dead).createSubscription(`${dead}-push`, { pushConfig: letters }));
      await pubsub.subscription(`${dead}-push`).modifyPushConfig(letters);
      await unlessThere(() => createPush(pubsub, topic, plan, pushUrl(topic)));
      await pubsub.subscription(plan.subscription).modifyPushConfig({ pushEndpoint: pushUrl(topic) });
    }
  } finally {
    await pubsub.close();
  }
}

function createPush(pubsub: PubSub, topic: Topic, plan: TopicPlan, pushEndpoint: string): Promise<unknown> {
  return pubsub.topic(topic).createSubscription(plan.subscription, {
    pushConfig: { pushEndpoint },
    ackDeadlineSeconds: plan.ackDeadlineSeconds,
    retryPolicy: {
      minimumBackoff: { seconds: plan.minBackoffSeconds },
      maximumBackoff: { seconds: plan.maxBackoffSeconds },
    },
    deadLetterPolicy: {
      deadLetterTopic: pubsub.topic(`${topic}-dead`).name,
      maxDeliveryAttempts: plan.maxDeliveryAttempts,
    },
  });
}

async function unlessThere(make: () => Promise<unknown>): Promise<void> {
  try {
    await make();
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === ALREADY_EXISTS)) throw error;
  }
}
