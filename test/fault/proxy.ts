import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Moment = 'before' | 'after';

export interface Proxy {
  /** With the slash at its end, like the one behind it. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Stands between a program and the simulated Slack. `look` sees each call before it arrives and after it was done; when
 * it answers true, the caller never hears of this call.
 */
export async function startProxy(
  to: string,
  look: (method: string, moment: Moment) => boolean,
): Promise<Proxy> {
  const server = createServer(async (req, res) => {
    const chunks: Buffer[] = [];
    for await (const chunk of req) chunks.push(chunk as Buffer);
    const method = (req.url ?? '').slice(1);
    if (look(method, 'before')) return void res.destroy();
    const { authorization = '', 'content-type': type = '' } = req.headers;
    const headers = { authorization, 'content-type': type };
    const answer = await fetch(`${to}${method}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
    const body = Buffer.from(await answer.arrayBuffer());
    if (look(method, 'after')) return void res.destroy();
    res.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' }).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
