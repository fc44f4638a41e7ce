import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type SheetsSimulator, startSheetsSimulator } from '../../local/sheets/index.ts';
import { type SlackSimulator, startSlackSimulator } from '../../local/slack/index.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { silentLog } from '../../shared/platform/log.ts';
import { type Emulator, startFirestoreEmulator, startPubsubEmulator } from '../emulators.ts';

// `npm start` as a process of its own, with parts swapped by the environment: the redirect works all the same.
const root = resolve(import.meta.dirname, '../..');
const SECRET = 'swap-signing-secret';
const BOT = 'xoxb-swap';
const CHANNEL = 'C0CSHELP';

/** The first of three free ports in a row, below those that the machine gives out by itself. */
async function freePorts(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000);
    if ((await Promise.all([port, port + 1, port + 2].map(isFree))).every(Boolean)) return port;
  }
}

function isFree(port: number): Promise<boolean> {
  const server = createServer();
  return new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => server.close(() => done(true)));
  });
}

interface Running {
  readonly port: number;
  readonly child: ChildProcess;
  /** What it printed. */
  readonly said: () => string;
  /** The simulated Slack that people use. */
  readonly slackUrl: string;
}

const running: Running[] = [];
const folders: string[] = [];
let emulators: { firestore: Emulator; pubsub: Emulator };

beforeAll(async () => {
  const [firestore, pubsub] = await Promise.all([startFirestoreEmulator(), startPubsubEmulator()]);
  emulators = { firestore, pubsub };
}, 60_000);
afterAll(async () => {
  for (const one of Object.values(emulators)) if ('stop' in one) await one.stop();
});
afterEach(async () => {
  for (const one of running.splice(0)) await end(one, 'SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

async function end({ child }: Running, signal: NodeJS.Signals): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((done) => child.once('exit', done));
  child.kill(signal);
  await ended;
}

async function start(
  port: number,
  folder: string,
  env: Record<string, string>,
  slackUrl?: string,
): Promise<Running> {
  let output = '';
  const child = spawn(process.execPath, ['local/main.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      PORT: String(port),
      TOBAN_DATA: folder,
      METADATA_SERVER_DETECTION: 'none',
      ...env,
    },
  });
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  const one: Running = {
    port,
    child,
    said: () => output,
    slackUrl: slackUrl ?? `http://127.0.0.1:${port + 1}`,
  };
  running.push(one);
  for (let tries = 0; tries < 300; tries += 1) {
    if (child.exitCode !== null) throw new Error(`npm start ended:\n${output}`);
    const healthy = (await fetch(`http://127.0.0.1:${port}/health`).catch(() => null))?.status === 200;
    if (healthy && output.includes('spreadsheet:')) return one;
    await pause(100);
  }
  throw new Error(`npm start is not ready:\n${output}`);
}

const newFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'toban-swap-'));
  folders.push(folder);
  return folder;
};

const control = async (url: string, body: object) =>
  (await fetch(`${url}/control`, { method: 'POST', body: JSON.stringify(body) })).json() as Promise<{
    ts: string;
  }>;

/** Asks for help in the simulated Slack; resolves with the thread's texts once Toban has said something in it. */
async function ask(slackUrl: string): Promise<{ ts: string; thread: string[] }> {
  const { ts } = await control(slackUrl, {
    do: 'say',
    user: 'U0CS',
    channel: CHANNEL,
    text: '<@U0TOBAN> 返却できないお客様がいます',
  });
  return { ts, thread: await threadOf(slackUrl, ts, 1) };
}

async function threadOf(slackUrl: string, ts: string, atLeast: number): Promise<string[]> {
  let thread: string[] = [];
  for (let tries = 0; tries < 150; tries += 1) {
    const state = (await (await fetch(`${slackUrl}/state`)).json()) as {
      messages: { threadTs: string | null; user: string; text: string }[];
    };
    thread = state.messages
      .filter((one) => one.threadTs === ts && one.user === 'U0TOBAN')
      .map((one) => one.text);
    if (thread.length >= atLeast) return thread;
    await pause(100);
  }
  throw new Error(`only ${thread.length} answers in the thread`);
}

const clock = (port: number, duration: string) =>
  fetch(`http://127.0.0.1:${port}/local/clock`, {
    method: 'POST',
    body: JSON.stringify({ advance: duration }),
  });

