import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createMetadataToken } from '../../../../shared/adapters/pubsub/metadata-token.ts';
import { createRestPublisher } from '../../../../shared/adapters/pubsub/rest-publisher.ts';

interface Seen {
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
  readonly port: number | undefined;
}

const open: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of open.splice(0)) await close();
});

async function serve(
  answer: (res: ServerResponse, nth: number) => void,
): Promise<{ baseUrl: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    seen.push({ url: req.url, headers: req.headers, body, port: req.socket.remotePort });
    answer(res, seen.length);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    server.closeAllConnections();
    return new Promise((resolve) => server.close(resolve));
  });
  const address = server.address();
  return { baseUrl: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`, seen };
}

const publisher = (baseUrl: string, changes = {}) =>
  createRestPublisher({
    projectId: 'demo',
    baseUrl,
    token: async () => 'secret',
    timeoutMs: 5_000,
    ...changes,
  });
const ok = (res: ServerResponse) => res.end('{"messageIds":["1"]}');

describe('publishing by REST', () => {
  it('is one call with the message as base64 of JSON and the token', async () => {
    const { baseUrl, seen } = await serve(ok);
    await publisher(baseUrl).publish('calls', { text: '鍵' });
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ url: '/v1/projects/demo/topics/calls:publish' });
    expect(seen[0]?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'content-type': 'application/json',
    });
    const { messages } = JSON.parse(seen[0]?.body ?? '');
    expect(messages).toEqual([{ data: Buffer.from('{"text":"鍵"}').toString('base64') }]);
  });

  it('needs no token where there is none', async () => {
    const { baseUrl, seen } = await serve(ok);
    await publisher(baseUrl, { token: async () => null }).publish('calls', {});
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });

  it('keeps its connection from one message to the next, after refusals too', async () => {
    const { baseUrl, seen } = await serve((res, nth) =>
      nth === 2 ? res.writeHead(503).end('down') : ok(res),
    );
    const bus = publisher(baseUrl);
    await bus.publish('calls', { n: 1 });
    await pause(20);
    await expect(bus.publish('calls', { n: 2 })).rejects.toMatchObject({ code: 'unavailable' });
    await pause(20);
    await bus.publish('calls', { n: 3 });
    expect(new Set(seen.map(({ port }) => port)).size).toBe(1);
  });

  it.each([
    [400, 'refused'],
    [401, 'refused'],
    [403, 'refused'],
    [404, 'refused'],
    [408, 'unavailable'],
    [429, 'unavailable'],
    [500, 'unavailable'],
    [503, 'unavailable'],
  ])('status %i is %s, and is not tried again', async (status, code) => {
    const { baseUrl, seen } = await serve((res) => res.writeHead(status).end('why'));
    const reason = `http-${status}`;
    await expect(publisher(baseUrl).publish('calls', {})).rejects.toMatchObject({ code, reason });
    expect(seen).toHaveLength(1);
  });

  it('a connection that breaks without an answer is replaced once', async () => {
    const { baseUrl, seen } = await serve((res, nth) => (nth === 1 ? res.destroy() : ok(res)));
    await publisher(baseUrl).publish('calls', {});
    expect(seen).toHaveLength(2);
    const broken = await serve((res) => res.destroy());
    await expect(publisher(broken.baseUrl).publish('calls', {})).rejects.toMatchObject({ reason: 'network' });
    expect(broken.seen).toHaveLength(2);
  });

  it.each<[string, (res: ServerResponse) => void, object]>([
    ['the answer', () => undefined, {}],
    ['the body of the answer', (res) => res.writeHead(200).write('{'), {}],
    ['the token', ok, { token: () => new Promise(() => undefined) }],
  ])('waits for %s no longer than it may in all', async (_name, answer, changes) => {
    const { baseUrl } = await serve(answer);
    const begin = performance.now();
    const publishing = publisher(baseUrl, { timeoutMs: 100, ...changes }).publish('calls', {});
    await expect(publishing).rejects.toMatchObject({ code: 'unavailable', reason: 'timeout' });
    expect(performance.now() - begin).toBeLessThan(4_000);
  });

  it('when nobody listens the bus is unavailable', async () => {
    const bus = publisher('http://127.0.0.1:9');
    await expect(bus.publish('calls', {})).rejects.toMatchObject({ code: 'unavailable', reason: 'network' });
  });
});

describe('the token of the metadata server', () => {
  it('is asked for once by many, kept, and renewed before it ends', async () => {
    let now = 0;
    const { baseUrl, seen } = await serve((res, nth) =>
      res.end(JSON.stringify({ access_token: `t${nth}`, expires_in: 3600, token_type: 'Bearer' })),
    );
    const token = createMetadataToken({ now: () => now }, baseUrl);
    expect(await Promise.all([token(), token(), token()])).toEqual(['t1', 't1', 't1']);
    expect(seen[0]?.headers['metadata-flavor']).toBe('Google');
    now = 3_300_000;
    expect(await token()).toBe('t1');
    now = 3_400_000;
    expect(await token()).toBe('t2');
    expect(seen).toHaveLength(2);
  });

  it('is unavailable while the server fails, and asked for anew after', async () => {
    const { baseUrl } = await serve((res, nth) => {
      if (nth === 1) res.writeHead(500).end();
      else res.end(nth === 2 ? '{}' : '{"access_token":"t","expires_in":60}');
    });
    const token = createMetadataToken({ now: () => 0 }, baseUrl);
    await expect(token()).rejects.toMatchObject({ code: 'unavailable', reason: 'metadata-server' });
    await expect(token()).rejects.toMatchObject({ code: 'unavailable' });
    expect(await token()).toBe('t');
  });
});
