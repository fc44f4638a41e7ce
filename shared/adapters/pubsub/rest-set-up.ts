import { z } from 'zod';
import { isTobanError, TobanError } from '../../platform/errors.ts';
import { orAbort } from '../../platform/or-abort.ts';
import type { BusSetUp } from '../../ports/bus-set-up.ts';
import type { RestPublisherOptions } from './rest-publisher.ts';

const PUBLISH = 'pubsub.topics.publish';

// https://cloud.google.com/pubsub/docs/reference/rest/v1/projects.subscriptions#Subscription
const Subscription = z.object({
  topic: z.string(),
  pushConfig: z.object({ pushEndpoint: z.string().optional() }).optional(),
  deadLetterPolicy: z.object({ deadLetterTopic: z.string().optional() }).optional(),
});
const Permissions = z.object({ permissions: z.array(z.string()).default([]) });

const nameOf = (path: string): string => path.split('/').at(-1) ?? path;

/** How Pub/Sub is set up, by its REST API: it is looked at seldom, and the client library would weigh more than the page. */
export function createBusSetUp(options: Omit<RestPublisherOptions, 'timeoutMs'>): BusSetUp {
  const { projectId, baseUrl, token } = options;
  const ask = async (path: string, signal: AbortSignal, body?: object): Promise<unknown> => {
    try {
      const bearer = await orAbort(token(), signal);
      const response = await fetch(`${baseUrl}/v1/projects/${projectId}/${path}`, {
        signal,
        headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
        ...(body && { method: 'POST', body: JSON.stringify(body) }),
      });
      const text = await response.text();
      if (response.status === 404) return null;
      if (!response.ok) throw failure(response.status, text);
      return JSON.parse(text);
    } catch (error) {
      if (isTobanError(error)) throw error;
      const reason = signal.aborted ? 'timeout' : 'network';
      throw new TobanError('unavailable', `Pub/Sub: ${reason}`, { reason, cause: error });
    }
  };
  return {
    hasTopic: async (topic, signal) => (await ask(`topics/${topic}`, signal)) !== null,
    async mayPublish(topic, signal) {
      const answer = await ask(`topics/${topic}:testIamPermissions`, signal, { permissions: [PUBLISH] });
      return answer !== null && Permissions.parse(answer).permissions.includes(PUBLISH);
    },
    async subscription(name, signal) {
      const answer = await ask(`subscriptions/${name}`, signal);
      if (answer === null) return null;
      const { topic, pushConfig, deadLetterPolicy } = Subscription.parse(answer);
      const dead = deadLetterPolicy?.deadLetterTopic;
      return {
        topic: nameOf(topic),
        pushEndpoint: pushConfig?.pushEndpoint || null,
        deadLetterTopic: dead ? nameOf(dead) : null,
      };
    },
  };
}

function failure(status: number, text: string): TobanError {
  const reason = text.includes('SERVICE_DISABLED') ? 'api-disabled' : 'permission';
  if (status === 401 || status === 403) return new TobanError('refused', `Pub/Sub: ${reason}`, { reason });
  return new TobanError('unavailable', `Pub/Sub: http-${status}`, { reason: `http-${status}` });
}
