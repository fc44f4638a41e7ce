import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Clock } from '../../shared/platform/clock.ts';
import { type Manifest, manifest } from '../../shared/slack/index.ts';
import type { TimedPart } from '../clock.ts';
import { closed } from '../listener.ts';
import { installTokens } from './acts/tokens.ts';
import type { AppSettings } from './app.ts';
import { Events } from './events.ts';
import { Faults } from './faults.ts';
import { fileAnswer } from './files.ts';
import { Grants } from './grants.ts';
import { Outgoing } from './outgoing.ts';
import { Pacing } from './pacing.ts';
import { People } from './people.ts';
import { ResponseUrls } from './response-urls.ts';
import { RotaPeek } from './rota-peek.ts';
import { route } from './routes.ts';
import { SignIn } from './sign-in.ts';
import type { Sim } from './sim.ts';
import { Triggers } from './triggers.ts';
import { callWebApi } from './web-api.ts';
import { Workspace } from './workspace.ts';

export { type AppSettings, SIMULATED_APP } from './app.ts';
export type { AppEvent } from './events.ts';
export { APP_USER, dmOf, type SimMessage, type SimView } from './model.ts';
export { buttonsOf, People } from './people.ts';
export type { Settings } from './settings.ts';

export interface SlackSimulatorOptions {
  readonly port: number;
  /** Where the workspace is kept; null forgets it. */
  readonly dataFile: string | null;
  readonly clock: Clock;
  readonly mode: 'auto' | 'manual';
  readonly app: AppSettings;
  /** What the workspace installed; the product's own manifest when left out. */
  readonly manifest?: Manifest;
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
  const { port, clock, mode } = options;
  const server = createServer((req, res) => {
    void handle(req, res).catch((error: unknown) => res.writeHead(500).end(String(error)));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const faults = new Faults(clock);
  const sim = simOf(options, url, faults);
  installTokens(sim);
  const people = new People(sim);
  const calls: string[] = [];
  const api = { sim, faults, pacing: new Pacing(clock), calls };
  const routes = {
    sim,
    people,
    faults,
    clock,
    tobanUrl: options.app.baseUrl,
    sheetsUrl: options.sheetsUrl ?? null,
    peek: new RotaPeek(options.sheetsUrl),
  };
  const { events, workspace } = sim;
  // Events leave at once on the laptop; in a story only `runDue` sends them.
  const timer = mode === 'auto' ? setInterval(() => void events.runDue(), 50) : undefined;

  async function handle(req: IncomingMessage, res: ServerResponse): Promise<void> {
    const at = new URL(req.url ?? '/', url);
    const bytes = await bytesOf(req);
    const file = fileAnswer(workspace, req.method ?? 'GET', at.pathname, bytes);
    if (file) {
      res.writeHead(file.status, file.headers).end(file.body);
      return;
    }
    const body = bytes.toString();
    if (!at.pathname.startsWith('/api/')) {
      const answer = await route(routes, req.method ?? 'GET', at, body, req.headers['if-none-match']);
      res.writeHead(answer.status, answer.headers).end(answer.body);
      return;
    }
    const { status, json, headers, lost, delayMs } = await callWebApi(api, {
      method: at.pathname.slice('/api/'.length),
      authorization: req.headers.authorization,
      contentType: req.headers['content-type'] ?? '',
      body,
    });
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    if (lost) res.destroy();
    else res.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(json));
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
      await closed(server);
    },
  };
}

function simOf(
  { app, clock, dataFile, ...options }: SlackSimulatorOptions,
  url: string,
  faults: Faults,
): Sim {
  const installed = options.manifest ?? manifest(app.baseUrl, { pagesUrl: app.publicUrl });
  const outgoing = new Outgoing(app.signingSecret);
  const { request_url: eventsUrl, bot_events: subscribed } = installed.settings.event_subscriptions;
  return {
    workspace: new Workspace(clock, dataFile),
    events: new Events({ clock, outgoing, faults, url: eventsUrl, subscribed }),
    outgoing,
    triggers: new Triggers(clock),
    responseUrls: new ResponseUrls(clock, url),
    grants: new Grants(clock),
    signIn: new SignIn(),
    app,
    manifest: installed,
    url,
  };
}

async function bytesOf(req: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of req as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks);
}
