import type { Clock } from '../../shared/platform/clock.ts';
import type { Log } from '../../shared/platform/log.ts';
import { type Topic, topics } from '../../shared/ports/bus.ts';
import type { TimedPart } from '../clock.ts';
import { push, subscriptionName } from './push.ts';
import type { DeadLetter } from './queue.ts';

const AGAIN_MS = 60_000;

export interface CourierOptions {
  readonly dead: (topic: Topic) => readonly DeadLetter[];
  readonly token: () => Promise<string>;
  readonly url: string;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * The push subscription of the dead-letter topics: brings each letter to its box once in a life of this process. The
 * box knows what it has already, so a restart does no harm.
 */
export function deadLetterCourier({ dead, token, url, clock, log }: CourierOptions): TimedPart {
  const brought = new Set<string>();
  let notBefore = 0;
  const keyOf = ({ topic, messageId }: DeadLetter) => `${topic} ${messageId}`;
  const waiting = () =>
    (Object.keys(topics) as Topic[])
      .flatMap((topic) => dead(topic))
      .filter((one) => !brought.has(keyOf(one)));

  return {
    nextDue: () => (waiting().length > 0 ? Math.max(notBefore, clock.now()) : null),
    async runDue() {
      for (const letter of waiting()) {
        const taken = await push({
          url,
          token: await token(),
          body: bodyOf(letter),
          signal: AbortSignal.timeout(10_000),
          fetch,
        });
        if (taken) brought.add(keyOf(letter));
        else {
          notBefore = clock.now() + AGAIN_MS;
          log.warn('dead-letter-not-taken', { topic: letter.topic, messageId: letter.messageId });
          return;
        }
      }
    },
  };
}

function bodyOf({ topic, data, messageId, attributes, deadAt }: DeadLetter): object {
  const publishTime = new Date(deadAt).toISOString();
  return {
    subscription: subscriptionName({ ...topics[topic], subscription: `${topic}-dead-push` }),
    message: { data, attributes, messageId, publishTime },
  };
}
