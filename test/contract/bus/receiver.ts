import { createServer } from 'node:http';
import { type Delivery, parseEnvelope } from '../../../shared/adapters/pubsub/envelope.ts';
import type { Topic } from '../../../shared/ports/bus.ts';

export interface Received extends Delivery {
  readonly topic: Topic;
  readonly body: unknown;
  readonly authorization: string | undefined;
  /** Epoch ms on the harness's clock. */
  readonly at: number;
}

/** Answers a push: a status, or `hang` for no answer at all. */
export type Answer = (received: Received, nth: number) => number | 'hang';

export interface Receiver {
  readonly url: (topic: Topic) => string;
  readonly received: Received[];
  answer: Answer;
  close(): Promise<void>;
}

/** A service that pushes arrive at; it keeps what came and answers as it is told. */
export async function startReceiver(now: () => number): Promise<Receiver> {
  const received: Received[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    const topic = req.url === '/work' ? 'work' : 'calls';
    const { authorization } = req.headers;
    const one: Received = { ...parseEnvelope(text), topic, body: JSON.parse(text), authorization, at: now() };
    received.push(one);
    const status = receiver.answer(
      one,
      received.filter(({ messageId }) => messageId === one.messageId).length,
    );
    if (status !== 'hang') res.writeHead(status).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const receiver: Receiver = {
    url: (topic) => `http://127.0.0.1:${port}/${topic}`,
    received,
    answer: () => 204,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return receiver;
}
