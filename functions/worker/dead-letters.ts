import { parseEnvelope } from '../../shared/adapters/pubsub/envelope.ts';
import { receiveLetter } from '../../shared/dead-letter/index.ts';
import type { Clock } from '../../shared/platform/clock.ts';
import { type Topic, topics } from '../../shared/ports/bus.ts';
import type { Store } from '../../shared/store/port.ts';

/** What Pub/Sub adds when it gives a message up: https://cloud.google.com/pubsub/docs/dead-letter-topics */
const SOURCE = 'CloudPubSubDeadLetterSourceSubscription';
const COUNT = 'CloudPubSubDeadLetterSourceDeliveryCount';

/** Cloud Monitoring's notifications come by a topic of their own; the work lane reads them. */
const ALERTS = 'alerts-push';

/** Takes a push of a dead-letter topic and keeps the message where people can see it. */
export function createDeadLetterBox(store: Store, clock: Clock): (body: Buffer) => Promise<void> {
  return async (body) => {
    const { message, messageId, attributes } = parseEnvelope(body);
    const attempts = Number(attributes[COUNT]);
    const letter = { topic: topicOf(attributes[SOURCE]), messageId, message };
    await receiveLetter(store, { ...letter, attempts: attempts > 0 ? attempts : null }, clock.now());
  };
}

/** A letter of unknown origin goes where calls go: it may be one. */
function topicOf(subscription: string | undefined): Topic {
  if (subscription === ALERTS) return 'work';
  const found = (Object.keys(topics) as Topic[]).find((topic) => topics[topic].subscription === subscription);
  return found ?? 'calls';
}
