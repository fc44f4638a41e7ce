import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAudit } from '../../shared/audit/index.ts';
import { Client, makeToken, problemOf } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack } from './incident-desk.ts';

let desk: Desk;
let lead: Client;
let nobody: Client;
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
  await desk.system.settle();
  lead = new Client(desk, await makeToken(desk, 'U0SRELEAD'));
  nobody = new Client(desk, null);
});
afterAll(() => desk.close());

const kept = () => desk.system.store.page({ shape: TOKENS, values: { team: 'T0TOBAN' }, limit: 50 });
const TOKENS = {
  collection: 'api-tokens',
  scope: 'collection',
  where: [{ field: 'team', op: '==' }],
  orderBy: [{ field: 'createdAt', direction: 'desc' }],
} as const;

describe('a token', () => {
  test('is made by an admin, shown once, and kept as a hash', async () => {
    const token = await makeToken(desk, 'U0SRELEAD', { name: '<b>監視</b>' });
    expect(JSON.stringify(await kept())).not.toContain(token);
    const browser = new Browser(desk.system.url);
    await browser.signIn('U0SRELEAD');
    const limited = await makeToken(desk, 'U0SRELEAD', {
      scope: ['actions:write', 'incidents:write', 'all'],
    });
    expect((await new Client(desk, limited).read('/me')).token.scopes).toEqual([
      'read',
      'incidents:write',
      'actions:write',
    ]);
    const page = await browser.page('/settings/tokens');
    expect(page).toContain(
      '読み取り、インシデントの宣言・更新・ランブックへの回答、アクションアイテムの追加・変更',
    );
    expect(page).not.toContain(token);
    expect(page).toContain('&lt;b&gt;監視&lt;/b&gt;');
    expect(page).toContain(`…${token.slice(-4)}`);
    expect(await new Client(desk, token).read('/me')).toMatchObject({
      person: { id: 'U0SRELEAD' },
      role: 'admin',
      token: { name: '<b>監視</b>', scopes: ['read'], expiresAt: expect.stringMatching(/Z$/) },
    });
  });

  test('is for admins to make, and not without a name', async () => {
    const support = new Browser(desk.system.url);
    await support.signIn('U0CS');
    expect((await support.get('/settings/tokens')).status).toBe(403);
    const csrf = await support.csrf('/');
    expect((await support.post('/settings/tokens', { csrf, name: 'x' })).status).toBe(403);
    const admin = new Browser(desk.system.url);
    await admin.signIn('U0SRELEAD');
    const form = { csrf: await admin.csrf('/'), name: ' ', days: '90' };
    const refused = await admin.post('/settings/tokens', form);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('名前を 1〜80 文字で入力してください。');
  });

  test('opens nothing without its header, when it is wrong, expired or revoked', async () => {
    const missing = await nobody.get('/me');
    expect(missing.headers.get('www-authenticate')).toBe('Bearer realm="toban"');
    await problemOf(missing, 401);
    const token = await makeToken(desk, 'U0SRELEAD', { name: 'revoked' });
    await problemOf(await nobody.get(`/me?access_token=${token}`), 401);
    await problemOf(await new Client(desk, `toban_${'A'.repeat(43)}`).get('/me'), 401);
    await problemOf(await new Client(desk, token.slice(0, -1)).get('/me'), 401);
    expect((await new Client(desk, token).get('/me')).status).toBe(200);
    const browser = new Browser(desk.system.url);
    await browser.signIn('U0SRELEAD');
    const id =
      (await kept()).docs.find(({ data }) => (data as { name: string }).name === 'revoked')?.id ?? '';
    const csrf = await browser.csrf('/settings/tokens');
    expect((await browser.post('/settings/tokens/revoke', { csrf, id: 'tok_x' })).status).toBe(404);
    expect((await browser.post('/settings/tokens/revoke', { csrf, id })).status).toBe(303);
    const refused = await new Client(desk, token).get('/me');
    expect(refused.headers.get('www-authenticate')).toContain('invalid_token');
    await problemOf(refused, 401);
    const audit = await readAudit(desk.system.store, `api-tokens/${id}`);
    expect(audit.map(({ action }) => action)).toEqual(['api-token.revoked', 'api-token.made']);
  });
});

