import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Handler = (req: IncomingMessage, res: ServerResponse) => Promise<void> | void;

export interface Mount {
  readonly prefix: string;
  /** The handler sees the whole path; otherwise the rest of it, as at the root of a service of its own. */
  readonly keep?: boolean;
  /** Not counted as a request under way: it is the one who waits for the others. */
  readonly uncounted?: boolean;
  readonly handler: Handler;
}

export interface Listener {
  readonly port: number;
  readonly url: string;
  /** Requests being answered now. */
  inFlight(): number;
  /** Real time of the last request's begin or end, epoch ms. */
  lastActivity(): number;
  close(): Promise<void>;
}

/** One port for the whole laptop: the first mount whose prefix fits answers. Mounts may be added later. */
export async function listen(port: number, mounts: readonly Mount[]): Promise<Listener> {
  let inFlight = 0;
  let lastActivity = Date.now();
  const server = createServer((req, res) => {
    const path = req.url ?? '/';
    const [at = ''] = path.split('?', 1);
    const mount = mounts.find(
      ({ prefix }) => at === prefix || at.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`),
    );
    if (!mount) {
      res.writeHead(404, { 'content-type': 'text/plain' }).end('not-found');
      return;
    }
    if (!mount.keep) req.url = path.slice(mount.prefix.length) || '/';
    if (!mount.uncounted) {
      inFlight += 1;
      lastActivity = Date.now();
      res.on('close', () => {
        inFlight -= 1;
        lastActivity = Date.now();
      });
    }
    void mount.handler(req, res);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = (server.address() as AddressInfo).port;
  return {
    port: bound,
    url: `http://127.0.0.1:${bound}`,
    inFlight: () => inFlight,
    lastActivity: () => lastActivity,
    close: () => closed(server),
  };
}

/** Stops a server at once: open keep-alive connections would hold the process for minutes. */
export function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
