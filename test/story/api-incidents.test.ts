import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client, makeToken, problemOf } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf, roomOf, saidIn } from './incident-desk.ts';

let desk: Desk;
let program: Client;
let reader: Client;
beforeAll(async () => {
  desk = await openDesk();
  program = new Client(
    desk,
    await makeToken(desk, 'U0SRELEAD', { name: '<b>監視</b>', scope: 'incidents:write' }),
  );
  reader = new Client(desk, await makeToken(desk, 'U0SRELEAD', { scope: ['actions:write'] }));
});
afterAll(() => desk.close());

const key = (value: string) => ({ 'idempotency-key': value });
const told = async () => {
  await desk.system.settle();
  await desk.advance('PT10S');
};

test('an incident declared by a program is one of all: room, people, and by whom it was', async () => {
  const said = {
    title: '返却できない <b>',
    description: '<script>',
    impact: { vehicles: '120台', users: '5%' },
  };
  const answer = await program.write('POST', '/incidents', said, key('k1'));
  expect(answer.status).toBe(201);
  const made = (await answer.json()) as { id: string };
  expect(made).toMatchObject({ title: '返却できない <b>', source: 'api', declaredBy: { id: 'U0SRELEAD' } });
  expect(answer.headers.get('location')).toBe(`/api/v1/incidents/${made.id}`);
  await told();
  expect(saidIn(desk, roomOf(desk)?.id ?? '')).toContain('返却できない &lt;b&gt;');
  const browser = new Browser(desk.system.url);
  await browser.signIn('U0CS');
  expect(mainOf(await browser.page('/incidents/INC-1'))).toContain(
    '森 由紀さん（API: &lt;b&gt;監視&lt;/b&gt;）がインシデントを宣言',
  );
});

test('a request sent again is carried out once and answered the same; another body is refused', async () => {
  const said = { title: '二度送る' };
  const first = await program.write('POST', '/incidents', said, key('k2'));
  const second = await program.write('POST', '/incidents', said, key('k2'));
  expect(second.headers.get('idempotency-replayed')).toBe('true');
  expect([second.status, await second.text()]).toEqual([first.status, await first.text()]);
  await problemOf(await program.write('POST', '/incidents', { title: '別の本文' }, key('k2')), 422);
  expect((await program.read('/incidents?q=二度送る')).items).toHaveLength(1);
  const missing = await problemOf(await program.write('POST', '/incidents', said), 400);
  expect(missing.detail).toContain('Idempotency-Key');
  // Two at the same time: one of them is carried out, the other is told to wait or answered the same.
  const both = await Promise.all(
    [1, 2].map(() => program.write('POST', '/incidents', { title: '同時' }, key('k3'))),
  );
  const statuses = both.map(({ status }) => status);
  expect(statuses).toContain(201);
  for (const status of statuses) expect([201, 409]).toContain(status);
  await told();
  expect((await program.read('/incidents?q=同時')).items).toHaveLength(1);
});

test('status, severity and impact by the rules that hold for people, with what is wrong beside its field', async () => {
  const { id } = await program.post('/incidents', { title: '経過' }, key('k4'), 201);
  const at = `/incidents/${id}`;
  expect(await program.post(`${at}/status`, { status: 'investigating' })).toMatchObject({
    status: 'investigating',
  });
  const back = await problemOf(await program.write('POST', `${at}/status`, { status: 'detected' }), 422);
  expect(back.errors?.[0]?.pointer).toBe('/reason');
  await problemOf(await program.write('POST', `${at}/status`, { status: 'closed' }), 409);
  await problemOf(await program.write('POST', `${at}/status`, { status: 'done' }), 422);
  await problemOf(await program.write('POST', `${at}/severity`, { severity: 'SEV1' }), 422);
  const grave = { severity: 'SEV1', reason: '記者会見' };
  expect(await program.post(`${at}/severity`, grave)).toMatchObject({
    severity: 'SEV1',
    severityBy: 'person',
  });
  expect((await program.post(`${at}/severity`, { severity: 'rules' })).severityBy).toBe('rules');
  const numbers = await program.post(`${at}/impact`, { vehicles: 300 });
  expect(numbers.impact).toMatchObject({ vehicles: '300', users: null });
  const wrong = await program.write('POST', `${at}/impact`, { users: 'many', duties: ['none'] });
  expect((await problemOf(wrong, 422)).errors?.map(({ pointer }) => pointer)).toEqual(['/users', '/duties']);
  expect((await program.post(`${at}/inquiries`, { count: 3 }, key('i1'))).impact.inquiries).toBe(3);
  expect((await program.post(`${at}/inquiries`, { count: 3 }, key('i1'))).impact.inquiries).toBe(3);
  const note = { text: '<img src=x> 再起動した', at: '2026-11-24T02:00:00Z' };
  const kept = await program.post(`${at}/timeline`, note, key('n1'), 201);
  const lines = (await program.read(`${at}/timeline`)).items.filter(
    (one: { id: string }) => one.id === kept.id,
  );
  expect(lines).toMatchObject([{ at: '2026-11-24T02:00:00.000Z', mark: 'note' }]);
  expect(lines[0].text).toContain('<img src=x> 再起動した');
  await problemOf(
    await program.write('POST', `${at}/timeline`, { ...note, at: '2099-01-01T00:00:00Z' }),
    422,
  );
});

