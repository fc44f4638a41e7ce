import { setTimeout as pause } from 'node:timers/promises';
import { isTobanError, TobanError } from '../../platform/errors.ts';
import { orAbort } from '../../platform/or-abort.ts';
import { traceAttributes } from '../../platform/trace.ts';
import type { Bus, Topic } from '../../ports/bus.ts';

export interface RestPublisherOptions {
  readonly projectId: string;
  /** `https://pubsub.googleapis.com`, or the emulator's `http://host:port`. */
  readonly baseUrl: string;
  /** Null where none is needed: the emulator. */
  readonly token: () => Promise<string | null>;
  /** For all of it, the token included. */
  readonly timeoutMs: number;
}

/**
 * Publishing by one REST call and nothing else, for the edge, whose cold start a client library would multiply.
 * Resolves when Pub/Sub has stored the message. Errors: `refused` (topic, permission or message is wrong),
 * `unavailable` (down, slow or throttled: it may have been stored all the same, and a second bell does no harm).
 */
export function createRestPublisher({ projectId, baseUrl, token, timeoutMs }: RestPublisherOptions): Bus {
  async function publish(topic: Topic, message: object): Promise<void> {
    const signal = AbortSignal.timeout(timeoutMs);
    const url = `${baseUrl}/v1/projects/${projectId}/topics/${topic}:publish`;
    const data = Buffer.from(JSON.stringify(message)).toString('base64');
    const attributes = traceAttributes();
    const body = JSON.stringify({ messages: [{ data, ...(attributes.traceparent && { attributes }) }] });
    try {
      const bearer = await orAbort(token(), signal);
      const headers = {
        'content-type': 'application/json',
        ...(bearer && { authorization: `Bearer ${bearer}` }),
      };
      await settle(await send(url, { method: 'POST', headers, body, signal }), topic);
    } catch (error) {
      if (isTobanError(error)) throw error;
      const reason = signal.aborted ? 'timeout' : 'network';
      throw new TobanError('unavailable', `publish to ${topic}: ${reason}`, { reason, cause: error });
    }
  }
  return { publish };
}

/**
 * A kept connection may have died while the instance had no CPU; that shows only when it is used, so a call that
 * fails without an answer is made once more, within the same time limit.
 */
async function send(url: string, init: RequestInit & { signal: AbortSignal }): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (init.signal.aborted) throw error;
    await pause(20);
    return fetch(url, init);
  }
}

/** The body is read to its end either way: only then is the connection kept. */
async function settle(response: Response, topic: Topic): Promise<void> {
  const text = await response.text();
  if (response.ok) return;
  const passing = response.status === 429 || response.status === 408 || response.status >= 500;
  const reason = `http-${response.status}`;
  const detail = { reason, cause: new Error(text.slice(0, 500)) };
  throw new TobanError(passing ? 'unavailable' : 'refused', `publish to ${topic}: ${reason}`, detail);
}
