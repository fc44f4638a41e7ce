import type { PubSub, Topic as PubsubTopic } from '@google-cloud/pubsub';
import { TobanError } from '../../platform/errors.ts';
import { traceAttributes } from '../../platform/trace.ts';
import type { Bus, Topic } from '../../ports/bus.ts';
import { connectPubsub, type PubsubPlace } from './client.ts';

const TIMEOUT_MS = 10_000;

// gRPC status codes after which the same call cannot succeed unless somebody changes something:
// INVALID_ARGUMENT, NOT_FOUND, PERMISSION_DENIED, FAILED_PRECONDITION, UNIMPLEMENTED, UNAUTHENTICATED.
const REFUSALS: ReadonlySet<number> = new Set([3, 5, 7, 9, 12, 16]);

/** The bus through Google's client, for services that stay up. Connects at the first publish. */
export function createPubsubBus(place: PubsubPlace): Bus & { close(): Promise<void> } {
  let client: Promise<PubSub> | null = null;
  const handles = new Map<Topic, PubsubTopic>();

  async function handleOf(topic: Topic): Promise<PubsubTopic> {
    client ??= connectPubsub(place);
    const pubsub = await client;
    const existing = handles.get(topic);
    if (existing) return existing;
    // Each message by itself and at once: a call for help waits for no batch.
    const handle = pubsub.topic(topic, { batching: { maxMessages: 1 }, gaxOpts: { timeout: TIMEOUT_MS } });
    handles.set(topic, handle);
    return handle;
  }

  return {
    async publish(topic, message) {
      const handle = await handleOf(topic);
      try {
        await handle.publishMessage({ json: message, attributes: traceAttributes() });
      } catch (error) {
        throw busError(topic, error);
      }
    },
    async close() {
      await (await client)?.close();
    },
  };
}

function busError(topic: Topic, error: unknown): TobanError {
  const status =
    error instanceof Error && 'code' in error && typeof error.code === 'number' ? error.code : null;
  const refused = status !== null && REFUSALS.has(status);
  const reason = status === null ? 'client' : `grpc-${status}`;
  return new TobanError(refused ? 'refused' : 'unavailable', `publish to ${topic}: ${reason}`, {
    reason,
    cause: error,
  });
}
