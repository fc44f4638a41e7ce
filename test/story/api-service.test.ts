import { readFileSync } from 'node:fs';
import { createLocalJWKSet, exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createIdTokenReader } from '../../shared/adapters/google-credentials/id-token.ts';
import { systemClock } from '../../shared/platform/clock.ts';
import { tasksOfRecord } from '../../shared/store/shapes.ts';
import type { Task } from '../../shared/tasks/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Client, problemOf } from './api-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { roomOf } from './incident-desk.ts';

const DEPLOYER = 'deployer@toban-demo.iam.gserviceaccount.com';
const AUDIENCE = 'https://toban.example.com';
const own = await generateKeyPair('RS256', { extractable: true });
const strange = await generateKeyPair('RS256');
const keys = createLocalJWKSet({ keys: [{ ...(await exportJWK(own.publicKey)), kid: 'own', alg: 'RS256' }] });

const seconds = () => Math.floor(systemClock.now() / 1_000);
const sign = (more: JWTPayload = {}, key = own.privateKey) =>
  new SignJWT({
    iss: 'https://accounts.google.com',
    aud: AUDIENCE,
    email: DEPLOYER,
    email_verified: true,
    iat: seconds(),
    exp: seconds() + 3_600,
    ...more,
  })
    .setProtectedHeader({ alg: 'RS256', kid: 'own' })
    .sign(key);

const CONFIG = `
api:
  serviceAccounts:
    - { email: ${DEPLOYER}, name: デプロイ, role: responder, scopes: ["incidents:write"] }
    - { email: reader@toban-demo.iam.gserviceaccount.com }
    - { email: looker@toban-demo.iam.gserviceaccount.com, scopes: ["incidents:write"] }
`;

let desk: Desk;
const client = (token: string) => new Client(desk, token);
beforeAll(async () => {
  desk = await openDesk({
    config: parseConfig(`${readFileSync('toban.yaml', 'utf8')}${CONFIG}`),
    wrap: <T extends object>(port: string, part: T): T =>
      port === 'id-tokens' ? (createIdTokenReader({ audience: AUDIENCE, keys }) as unknown as T) : part,
  });
});
afterAll(() => desk.close());

test('a service of Google Cloud that toban.yaml names acts as itself, with its role and scopes', async () => {
  const deployer = client(await sign());
  expect(await deployer.read('/me')).toMatchObject({
    person: { id: DEPLOYER, name: 'デプロイ' },
    role: 'responder',
    token: { scopes: ['read', 'incidents:write'], expiresAt: null },
  });
  const made = await deployer.post('/incidents', { title: 'デプロイ失敗' }, { 'idempotency-key': '1' }, 201);
  expect(made).toMatchObject({ source: 'api', declaredBy: { id: DEPLOYER, name: 'デプロイ' } });
  await desk.system.settle();
  await desk.advance('PT1M');
  // It is nobody in Slack: not asked in, not written to, and nothing fails for it.
  expect(JSON.stringify(roomOf(desk)?.members)).not.toContain(DEPLOYER);
  const query = { shape: tasksOfRecord, values: {}, parent: `incidents/${made.id}`, limit: 100 };
  const tasks = (await desk.system.store.page<Task>(query)).docs.map(({ data }) => data);
  expect(tasks.length).toBeGreaterThan(5);
  expect(tasks.filter(({ id, lastError }) => id === 'receipt' || lastError !== null)).toEqual([]);
  const { items } = await deployer.read(`/incidents/${made.id}/timeline`);
  expect(items[0].text).toContain(`デプロイ (by API: ${DEPLOYER})`);
  await problemOf(await deployer.write('POST', '/action-items', { title: 'x' }), 403);
  const reader = client(await sign({ email: 'Reader@toban-demo.iam.gserviceaccount.com' }));
  expect((await reader.read('/me')).role).toBe('viewer');
  await problemOf(await reader.write('POST', `/incidents/${made.id}/status`, { status: 'fixing' }), 403);
  // A scope opens nothing that the role does not.
  const looker = client(await sign({ email: 'looker@toban-demo.iam.gserviceaccount.com' }));
  const refused = await looker.write('POST', `/incidents/${made.id}/status`, { status: 'fixing' });
  expect((await problemOf(refused, 403)).detail).toContain('responder');
});

test('an ID token for somebody else, over, of a stranger or of nobody opens nothing', async () => {
  const refused = [
    sign({ aud: 'https://elsewhere.example.com' }),
    sign({ exp: seconds() - 31 }),
    sign({ email: 'stranger@toban-demo.iam.gserviceaccount.com' }),
    sign({ email_verified: false }),
    sign({ iss: 'https://accounts.example.com' }),
    sign({}, strange.privateKey),
    Promise.resolve('a.b.c'),
  ];
  for (const token of refused) {
    const answer = await client(await token).get('/me');
    expect(answer.headers.get('www-authenticate')).toContain('invalid_token');
    await problemOf(answer, 401);
  }
});