describe('what it reads', () => {
  test('who is on duty, now and then, with the cell that says so', async () => {
    const { items } = await lead.read('/rotas/mobility/duty');
    expect(items[0]).toMatchObject({
      column: 'primary',
      kind: 'people',
      people: [{ id: 'U0ARAI', name: '新井 さくら' }],
      cell: desk.todaysCell(),
    });
    const later = await lead.read('/rotas/mobility/duty?at=2026-11-25T12:00:00%2B09:00');
    expect(later.items[0].people[0].id).not.toBe('U0ARAI');
    expect((await lead.read('/rotas/mobility/duty?at=2036-01-01T00:00:00Z')).items).toEqual([]);
    expect((await lead.read('/rotas')).items[0]).toMatchObject({
      id: 'mobility',
      columns: expect.any(Array),
    });
    const { items: shifts } = await lead.read('/rotas/mobility/preview?days=3&fields=column,from');
    expect(Object.keys(shifts[0])).toEqual(['column', 'from']);
    expect(Array.isArray((await lead.read('/rotas/mobility/problems')).items)).toBe(true);
  });

  test('a call for help, who has it, and what happened', async () => {
    await desk.say('cs', '@Toban 返却できないお客様が何人もいます');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    const { items } = await lead.read('/calls?filter=acknowledged&rota=mobility');
    expect(items[0]).toMatchObject({ status: 'acknowledged', holder: { id: 'U0ARAI' }, asker: 'U0CS' });
    expect(items[0].text).toContain('返却できないお客様');
    const one = await lead.get(`/calls/${items[0].id}`);
    const etag = one.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"\d+"$/);
    expect((await lead.get(`/calls/${items[0].id}`, { 'if-none-match': etag })).status).toBe(304);
    const { items: story } = await lead.read(`/calls/${items[0].id}/story`);
    expect(story.length).toBeGreaterThan(2);
  });

  test('incidents with filters; a private one only for those who are in it', async () => {
    await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
    await declareInSlack(desk, 'U0CS', { title: '個人情報の疑い', kind: ['private'] });
    const list = await lead.read('/incidents?status=open&q=返却');
    expect(list).toMatchObject({
      items: [{ label: 'INC-1', title: '返却できない', open: true }],
      cursor: null,
    });
    const outside = new Client(desk, await makeToken(desk, 'U0OWNER'));
    expect(JSON.stringify(await outside.read('/incidents'))).not.toContain('個人情報');
    expect((await lead.read('/incidents/INC-2')).private).toBe(true);
    const secret = await desk.system.store.get<{ record: string }>('incident-numbers/T0TOBAN-2');
    const id = secret?.data.record.split('/')[1] ?? '';
    expect(id).toMatch(/^inc_/);
    for (const path of ['INC-2', id, 'INC-99', 'nonsense'])
      for (const more of ['', '/timeline'])
        await problemOf(await outside.get(`/incidents/${path}${more}`), 404);
    const one = await lead.read('/incidents/INC-1?fields=label,numbers');
    expect(one).toEqual({ label: 'INC-1', numbers: expect.objectContaining({ ttr: expect.anything() }) });
    const { items: lines } = await lead.read('/incidents/INC-1/timeline');
    expect(lines[0].text).toContain('declared');
    expect((await lead.read('/action-items')).items).toEqual([]);
  });

  test('a typing error is said and never read as "everything"', async () => {
    const wrong = await problemOf(await lead.get('/incidents?state=open'), 400);
    expect(JSON.stringify(wrong.errors)).toContain('state');
    await problemOf(await lead.get('/incidents?status=gone'), 400);
    await problemOf(await lead.get('/incidents?status=open&status=closed'), 400);
    await problemOf(await lead.get('/incidents?cursor=forged'), 400);
    expect((await problemOf(await lead.get('/me?fields=secret'), 400)).detail).toContain('person');
    await problemOf(await lead.get('/nothing'), 404);
    const method = await lead.send('/incidents/INC-1', { method: 'DELETE' });
    expect(method.headers.get('allow')).toContain('GET');
    await problemOf(method, 405);
  });

  test('how many requests are left is said with each', async () => {
    const answer = await lead.get('/me');
    expect(answer.headers.get('ratelimit-policy')).toBe('"token";q=600;w=60');
    expect(answer.headers.get('ratelimit')).toMatch(/^"token";r=\d+;t=\d+$/);
  });
});

test('the reference and the OpenAPI document tell of the same operations', async () => {
  const spec = await nobody.read('/openapi.json');
  const etag = (await nobody.get('/openapi.json')).headers.get('etag') ?? '';
  expect((await nobody.get('/openapi.json', { 'if-none-match': etag })).status).toBe(304);
  const list = await lead.get('/incidents');
  expect(list.headers.get('content-security-policy')).toContain("default-src 'none'");
  const known = { 'if-none-match': list.headers.get('etag') ?? '' };
  expect((await lead.get('/incidents', known)).status).toBe(304);
  expect(spec.openapi).toBe('3.1.0');
  const browser = new Browser(desk.system.url);
  await browser.signIn('U0CS');
  const page = await browser.page('/api');
  for (const path of Object.keys(spec.paths)) expect(page).toContain(`/api/v1${path}</code>`);
  expect(page).toContain('<code>over.resolved</code>');
  expect(page).toContain('-d &#39;{&quot;title&quot;:&quot;…&quot;}&#39;');
  const refs = JSON.stringify(spec).match(/#\/components\/schemas\/\w+/g) ?? [];
  for (const ref of refs) expect(spec.components.schemas).toHaveProperty(ref.split('/').at(-1) ?? '');
});
