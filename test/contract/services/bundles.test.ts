import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { sign } from '../../../shared/slack/index.ts';

// What is deployed, started the way its image starts it, with the environment that Terraform gives it.
const root = resolve(import.meta.dirname, '../../..');
const children: ChildProcess[] = [];
const published: { url: string; body: string }[] = [];
let pubsub: Server;

beforeAll(async () => {
  execFileSync(process.execPath, ['functions/build.ts'], { cwd: root, stdio: 'ignore' });
  pubsub = createServer((req, res) => {
    let body = '';
    req.on('data', (chunk) => {
      body += chunk;
    });
    req.on('end', () => {
      published.push({ url: req.url ?? '', body });
      res.writeHead(200, { 'content-type': 'application/json' }).end('{"messageIds":["1"]}');
    });
  });
  await new Promise<void>((listening) => pubsub.listen(0, '127.0.0.1', listening));
});
afterAll(() => void pubsub.close());
afterEach(async () => {
  const ended = children.map((child) => new Promise((exit) => child.once('exit', exit)));
  for (const child of children.splice(0)) child.kill('SIGKILL');
  await Promise.all(ended);
});

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** Starts `dist/<service>` by the command of its own package.json; resolves with its address when it is healthy. */
async function start(service: string, env: Record<string, string>): Promise<string> {
  const port = await freePort();
  const folder = `${root}/dist/${service}`;
  const { scripts } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'));
  const path = `${root}/node_modules/.bin:${process.env.PATH}`;
  const node = resolve(process.execPath, '..');
  const child = spawn(scripts.start, {
    cwd: folder,
    shell: true,
    detached: true,
    stdio: 'ignore',
    env: { PATH: `${node}:${path}`, PORT: String(port), GOOGLE_CLOUD_PROJECT: 'my-project', ...env },
  });
  // The shell's whole group, or the service outlives the test.
  child.kill = (signal = 'SIGTERM') => child.pid !== undefined && process.kill(-child.pid, signal);
  children.push(child);
  const url = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 200; tries += 1) {
    const answer = await fetch(`${url}/health`).catch(() => null);
    if (answer?.status === 200) return url;
    if (answer) throw new Error(`${service} is not healthy: ${answer.status} ${await answer.text()}`);
    if (child.exitCode !== null) throw new Error(`${service} ended with ${child.exitCode}`);
    await pause(100);
  }
  throw new Error(`${service} did not start`);
}

const SECRET = 'signing-secret';
const event = JSON.stringify({
  type: 'event_callback',
  team_id: 'T1',
  event: { type: 'message', channel: 'C1', user: 'U1', ts: '1.0', text: 'help' },
});

function send(url: string, secret = SECRET): Promise<Response> {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const headers = {
    'content-type': 'application/json',
    'x-slack-request-timestamp': timestamp,
    'x-slack-signature': sign(event, timestamp, secret),
  };
  return fetch(`${url}/slack/events`, { method: 'POST', headers, body: event });
}

const pubsubHost = () => `127.0.0.1:${(pubsub.address() as AddressInfo).port}`;
const worker = {
  FUNCTION_TARGET: 'calls',
  FIRESTORE_DATABASE: 'toban',
  TOBAN_CONFIG: `${root}/toban.yaml`,
  PUSH_AUDIENCE: 'https://toban-calls.example.run.app',
  PUSH_ACCOUNT: 'toban-caller@my-project.iam.gserviceaccount.com',
  METADATA_SERVER_DETECTION: 'none',
};

test('the edge publishes what is signed by Slack, and nothing else', async () => {
  const url = await start('ingress', {
    SLACK_SIGNING_SECRET: SECRET,
    SLACK_BOT_TOKEN: 'xoxb-1',
    PUBSUB_EMULATOR_HOST: pubsubHost(),
  });
  expect((await send(url, 'another')).status).toBe(401);
  expect(published).toEqual([]);
  expect((await send(url)).status).toBe(200);
  expect(published.map((one) => one.url)).toEqual(['/v1/projects/my-project/topics/calls:publish']);
});

test.each([
  ['calls', '/', 'POST'],
  ['work', '/tick', 'POST'],
])('the worker serves the lane %s and refuses who cannot prove to be our bus', async (lane, path, method) => {
  const url = await start('worker', { ...worker, FUNCTION_TARGET: lane, SLACK_BOT_TOKEN: 'xoxb-1' });
  expect((await fetch(`${url}${path}`, { method })).status).toBe(401);
});

test('the pages answer, with their style', async () => {
  const url = await start('web', {
    FUNCTION_TARGET: 'web',
    FIRESTORE_DATABASE: 'toban',
    TOBAN_CONFIG: `${root}/toban.yaml`,
    TOBAN_BASE_URL: 'https://toban.example.com',
    SLACK_BOT_TOKEN: 'xoxb-1',
    SLACK_CLIENT_ID: '1.2',
    SLACK_CLIENT_SECRET: 'client-secret',
    TOBAN_SESSION_KEY: 'k'.repeat(48),
    METADATA_SERVER_DETECTION: 'none',
  });
  const page = await fetch(url, { redirect: 'manual' });
  expect(page.status).toBeLessThan(400);
  expect(existsSync(`${root}/dist/web/assets`)).toBe(true);
});

test.each([
  ['ingress', {}],
  ['worker', worker],
  ['web', { FUNCTION_TARGET: 'web', TOBAN_CONFIG: `${root}/toban.yaml` }],
])('%s is healthy before its secrets are there, and answers 503 with their names', async (service, env) => {
  const url = await start(service, env);
  const answer = await send(url);
  expect([answer.status, await answer.text()]).toEqual([
    503,
    expect.stringMatching(/^not-configured: SLACK_/),
  ]);
});
