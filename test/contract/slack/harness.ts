import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SIMULATED_APP, type SlackSimulator, startSlackSimulator } from '../../../local/slack/index.ts';
import { createRooms, createSlack, createUserGroups } from '../../../shared/adapters/slack/index.ts';
import { TobanError } from '../../../shared/platform/errors.ts';
import { type Manifest, manifest } from '../../../shared/slack/index.ts';

export const NOW = Date.parse('2026-11-24T12:00:00+09:00');

/** What the app was sent, and what it answers next. */
export interface App {
  readonly url: string;
  readonly received: Received[];
  answer: { status: number; body?: unknown; delayMs?: number; headers?: Record<string, string> };
  close(): Promise<void>;
}
export interface Received {
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export interface Bench {
  readonly simulator: SlackSimulator;
  readonly app: App;
  readonly slack: ReturnType<typeof createSlack>;
  readonly rooms: ReturnType<typeof createRooms>;
  readonly groups: ReturnType<typeof createUserGroups>;
  /** The same ports with the administrator's token. */
  readonly admin: { rooms: ReturnType<typeof createRooms>; groups: ReturnType<typeof createUserGroups> };
  /** Moves the business clock. */
  advance(ms: number): void;
  /** One Web API call by hand. */
  api(method: string, args: object, token?: string): Promise<Record<string, unknown>>;
  control(command: object): Promise<Record<string, unknown>>;
  close(): Promise<void>;
}

/** The real adapters in front of the simulator, with an app of the test's own behind it. */
export async function startBench(
  more: { dataFile?: string; manifest?: (own: Manifest) => Manifest; timeoutMs?: number } = {},
): Promise<Bench> {
  const app = await startApp();
  let now = NOW;
  const own = manifest(app.url);
  const simulator = await startSlackSimulator({
    port: 0,
    dataFile: more.dataFile ?? null,
    clock: { now: () => now },
    mode: 'manual',
    app: { ...SIMULATED_APP, baseUrl: app.url, publicUrl: app.url },
    manifest: more.manifest?.(own) ?? own,
  });
  const { apiUrl, url, workspace } = simulator;
  // The scene's small talk is for eyes; a test begins in silence.
  if (!more.dataFile)
    for (const message of [...workspace.state.messages]) workspace.remove('messages', message);
  const { botToken, adminToken } = SIMULATED_APP;
  const { timeoutMs = 2_000 } = more;
  const bot = { token: botToken, apiUrl, timeoutMs };
  const admin = { token: adminToken, apiUrl, timeoutMs };
  const post = async (path: string, body: object, headers: Record<string, string>) =>
    (await (
      await fetch(`${url}${path}`, { method: 'POST', body: JSON.stringify(body), headers })
    ).json()) as Record<string, unknown>;
  const json = { 'content-type': 'application/json' };
  return {
    simulator,
    app,
    slack: createSlack(bot),
    rooms: createRooms(bot),
    groups: createUserGroups(bot),
    admin: { rooms: createRooms(admin), groups: createUserGroups(admin) },
    advance: (ms) => {
      now += ms;
    },
    api: (method, args, token = botToken) =>
      post(`/api/${method}`, args, { ...json, ...(token && { authorization: `Bearer ${token}` }) }),
    control: (command) => post('/control', command, json),
    async close() {
      await simulator.close();
      await app.close();
    },
  };
}

async function startApp(): Promise<App> {
  const received: Received[] = [];
  const server: Server = createServer(async (req, res) => {
    let body = '';
    for await (const chunk of req) body += chunk;
    received.push({ path: req.url ?? '', headers: req.headers, body });
    const { status, body: answer, delayMs = 0, headers = {} } = app.answer;
    if (delayMs > 0) await new Promise((resolve) => setTimeout(resolve, delayMs));
    res.writeHead(status, headers).end(answer === undefined ? '' : JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const app: App = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer: { status: 200 },
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
  return app;
}

export const soon = (): AbortSignal => AbortSignal.timeout(5_000);

/** The error of a promise that must fail. */
export async function failure(promise: Promise<unknown>): Promise<TobanError> {
  const [result] = await Promise.allSettled([promise]);
  if (result.status === 'fulfilled') throw new Error(`should have failed: ${JSON.stringify(result.value)}`);
  if (!(result.reason instanceof TobanError)) throw result.reason;
  return result.reason;
}

/** Inner events that the app was sent, oldest first. */
export async function eventsOf({ simulator, app }: Bench): Promise<Record<string, unknown>[]> {
  await simulator.runDue();
  return app.received
    .filter(({ path }) => path === '/slack/events')
    .map(({ body }) => (JSON.parse(body) as { event: Record<string, unknown> }).event);
}

/** The last payload of interactivity. */
export function payloadOf({ app }: Bench): Record<string, unknown> {
  const last = app.received.filter(({ path }) => path === '/slack/interactivity').at(-1);
  return JSON.parse(new URLSearchParams(last?.body).get('payload') ?? '{}') as Record<string, unknown>;
}
