import { createHmac } from 'node:crypto';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { expect } from 'vitest';
import { createWebhooks } from '../../shared/adapters/webhook/index.ts';
import type { Webhooks } from '../../shared/ports/webhooks.ts';
import type { Client } from './api-desk.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  // biome-ignore lint/suspicious/noExplicitAny: what comes is what the tests are about
  readonly json: any;
}

/** Another system on this machine that takes webhooks, and the real sender, for which it is the whole public network. */
export interface Receiver {
  readonly received: Received[];
  /** Statuses of the next answers; 200 when it is empty. */
  answers: number[];
  /** Headers of all its answers. */
  headers: Record<string, string>;
  /** What stands in its answers. */
  text: string;
  readonly sender: Webhooks;
  close(): Promise<void>;
}

export async function openReceiver(): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      received.push({ headers: req.headers, body, json: JSON.parse(body) });
      res.writeHead(receiver.answers.shift() ?? 200, receiver.headers).end(receiver.text);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const receiver: Receiver = {
    received,
    answers: [],
    headers: {},
    text: 'ok',
    sender: createWebhooks({
      secretOf: () => null,
      connect: { createConnection: () => connect(port, '127.0.0.1') },
    }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  return receiver;
}

/**
 * What a receiver does, from the text of the Standard Webhooks specification and nothing of ours: any of the signatures
 * must be the one over `id.timestamp.body`.
 */
export function verified({ headers, body }: Received, secret: string): boolean {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  const signing = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`;
  const expected = createHmac('sha256', key).update(signing).digest('base64');
  return String(headers['webhook-signature'])
    .split(' ')
    .some((one) => one === `v1,${expected}`);
}

/** A message with the fields that the API's own document says, no more and no less. */
export async function likeItsDescription({ json }: Received, api: Client): Promise<void> {
  const { webhooks, components } = await api.read('/openapi.json');
  const { schema } = webhooks[json.type].post.requestBody.content['application/json'];
  const name = schema.properties.data.$ref.split('/').at(-1);
  expect(Object.keys(json).sort()).toEqual([...schema.required].sort());
  expect(Object.keys(json.data).sort()).toEqual([...components.schemas[name].required].sort());
}
