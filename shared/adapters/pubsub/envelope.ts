import { z } from 'zod';
import { TobanError } from '../../platform/errors.ts';

/** What a push brought. `deliveryAttempt` counts from 1; null where the bus does not count (the emulator). */
export interface Delivery {
  readonly message: unknown;
  readonly messageId: string;
  /** RFC 3339. */
  readonly publishTime: string | null;
  readonly subscription: string;
  readonly deliveryAttempt: number | null;
  readonly attributes: Readonly<Record<string, string>>;
}

// https://cloud.google.com/pubsub/docs/push#receive_push; both spellings of the ids arrive, one is enough.
const Envelope = z.object({
  subscription: z.string(),
  deliveryAttempt: z.int().positive().nullish(),
  message: z.object({
    data: z.base64().min(1),
    messageId: z.string().min(1).optional(),
    message_id: z.string().min(1).optional(),
    publishTime: z.string().nullish(),
    attributes: z.record(z.string(), z.string()).nullish(),
  }),
});

/** Takes the body of a push apart; its data is JSON always. Errors: `bad-input`. */
export function parseEnvelope(body: string | Uint8Array): Delivery {
  const parsed = Envelope.safeParse(
    json(typeof body === 'string' ? body : Buffer.from(body).toString(), 'body'),
  );
  if (!parsed.success) throw refused('envelope', parsed.error);
  const { message, subscription, deliveryAttempt } = parsed.data;
  const messageId = message.messageId ?? message.message_id;
  if (messageId === undefined) throw refused('no-message-id');
  return {
    message: json(Buffer.from(message.data, 'base64').toString(), 'data'),
    messageId,
    publishTime: message.publishTime ?? null,
    subscription,
    deliveryAttempt: deliveryAttempt ?? null,
    attributes: message.attributes ?? {},
  };
}

function json(text: string, what: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused(`${what}-not-json`, error);
  }
}

function refused(reason: string, cause?: unknown): TobanError {
  return new TobanError('bad-input', `this is not a push of the bus: ${reason}`, { reason, cause });
}