/** A Slack and a spreadsheet that stand apart from the system, each on a port of its own. */
async function outside(tobanPort: number): Promise<{ slack: SlackSimulator; sheets: SheetsSimulator }> {
  const folder = newFolder();
  const sheets = await startSheetsSimulator({
    port: 0,
    folder: join(folder, 'sheets'),
    clock: systemClock,
    log: silentLog,
    handover: '10:00',
  });
  const tobanUrl = `http://127.0.0.1:${tobanPort}`;
  const slack = await startSlackSimulator({
    port: 0,
    dataFile: null,
    clock: systemClock,
    mode: 'auto',
    app: {
      baseUrl: tobanUrl,
      publicUrl: tobanUrl,
      signingSecret: SECRET,
      botToken: BOT,
      adminToken: 'xoxp-swap',
      clientId: '1.2',
      clientSecret: 'swap-client',
    },
  });
  return { slack, sheets };
}

type Swap = 'SLACK_API_URL' | 'SHEETS_API_URL' | 'FIRESTORE_EMULATOR_HOST' | 'PUBSUB_EMULATOR_HOST';
const EACH: readonly (readonly Swap[])[] = [
  ['SLACK_API_URL'],
  ['SHEETS_API_URL'],
  ['FIRESTORE_EMULATOR_HOST'],
  ['PUBSUB_EMULATOR_HOST'],
  ['SLACK_API_URL', 'SHEETS_API_URL', 'FIRESTORE_EMULATOR_HOST', 'PUBSUB_EMULATOR_HOST'],
];

describe('npm start, with a part swapped by its name', () => {
  test.each(EACH.map((swaps) => [swaps.join(' '), swaps] as const))(
    '%s',
    { timeout: 90_000 },
    async (_name, swaps) => {
      const { firestore, pubsub } = emulators;
      const lacking = [
        swaps.includes('FIRESTORE_EMULATOR_HOST') && 'missing' in firestore ? firestore.missing : null,
        swaps.includes('PUBSUB_EMULATOR_HOST') && 'missing' in pubsub ? pubsub.missing : null,
      ].find((reason) => reason !== null);
      if (lacking) return console.log(`NOT RUN: ${swaps.join(' ')}: ${lacking}`);
      const port = await freePorts();
      const { slack, sheets } = await outside(port);
      const values: Record<Swap, string> = {
        SLACK_API_URL: slack.apiUrl,
        SHEETS_API_URL: sheets.apiUrl,
        FIRESTORE_EMULATOR_HOST: 'host' in firestore ? firestore.host : '',
        PUBSUB_EMULATOR_HOST: 'host' in pubsub ? pubsub.host : '',
      };
      const ownSlack = swaps.includes('SLACK_API_URL');
      const env = {
        ...Object.fromEntries(swaps.map((name) => [name, values[name]])),
        ...(ownSlack && { SLACK_SIGNING_SECRET: SECRET, SLACK_BOT_TOKEN: BOT }),
        GOOGLE_CLOUD_PROJECT: `demo-swap-${port}`,
      };
      try {
        const system = await start(port, newFolder(), env, ownSlack ? slack.url : undefined);
        for (const name of swaps) expect(system.said(), name).toContain(values[name].replace(/\/$/, ''));
        const { ts, thread } = await ask(system.slackUrl);
        expect(thread[0]).toMatch(/<@U0\w+>/);
        // A step of the ladder waits on the business clock, whatever the parts are.
        expect((await clock(port, 'PT11M')).status).toBe(200);
        expect((await threadOf(system.slackUrl, ts, 2)).at(-1)).toMatch(/<@U0\w+>/);
      } finally {
        await Promise.all([slack.close(), sheets.close()]);
      }
    },
  );
});

test.each(['SIGTERM', 'SIGKILL'] as const)(
  'what is known survives %s: the pending step of the ladder comes in the next life',
  { timeout: 60_000 },
  async (signal) => {
    const folder = newFolder();
    const port = await freePorts();
    const first = await start(port, folder, {});
    const { ts } = await ask(first.slackUrl);
    await end(first, signal);
    const second = await start(port, folder, {});
    const before = await threadOf(second.slackUrl, ts, 1);
    expect((await clock(port, 'PT11M')).status).toBe(200);
    expect((await threadOf(second.slackUrl, ts, before.length + 1)).length).toBeGreaterThan(before.length);
  },
);
