import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readEnv } from '../shared/platform/config.ts';

/** A running emulator of Google's, or why there is none on this machine. */
export type Emulator = { readonly host: string; stop(): Promise<void> } | { readonly missing: string };

const READY_WITHIN_MS = 30_000;

/** Uses the one that FIRESTORE_EMULATOR_HOST names, else starts Google's on a free port of 127.0.0.1. */
export function startFirestoreEmulator(): Promise<Emulator> {
  return start(readEnv().firestoreEmulator, (sdk, port) => {
    const jar = join(sdk, 'platform/cloud-firestore-emulator/cloud-firestore-emulator.jar');
    const main = 'com.google.cloud.datastore.emulator.firestore.CloudFirestore';
    return {
      jar,
      args: ['-Duser.language=en', '-cp', jar, main, '--host', '127.0.0.1', '--port', String(port)],
    };
  });
}

/** Uses the one that PUBSUB_EMULATOR_HOST names, else starts Google's on a free port of 127.0.0.1. */
export function startPubsubEmulator(): Promise<Emulator> {
  return start(readEnv().pubsubEmulator, (sdk, port) => {
    const folder = join(sdk, 'platform/pubsub-emulator/lib');
    const files = existsSync(folder) ? readdirSync(folder) : [];
    const jar = join(
      folder,
      files.find((file) => /^cloud-pubsub-emulator-.*-all\.jar$/.test(file)) ?? 'cloud-pubsub-emulator.jar',
    );
    return { jar, args: ['-jar', jar, '--host=127.0.0.1', `--port=${port}`] };
  });
}

type Recipe = (sdk: string, port: number) => { jar: string; args: readonly string[] };

async function start(named: string | null, recipe: Recipe): Promise<Emulator> {
  if (named) return { host: named, stop: async () => {} };
  const sdk = sdkRoot();
  if (!sdk) return { missing: 'the Google Cloud SDK is not installed' };
  const port = await freePort();
  const { jar, args } = recipe(sdk, port);
  if (!existsSync(jar)) return { missing: `${jar} is not there; gcloud can install it` };
  if (!canRun('java', ['-version'])) return { missing: 'there is no Java' };
  return run(args, `127.0.0.1:${port}`);
}

async function run(args: readonly string[], host: string): Promise<Emulator> {
  const child = spawn('java', args, { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const kill = () => child.kill('SIGKILL');
  // Also when the tests are broken off: an emulator left behind would hold its memory and its port.
  process.once('exit', kill);
  const stop = async () => {
    process.off('exit', kill);
    kill();
    await ended;
  };
  const until = performance.now() + READY_WITHIN_MS;
  while (performance.now() < until && child.exitCode === null) {
    if (await answers(host)) return { host, stop };
    await pause(100);
  }
  await stop();
  return { missing: `it did not answer within ${READY_WITHIN_MS / 1000} s` };
}

async function answers(host: string): Promise<boolean> {
  try {
    return (await fetch(`http://${host}/`, { signal: AbortSignal.timeout(1000) })).ok;
  } catch {
    return false;
  }
}

/** The folder of the SDK: where `gcloud` on the PATH really is, else what it says itself. */
function sdkRoot(): string | null {
  const gcloud = output('sh', ['-c', 'command -v gcloud']);
  if (!gcloud) return null;
  const beside = dirname(dirname(realpathSync(gcloud)));
  if (existsSync(join(beside, 'platform'))) return beside;
  return output('gcloud', ['info', '--format=value(installation.sdk_root)']);
}

function output(command: string, args: readonly string[]): string | null {
  try {
    return (
      execFileSync(command, args, { stdio: ['ignore', 'pipe', 'ignore'], timeout: 20_000 })
        .toString()
        .trim() || null
    );
  } catch {
    return null;
  }
}

function canRun(command: string, args: readonly string[]): boolean {
  return output('sh', ['-c', `${command} ${args.join(' ')} 2>&1`]) !== null;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
