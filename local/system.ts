import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEdgeSlack } from '../functions/ingress/edge-slack.ts';
import { createIngress } from '../functions/ingress/handler.ts';
import { edgeRules } from '../functions/ingress/rules.ts';
import { assemble } from '../functions/worker/assemble.ts';
import { createWorker } from '../functions/worker/handler.ts';
import { createKeyFileCipher } from '../shared/adapters/key-file/index.ts';
import { createWebhooks } from '../shared/adapters/webhook/index.ts';
import { openUpload } from '../shared/adapters/zip/index.ts';
import { systemClock } from '../shared/platform/clock.ts';
import { type Env, namedSecret } from '../shared/platform/config.ts';
import type { Log } from '../shared/platform/log.ts';
import type { Bus } from '../shared/ports/bus.ts';
import type { Store } from '../shared/store/port.ts';
import type { Lane } from '../shared/tasks/index.ts';
import type { WorkspaceConfig } from '../shared/workspace/index.ts';
import { BusinessClock, type TimedPart } from './clock.ts';
import { createControl } from './control.ts';
import type { Chaos } from './dispatcher/index.ts';
import { googlePorts } from './google-ports.ts';
import { type Listener, listen, type Mount } from './listener.ts';
import { createPages } from './pages.ts';
import { openBus, openStore, readConfig } from './parts.ts';
import { pushShippedRunbooks } from './runbooks.ts';
import { slackPorts } from './slack-ports.ts';
import { taskTicker } from './tick.ts';
import { advance, settle } from './time-travel.ts';
import { type SimulatedWorld, startWorld } from './world.ts';

export interface SystemOptions {
  readonly env: Env;
  readonly log: Log;
  /** 0 for any free port, as tests want. */
  readonly ports: { readonly main: number; readonly slack: number; readonly sheets: number };
  /** `auto`: parts run by themselves. `manual`: only `settle` and `advance` move anything (stories). */
  readonly mode: 'auto' | 'manual';
  readonly config?: WorkspaceConfig;
  readonly chaos?: Chaos;
  /** Where the business clock starts, epoch ms; the real now otherwise. */
  readonly startAt?: number;
  /** Whether the simulated Slack's administrator has a token in the environment; true when left out. */
  readonly adminInEnvironment?: boolean;
  /** Stands between Toban and one of its ports: how fault tests kill, slow and lose. */
  readonly wrap?: <T extends object>(port: string, part: T) => T;
}

export interface System {
  readonly url: string;
  readonly clock: BusinessClock;
  readonly store: Store;
  readonly bus: Bus;
  readonly world: SimulatedWorld;
  /** What each part is, for people to read. */
  readonly parts: readonly string[];
  /** The minute's tick, now: on Google Cloud the schedule sends it. */
  minute(): Promise<void>;
  settle(): Promise<void>;
  advance(ms: number): Promise<void>;
  close(): Promise<void>;
}