test('a correction has a reason, and never writes over what somebody changed since it was read', async () => {
  const { id } = await program.post('/incidents', { title: '訂正前' }, key('k5'), 201);
  const at = `/incidents/${id}`;
  const etag = (await program.get(at)).headers.get('etag') ?? '';
  const correct = (body: object, tag?: string) =>
    program.write('PATCH', at, body, tag === undefined ? {} : { 'if-match': tag });
  await problemOf(await correct({ title: '訂正', reason: '誤記' }), 428);
  await problemOf(await correct({ title: '訂正', reason: '誤記' }, 'nonsense'), 400);
  const silent = await problemOf(await correct({ title: '訂正', reason: ' ' }, etag), 422);
  expect(silent.errors?.[0]?.pointer).toBe('/reason');
  const done = await correct(
    { title: '訂正後', milestones: { started: '2026-11-24T01:00:00Z' }, reason: '誤記' },
    etag,
  );
  expect(await done.json()).toMatchObject({
    title: '訂正後',
    milestones: { started: { at: '2026-11-24T01:00:00.000Z', how: 'corrected' } },
  });
  const late = await problemOf(await correct({ title: '古い', reason: '誤記' }, etag), 412);
  expect(late.errors?.[0]?.pointer).toBe('/title');
  expect((await correct({ title: '新しい', reason: '誤記' }, done.headers.get('etag') ?? '')).status).toBe(
    200,
  );
  const future = { milestones: { started: '2099-01-01T00:00:00Z' }, reason: '誤記' };
  expect((await problemOf(await correct(future, '*'), 422)).errors?.[0]?.pointer).toBe('/milestones/started');
  await problemOf(
    await program.write('POST', `${at}/status`, { status: 'fixing' }, { 'if-match': etag }),
    412,
  );
});

test('nothing is written without the scope, the role, JSON, or a token', async () => {
  const refused = await reader.write('POST', '/incidents', { title: 'x' }, key('k6'));
  expect(refused.headers.get('www-authenticate')).toContain('scope="incidents:write"');
  await problemOf(refused, 403);
  const browser = new Browser(desk.system.url);
  await browser.signIn('U0SRELEAD');
  const cookie = `session=${browser.cookie('session')}`;
  const json = { 'content-type': 'application/json' };
  const body = JSON.stringify({ title: 'x' });
  const by = (headers: Record<string, string>) =>
    fetch(`${desk.system.url}/api/v1/incidents`, { method: 'POST', body, headers });
  await problemOf(await by({ ...json, cookie, ...key('k7') }), 401);
  const form = { 'content-type': 'application/x-www-form-urlencoded', ...key('k8') };
  await problemOf(await program.write('POST', '/incidents', 'title=x', form), 415);
  await problemOf(await program.write('POST', '/incidents', '{"title":', key('k8')), 400);
  await problemOf(await program.write('POST', '/incidents', '[]', key('k8')), 422);
  await problemOf(await program.write('POST', '/incidents', { title: 'x', titel: 'y' }, key('k8')), 422);
  await problemOf(await program.write('POST', '/incidents', `"${'x'.repeat(2_100_000)}"`, key('k8')), 413);
  expect((await program.read('/incidents?q=x')).items).toEqual([]);
});

test('of a private incident nobody else learns by writing that there is one', async () => {
  const { id } = await program.post('/incidents', { title: '秘密', private: true }, key('k9'), 201);
  await told();
  const label = (await program.read(`/incidents/${id}`)).label;
  const outside = new Client(desk, await makeToken(desk, 'U0OWNER', { scope: 'incidents:write' }));
  const writes = [
    ['POST', '/status', { status: 'fixing' }],
    ['POST', '/severity', { severity: 'rules' }],
    ['POST', '/timeline', { text: 'x' }],
    ['PATCH', '', { reason: 'x' }],
  ] as const;
  for (const [method, more, body] of writes)
    for (const at of [id, label, 'INC-999'])
      await problemOf(await outside.write(method, `/incidents/${at}${more}`, body, { 'if-match': '*' }), 404);
});
