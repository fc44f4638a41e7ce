import { readFileSync } from 'node:fs';
import { openFirestoreStore } from '../shared/adapters/firestore/index.ts';
import { createPubsubBus, createPushVerifier, setUpEmulator } from '../shared/adapters/pubsub/index.ts';
import { openSqliteStore } from '../shared/adapters/sqlite/index.ts';
import type { Env } from '../shared/platform/config.ts';
import type { Log } from '../shared/platform/log.ts';
import type { Bus, Topic } from '../shared/ports/bus.ts';
import type { Store } from '../shared/store/port.ts';
import { parseConfig, type WorkspaceConfig } from '../shared/workspace/index.ts';
import type { BusinessClock, TimedPart } from './clock.ts';
import { type Chaos, deadLetterCourier, openDispatcher } from './dispatcher/index.ts';
import { STAND_IN_FOLDER } from './drive/index.ts';

/** The project that the emulators know us by when the environment names none. */
export const LOCAL_PROJECT = 'demo-toban';

export function openStore(env: Env, file: string): { store: Store; name: string } {
  if (!env.firestoreEmulator) return { store: openSqliteStore({ file }), name: `SQLite (${file})` };
  const projectId = env.project ?? LOCAL_PROJECT;
  const store = openFirestoreStore({ projectId, emulatorHost: env.firestoreEmulator });
  return { store, name: `Firestore emulator (${env.firestoreEmulator})` };
}

/** For people on a laptop the AI draft and Google Docs are there to be tried, though the sample file asks for neither. */
export function readConfig(
  { configPath, geminiApiUrl, driveApiUrl }: Env,
  mode: 'auto' | 'manual',
): WorkspaceConfig {
  const path = configPath ?? 'toban.yaml';
  const config = parseConfig(readFileSync(path, 'utf8'), path);
  if (mode === 'manual') return config;
  const { ai, postmortem } = config;
  const docs = postmortem.docs ?? (driveApiUrl === null ? { folder: STAND_IN_FOLDER } : undefined);
  const model =
    ai ??
    (geminiApiUrl === null ? { model: 'stand-in', location: 'global', privateIncidents: false } : undefined);
  return { ...config, ...(model && { ai: model }), postmortem: { ...postmortem, ...(docs && { docs }) } };
}

export interface OpenBus {
  readonly bus: Bus;
  readonly name: string;
  /** What delivers by the business clock, dead letters too; empty where the emulator delivers by itself. */
  readonly timed: readonly TimedPart[];
  readonly verifyCaller: (authorization: string | undefined) => Promise<void>;
  /** The header with which the laptop's own tick proves itself. */
  readonly authorization: () => Promise<string>;
  start(): void;
  close(): Promise<void>;
}

export interface BusOptions {
  readonly file: string;
  readonly clock: BusinessClock;
  readonly log: Log;
  readonly pushUrl: (topic: Topic) => string;
  readonly chaos?: Chaos;
}

export async function openBus(env: Env, options: BusOptions): Promise<OpenBus> {
  return env.pubsubEmulator ? emulatorBus(env, env.pubsubEmulator, options) : dispatcherBus(options);
}

async function dispatcherBus({ file, clock, log, pushUrl, chaos }: BusOptions): Promise<OpenBus> {
  const audience = 'http://127.0.0.1/push';
  const email = 'pusher@toban.local';
  const dispatcher = await openDispatcher({
    file,
    clock,
    pushUrls: { calls: pushUrl('calls'), work: pushUrl('work') },
    audience,
    email,
    ...(chaos && { chaos }),
  });
  const courier = deadLetterCourier({
    dead: (topic) => dispatcher.dead(topic),
    token: () => dispatcher.token(),
    url: `${pushUrl('work')}/dead-letters`,
    clock,
    log,
  });
  return {
    bus: dispatcher,
    name: 'in-process dispatcher',
    timed: [dispatcher, courier],
    verifyCaller: createPushVerifier({ audience, email, keys: dispatcher.keys }),
    authorization: async () => `Bearer ${await dispatcher.token()}`,
    start: () => dispatcher.start(),
    close: () => dispatcher.close(),
  };
}

async function emulatorBus(env: Env, emulatorHost: string, { pushUrl }: BusOptions): Promise<OpenBus> {
  const projectId = env.project ?? LOCAL_PROJECT;
  await setUpEmulator({ projectId, emulatorHost, pushUrl });
  return {
    bus: createPubsubBus({ projectId, emulatorHost }),
    name: `Pub/Sub emulator (${emulatorHost})`,
    timed: [],
    // The emulator sends no token; the listener is bound to this machine alone.
    verifyCaller: async () => undefined,
    authorization: async () => '',
    start: () => undefined,
    close: async () => undefined,
  };
}