/** The whole system on one machine: the same handlers, nouns and adapters, with every part not named simulated. */
export async function startSystem(options: SystemOptions): Promise<System> {
  const { env, log, ports, mode, adminInEnvironment = true } = options;
  mkdirSync(env.dataFolder, { recursive: true });
  const clock = openClock(options);
  const file = join(env.dataFolder, 'toban.sqlite');
  const config = options.config ?? readConfig(env, mode);
  const { store, name: storeName } = openStore(env, file);

  // The port is known only once it is bound, and everything behind it needs its address: bound first, filled after.
  const mounts: Mount[] = [];
  const listener = await listen(ports.main, mounts);
  const world = await startWorld({
    env,
    log,
    clock,
    mode,
    ports,
    tobanUrl: listener.url,
    adminInEnvironment,
    ai: config.ai !== undefined,
    docs: config.postmortem.docs !== undefined,
  });
  const pushUrl = (lane: Lane) => `${listener.url}/push/${lane}`;
  const bus = await openBus(env, {
    file,
    clock,
    log,
    pushUrl,
    ...(options.chaos && { chaos: options.chaos }),
  });
  const wrap = options.wrap ?? ((_port, part) => part);
  const onSlack = slackPorts(world, wrap);
  const { slack, tokens } = onSlack;
  const cipher = createKeyFileCipher(join(env.dataFolder, 'secret-key'));
  const work = assemble({
    bus: wrap('bus', bus.bus),
    store: wrap('store', store),
    ...onSlack,
    cipher,
    baseUrl: env.baseUrl ?? listener.url,
    ...googlePorts(env, config, world, wrap),
    webhooks: wrap('webhooks', createWebhooks({ secretOf: namedSecret })),
    openArchive: openUpload,
    clock,
    log,
    config,
    sleep: (ms) => pause(ms, mode, clock),
  });
  const worker = (lane: Lane) =>
    createWorker({
      ...work,
      lane,
      bus: wrap('bus', bus.bus),
      log,
      verifyCaller: bus.verifyCaller,
    });
  const ingress = createIngress({
    bus: wrap('edge', bus.bus),
    signingSecrets: world.signingSecrets,
    sheetSecrets: world.sheetSecrets,
    alertTokens: env.alertTokens.length > 0 ? env.alertTokens : [ALERT_TOKEN],
    balancer: null,
    clock,
    realClock: systemClock,
    log,
    responseHosts: ['hooks.slack.com', new URL(world.slackApiUrl).host],
    slack: createEdgeSlack({ apiUrl: world.slackApiUrl, token: world.botToken, timeoutMs: 1_000 }),
    rules: edgeRules,
  });
  const pages = createPages({
    env,
    world,
    config,
    clock,
    log,
    store: wrap('store', store),
    bus: wrap('bus', bus.bus),
    slack,
    tokens,
    cipher,
    wrap,
    baseUrl: env.baseUrl ?? listener.url,
  });
  const tick = async (lane: Lane) => {
    const headers = { authorization: await bus.authorization() };
    await (await fetch(`${pushUrl(lane)}/tick`, { method: 'POST', headers })).arrayBuffer();
  };
  const minute = async () => {
    for (const lane of ['calls', 'work'] as const) await tick(lane);
  };
  const timed: TimedPart[] = [...world.timed, ...bus.timed, taskTicker(store, tick)];
  const quiet = { quiet: () => restOf(listener, bus.timed.length === 0) };
  const travel = async (ms: number) => {
    await advance(clock, timed, quiet, ms);
    writeFileSync(clockFile(env), String(clock.offset));
  };
  const control = createControl({ now: () => clock.now(), advance: travel });
  mounts.push(
    // Connecting an administrator belongs to the pages; everything else of Slack's to the edge.
    { prefix: '/slack/install', keep: true, handler: pages },
    { prefix: '/slack/oauth', keep: true, handler: pages },
    { prefix: '/slack', keep: true, handler: ingress },
    { prefix: '/sheets', keep: true, handler: ingress },
    { prefix: '/alerts', keep: true, handler: ingress },
    { prefix: '/push/calls', handler: worker('calls') },
    { prefix: '/push/work', handler: worker('work') },
    { prefix: '/local', uncounted: true, handler: control },
    { prefix: '/health', keep: true, handler: ingress },
    { prefix: '/', keep: true, handler: pages },
  );
  // In a story only what the test pushes is there.
  if (mode === 'auto' && world.slack) await pushShippedRunbooks(store, config, clock.now(), log);
  const stop = mode === 'auto' ? run(timed, minute, clock, log) : () => undefined;
  if (mode === 'auto') bus.start();
  // The tick comes only when something is due; what comes back by itself must be due first.
  await minute();
  return {
    url: listener.url,
    clock,
    store,
    bus: bus.bus,
    world,
    parts: [`store: ${storeName}`, `bus: ${bus.name}`, ...world.names],
    minute,
    settle: () => settle(clock, timed, quiet),
    advance: travel,
    async close() {
      stop();
      await bus.close();
      await world.close();
      await listener.close();
      await store.close();
    },
  };
}

/** What `curl` carries on a laptop, where nobody else listens. */
const ALERT_TOKEN = 'alerts-on-this-laptop';

/** The business clock keeps its lead over a restart: tasks already made must not slip back into the future. */
function openClock({ env, startAt }: SystemOptions): BusinessClock {
  if (startAt) return new BusinessClock(systemClock, startAt - systemClock.now());
  const file = clockFile(env);
  return new BusinessClock(systemClock, existsSync(file) ? Number(readFileSync(file, 'utf8')) || 0 : 0);
}

const clockFile = (env: Env): string => join(env.dataFolder, 'clock-offset');

/** In a story nothing waits on the real clock: waiting is moving the business clock. */
async function pause(ms: number, mode: 'auto' | 'manual', clock: BusinessClock): Promise<void> {
  if (mode === 'manual') clock.moveTo(clock.now() + ms);
  else await new Promise((resolve) => setTimeout(resolve, ms));
}

/** No request under way; with a bus that delivers by itself, none for a while either. */
async function restOf(listener: Listener, patient: boolean): Promise<void> {
  const quietFor = patient ? 400 : 0;
  while (listener.inFlight() > 0 || Date.now() - listener.lastActivity() < quietFor) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** What the minute's schedule does on Google Cloud, a little oftener. */
function run(
  parts: readonly TimedPart[],
  minute: () => Promise<void>,
  clock: BusinessClock,
  log: Log,
): () => void {
  let busy = false;
  let second = 0;
  const timer = setInterval(async () => {
    if (busy) return;
    busy = true;
    try {
      second += 1;
      if (second % 60 === 0) await minute();
      for (const part of parts)
        if (((await part.nextDue()) ?? Number.POSITIVE_INFINITY) <= clock.now()) await part.runDue();
    } catch (error) {
      log.error('tick-failed', { reason: error instanceof Error ? error.message : String(error) });
    } finally {
      busy = false;
    }
  }, 1_000);
  return () => clearInterval(timer);
}
