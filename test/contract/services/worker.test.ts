import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseSync } from 'node:sqlite';
import { http } from '@google-cloud/functions-framework';
import { getTestServer } from '@google-cloud/functions-framework/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createWorker } from '../../../functions/worker/handler.ts';
import { openSigner } from '../../../local/dispatcher/signer.ts';
import { createPushVerifier } from '../../../shared/adapters/pubsub/index.ts';
import { openSqliteStore } from '../../../shared/adapters/sqlite/index.ts';
import { parseMonitoring } from '../../../shared/alert/index.ts';
import { systemClock } from '../../../shared/platform/clock.ts';
import { silentLog } from '../../../shared/platform/log.ts';
import { createRunner } from '../../../shared/tasks/index.ts';

// The worker's handler as functions-framework serves it on Google Cloud, with signed tokens as Pub/Sub sends them.
const AUDIENCE = 'https://toban-calls.example.run.app';
const ACCOUNT = 'toban-caller@my-project.iam.gserviceaccount.com';
const heard: unknown[] = [];
const alerts: unknown[] = [];
let server: Server;
let url: string;
let token: (audience?: string, account?: string) => Promise<string>;

beforeAll(async () => {
  const db = new DatabaseSync(':memory:');
  token = async (audience = AUDIENCE, account = ACCOUNT) =>
    (await openSigner(db, audience, account, systemClock)).token();
  const { keys } = await openSigner(db, AUDIENCE, ACCOUNT, systemClock);
  const store = openSqliteStore({ file: ':memory:' });
  const handler = createWorker({
    lane: 'calls',
    dispatch: async (inbound) => {
      heard.push(inbound);
      return [];
    },
    runner: createRunner({
      store,
      clock: systemClock,
      log: silentLog,
      nouns: [],
      sleep: async () => undefined,
    }),
    eachMinute: async () => undefined,
    sheetEdited: async () => [],
    readAlert: (message) => parseMonitoring(message, 1),
    alerted: async (signals) => {
      alerts.push(...signals);
      return [];
    },
    settled: async () => undefined,
    keepDeadLetter: async () => undefined,
    bus: { publish: async () => undefined },
    log: silentLog,
    verifyCaller: createPushVerifier({ audience: AUDIENCE, email: ACCOUNT, keys }),
  });
  http('worker-under-test', handler);
  server = getTestServer('worker-under-test');
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

const inbound = {
  type: 'home',
  team: 'T1',
  receivedAt: 1,
  user: 'U1',
  cause: 'c1',
};

const push = (authorization: string, path = '/', message: object = { kind: 'slack', inbound }) =>
  fetch(`${url}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization },
    body: JSON.stringify({
      subscription: 'projects/p/subscriptions/calls-push',
      message: { messageId: '1', data: Buffer.from(JSON.stringify(message)).toString('base64') },
    }),
  });

test('a push with our subscription’s token reaches whom it is for', async () => {
  expect((await push(`Bearer ${await token()}`)).status).toBe(204);
  expect(heard).toEqual([inbound]);
});

test('the tick runs with the scheduler’s token', async () => {
  const answer = await push(`Bearer ${await token()}`, '/tick');
  expect([answer.status, await answer.json()]).toEqual([200, { records: 0 }]);
});

test('no token, another service’s token and another account’s token are refused, and reach nobody', async () => {
  const before = heard.length;
  expect((await push('')).status).toBe(401);
  expect((await push(`Bearer ${await token('https://toban-work.example.run.app')}`)).status).toBe(401);
  expect((await push(`Bearer ${await token(AUDIENCE, 'somebody@example.com')}`)).status).toBe(401);
  expect(heard).toHaveLength(before);
});

test('what this version does not know comes back later', async () => {
  expect((await push(`Bearer ${await token()}`, '/', { kind: 'of-tomorrow' })).status).toBe(500);
});

test('what Cloud Monitoring publishes is taken; what cannot be read is left to the bus to give up', async () => {
  const incident = { incident_id: '0.abc', state: 'OPEN', policy_name: 'p', started_at: 1_675_315_787 };
  expect((await push(`Bearer ${await token()}`, '/', { version: '1.2', incident })).status).toBe(204);
  expect(alerts).toMatchObject([{ source: 'monitoring', key: '0.abc', state: 'open' }]);
  expect((await push(`Bearer ${await token()}`, '/', { version: '1.2' })).status).toBe(500);
  expect((await push('', '/', { version: '1.2', incident })).status).toBe(401);
  expect(alerts).toHaveLength(1);
});
