import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/platform/clock.ts';
import type { TimedPart } from '../clock.ts';
import { type AppAddress, Events } from './events.ts';
import { Faults } from './faults.ts';
import { OpenId, type OpenIdClient } from './openid.ts';
import { openIdAnswer } from './openid-routes.ts';
import { pageAnswer } from './page-routes.ts';
import { People } from './people.ts';
import { methods, SlackRefusal } from './web-api.ts';
import { Workspace } from './workspace.ts';

export { APP_USER, dmOf, type SimMessage } from './model.ts';
export { buttonsOf } from './people.ts';

export interface SlackSimulatorOptions {
  readonly port: number;
  /** Where the workspace is kept; null forgets it. */
  readonly dataFile: string | null;
  readonly clock: Clock;
  readonly mode: 'auto' | 'manual';
  readonly app: AppAddress;
  readonly openId: OpenIdClient;
  readonly tobanUrl: string;
  readonly sheetsUrl?: string;
}

export interface SlackSimulator extends TimedPart {
  readonly url: string;
  readonly apiUrl: string;
  readonly workspace: Workspace;
  readonly people: People;
  readonly events: Events;
  readonly faults: Faults;
  /** Web API methods called so far, in order. */
  readonly calls: readonly string[];
  close(): Promise<void>;
}

/** A Slack of our own, stricter than Slack: Web API, signed events, interactivity, and a page to use it by. */
export async function startSlackSimulator(options: SlackSimulatorOptions): Promise<SlackSimulator> {
  const { port, dataFile, clock, mode, app } = options;
  const workspace = new Workspace(clock, dataFile);
  const events = new Events(clock, app);
  const people = new People(workspace, events, app);
  const faults = new Faults();
  const openId = new OpenId(workspace, options.openId);
  const calls: string[] = [];
  const server = createServer((req, res) => {
    void handle(req, res).catch((error: unknown) => res.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  // Events leave at once on the laptop; in a story only `runDue` sends them.
  const timer = mode === 'auto' ? setInterval(() => void events.runDue(), 50) : undefined;

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const path = (req.url ?? '/').split('?', 1)[0] ?? '/';
    const body = await textOf(req);
    if (await openIdAnswer(openId, req, path, body, url, res)) return;
    if (!path.startsWith('/api/'))
      return pageAnswer(
        { ...options, workspace, people, events, faults, url },
        req.method ?? 'GET',
        path,
        body,
        res,
      );
    const method = path.slice('/api/'.length);
    calls.push(method);
    const fault = faults.take(method);
    if (fault === '429') return answer(res, { ok: false, error: 'ratelimited' }, 429, { 'retry-after': '2' });
    if (fault === '500') return answer(res, {}, 500);
    if (fault !== null && fault !== 'lost') return answer(res, { ok: false, error: fault });
    const result = perform(method, req.headers.authorization, body);
    if (fault === 'lost') {
      res.destroy();
      return;
    }
    answer(res, result);
  }

  function perform(name: string, authorization: string | undefined, body: string): object {
    const known = methods[name];
    if (!known) return { ok: false, error: 'unknown_method' };
    if (authorization !== `Bearer ${app.botToken}`)
      return { ok: false, error: authorization ? 'invalid_auth' : 'not_authed' };
    const args = Object.fromEntries(new URLSearchParams(body));
    if (Object.keys(args).some((key) => !known.args.includes(key)))
      return { ok: false, error: 'invalid_arguments' };
    try {
      return { ok: true, ...known.run(workspace, args) };
    } catch (error) {
      if (error instanceof SlackRefusal) return { ok: false, error: error.message };
      throw error;
    }
  }

  return {
    url,
    apiUrl: `${url}/api/`,
    workspace,
    people,
    events,
    faults,
    calls,
    nextDue: () => events.nextDue(),
    runDue: () => events.runDue(),
    async close() {
      clearInterval(timer);
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(res: ServerResponse, json: object, status = 200, headers: Record<string, string> = {}): void {
  res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
}

async function textOf(req: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}
