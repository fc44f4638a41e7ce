import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Client, makeToken, problemOf } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';

const SCOPES = ['incidents:write', 'actions:write', 'postmortems:write', 'runbooks:write'];
const SOURCE = `---
id: returns
title: 返却 <b>
language: ja
---
## 事実 {#facts}

1. 何台ですか。 \`ask number as vehicles into impact.vehicles\`
2. 止めますか。 \`ask choice as stop\`
   - はい
   - いいえ
3. CSに伝える \`optional\`
4. 記録を読み返す
`;

let desk: Desk;
let lead: Client;
let outside: Client;
let incident: string;
beforeAll(async () => {
  desk = await openDesk();
  lead = new Client(desk, await makeToken(desk, 'U0SRELEAD', { name: 'ci', scope: SCOPES }));
  outside = new Client(desk, await makeToken(desk, 'U0OWNER', { scope: SCOPES }));
  const made = await lead.post('/incidents', { title: '返却できない' }, { 'idempotency-key': '1' }, 201);
  incident = made.id;
});
afterAll(() => desk.close());

const tagOf = async (path: string) => (await lead.get(path)).headers.get('etag') ?? '';

describe('action items', () => {
  test('are added, edited and closed by the rules that hold for people', async () => {
    const said = { title: ' 再発防止 <b> ', owner: 'U0ARAI', due: '2026-12-10', incidents: [incident] };
    const made = await lead.post('/action-items', said, { 'idempotency-key': 'a' }, 201);
    expect(made).toMatchObject({ title: '再発防止 <b>', owner: { name: '新井 さくら' }, state: 'open' });
    expect((await lead.post('/action-items', said, { 'idempotency-key': 'a' }, 201)).id).toBe(made.id);
    expect((await lead.read('/action-items')).items).toHaveLength(1);
    const at = `/action-items/${made.id}`;
    const tag = await tagOf(at);
    const edit = (body: object, match?: string) =>
      lead.write('PATCH', at, body, match === undefined ? {} : { 'if-match': match });
    await problemOf(await edit({ title: 'x' }), 428);
    expect(await (await edit({ title: '新しい題', owner: null }, tag)).json()).toMatchObject({
      title: '新しい題',
      owner: null,
    });
    await problemOf(await edit({ title: '古い題' }, tag), 412);
    const wrong = await problemOf(await edit({ due: '2020-01-01' }, '*'), 422);
    expect(wrong.errors?.[0]?.pointer).toBe('/due');
    const link = await problemOf(await edit({ link: 'javascript:alert(1)' }, '*'), 422);
    expect(link.errors?.[0]?.pointer).toBe('/link');
    const silent = await problemOf(await lead.write('POST', `${at}/state`, { state: 'dropped' }), 422);
    expect(silent.errors?.[0]?.pointer).toBe('/reason');
    expect((await lead.post(`${at}/state`, { state: 'done' })).state).toBe('done');
    const gone = { title: 'x', incidents: ['INC-999'] };
    expect((await problemOf(await lead.write('POST', '/action-items', gone), 422)).errors?.[0]?.pointer).toBe(
      '/incidents',
    );
  });
});

describe('runbooks and runs', () => {
  test('a runbook is pushed as the command pushes it, never over words that nobody has read', async () => {
    const push = (body: object, more: Record<string, string> = {}, id = 'returns.ja') =>
      lead.write('PUT', `/runbooks/${id}`, body, more);
    const broken = await problemOf(await push({ source: `${SOURCE}\n5. x \`ask nothing\`\n` }), 422);
    expect(broken.errors?.[0]?.detail).toMatch(/^\d+:\d+ /);
    await problemOf(await push({ source: SOURCE }, {}, 'other.ja'), 422);
    expect((await push({ source: SOURCE })).status).toBe(200);
    const changed = { source: SOURCE.replace('何台', '何台くらい') };
    await problemOf(await push(changed), 428);
    const tag = await tagOf('/runbooks/returns.ja');
    expect((await push(changed, { 'if-match': tag })).status).toBe(200);
    await problemOf(await push({ source: `${SOURCE}\n` }, { 'if-match': tag }), 412);
    const one = await lead.read('/runbooks/returns.ja');
    expect(one).toMatchObject({ title: '返却 <b>', source: changed.source, steps: 4 });
    const { items } = await lead.read('/runbooks/returns.ja/versions');
    expect(items).toHaveLength(2);
    const older = await lead.read(`/runbooks/returns.ja?version=${items[1].version}`);
    expect(older.source).toBe(SOURCE);
    expect((await lead.read('/runbooks?fields=id')).items).toContainEqual({ id: 'returns.ja' });
    for (const path of [
      '/runbooks/none.ja',
      '/runbooks/none.ja/versions',
      '/runbooks/returns.ja?version=../x',
    ])
      await problemOf(await lead.get(path), 404);
  });

  test('it is played step by step, and its answers go where they belong', async () => {
    const run = await lead.post(`/incidents/${incident}/runs`, { runbook: 'returns' }, {}, 201);
    expect(run.open).toMatchObject([{ step: 'vehicles', wants: 'number' }]);
    const at = `/runs/${run.id}`;
    const step = (id: string, body: object, headers: Record<string, string> = {}) =>
      lead.write('POST', `${at}/steps/${id}`, body, headers);
    const wrong = await problemOf(await step('vehicles', { do: 'answer', value: 'たくさん' }), 422);
    expect(wrong.errors?.[0]?.pointer).toBe('/value');
    const key = { 'idempotency-key': 'v' };
    const answered = (await (await step('vehicles', { do: 'answer', value: 120 }, key)).json()) as object;
    expect(answered).toMatchObject({
      answers: { vehicles: 120 },
      open: [{ step: 'stop', choices: ['はい', 'いいえ'] }],
    });
    expect(
      (await step('vehicles', { do: 'answer', value: 120 }, key)).headers.get('idempotency-replayed'),
    ).toBe('true');
    const second = await problemOf(await step('vehicles', { do: 'answer', value: 3 }), 409);
    expect(second.detail).toContain('120');
    await problemOf(await step('vehicles', { do: 'correct', value: 130 }), 422);
    expect((await step('vehicles', { do: 'correct', value: 130, reason: '数え直し' })).status).toBe(200);
    await problemOf(await step('none', { do: 'confirm' }), 409);
    await desk.system.settle();
    await desk.advance('PT10S');
    expect((await lead.read(`/incidents/${incident}`)).impact.vehicles).toBe('130');
    expect((await step('stop', { do: 'answer', value: 'はい' })).status).toBe(200);
    expect((await lead.post(`${at}/undo`, {})).open[0].step).toBe('stop');
    await problemOf(await lead.write('POST', `${at}/stop`, { reason: '' }), 422);
    expect((await lead.post(`${at}/stop`, { reason: '収まった' })).status).toBe('stopped');
    expect((await lead.read(`/incidents/${incident}/runs`)).items).toMatchObject([{ id: run.id }]);
    const browser = new Browser(desk.system.url);
    await browser.signIn('U0CS');
    expect(mainOf(await browser.page(at))).toContain('森 由紀さん（API: ci）');
    await problemOf(await lead.get('/runs/run_00000000000000000000000000000000'), 404);
  });

  test('a time that contradicts what is recorded of the incident is refused with both', async () => {
    const source =
      '---\nid: when\ntitle: いつ\nlanguage: ja\n---\n1. 時刻 `ask time as at into milestone.started`\n';
    await lead.write('PUT', '/runbooks/when.ja', { source });
    const { id } = await lead.post(`/incidents/${incident}/runs`, { runbook: 'when' }, {}, 201);
    await desk.advance('PT10M');
    const value = new Date(desk.system.clock.now() - 60_000).toISOString();
    const late = await problemOf(
      await lead.write('POST', `/runs/${id}/steps/at`, { do: 'answer', value }),
      422,
    );
    expect(late.errors).toEqual([
      {
        pointer: '/value',
        detail: expect.stringMatching(/“Started” cannot be later than “Detected” \(12:00\)/),
      },
    ]);
  });
});

describe('postmortems', () => {
  test('a section is written, commented on, and ready only when nothing is missing', async () => {
    await lead.post(`/incidents/${incident}/status`, { status: 'resolved' });
    const begun = await lead.post(`/incidents/${incident}/postmortem`, {}, {}, 201);
    const at = `/postmortems/${begun.id}`;
    expect((await lead.post(`/incidents/${incident}/postmortem`, {}, {}, 201)).id).toBe(begun.id);
    const missing = await problemOf(await lead.write('POST', `${at}/state`, { state: 'ready' }), 409);
    const { items: checks } = await lead.read(`${at}/checklist`);
    const open = checks.filter((one: { done: boolean }) => !one.done).map((one: { id: string }) => one.id);
    expect(missing.errors?.map(({ pointer }) => pointer)).toEqual(
      open.map((id: string) => `/checklist/${id}`),
    );
    const [section] = begun.sections;
    const place = `${at}/sections/${section.id}`;
    const tag = await tagOf(place);
    const write = (text: string, match?: string) =>
      lead.write('PUT', place, { text }, match === undefined ? {} : { 'if-match': match });
    await problemOf(await write('x'), 428);
    const text = '一行目 <script>\n\n二行目\n\n三行目\n';
    expect(await (await write(text, tag)).json()).toMatchObject({ text });
    const base = await tagOf(place);
    expect((await write(text.replace('一行目', '壱行目'), base)).status).toBe(200);
    // Other lines: both stay. The same lines: nothing is written over.
    const both = await write(text.replace('三行目', '参行目'), base);
    expect(await both.json()).toMatchObject({ text: expect.stringMatching(/壱行目[\s\S]*参行目/) });
    await problemOf(await write(text.replace('一行目', '別の行'), base), 412);
    await problemOf(await write(text, '"999"'), 412);
    const said = { text: '根拠は？ <b>', section: section.id };
    await lead.post(`${at}/comments`, said, { 'idempotency-key': 'c' }, 201);
    await lead.post(`${at}/comments`, said, { 'idempotency-key': 'c' }, 201);
    expect((await lead.read(`${at}/comments`)).items).toMatchObject([said]);
    await problemOf(await lead.write('POST', `${at}/comments`, { ...said, section: 'none' }), 422);
    expect((await lead.read(`${at}/markdown`)).markdown).toContain('参行目');
    expect((await lead.read('/postmortems?state=open')).items).toMatchObject([{ id: begun.id }]);
    const silent = await problemOf(await lead.write('POST', `${at}/state`, { state: 'archived' }), 422);
    expect(silent.errors?.[0]?.pointer).toBe('/reason');
    expect((await lead.post(`${at}/state`, { state: 'archived', reason: '重複' })).state).toBe('archived');
  });
});

test('the figures of a period, and for admins what was done by hand and by which program', async () => {
  const figures = await lead.read('/insights?span=4w');
  expect(figures).toMatchObject({ incidents: { count: 1 }, funnel: { incidents: 1 } });
  expect(figures.steps).toHaveLength(4);
  await problemOf(await lead.get('/insights?until=tomorrow'), 400);
  const { items } = await lead.read('/audit?person=U0SRELEAD');
  expect(items).toContainEqual(
    expect.objectContaining({
      action: 'action-item.done',
      by: { id: 'U0SRELEAD', name: '森 由紀' },
      via: 'ci',
    }),
  );
  const [push] = (await lead.read('/audit?record=runbooks/returns.ja&fields=action,via')).items;
  expect(push).toEqual({ action: 'runbook.push', via: 'ci' });
  expect((await lead.read('/audit?record=runbooks/returns.ja&person=U0CS')).items).toEqual([]);
});

test('of what belongs to a private incident nobody else learns that there is any', async () => {
  const secret = { title: '秘密', private: true };
  const { id } = await lead.post('/incidents', secret, { 'idempotency-key': 's' }, 201);
  await lead.post(`/incidents/${id}/status`, { status: 'resolved' });
  const { id: pm, sections } = await lead.post(`/incidents/${id}/postmortem`, {}, {}, 201);
  const run = await lead.post(`/incidents/${id}/runs`, { runbook: 'returns' }, {}, 201);
  const item = await lead.post('/action-items', { title: 'x', incidents: [id] }, {}, 201);
  const any = { 'if-match': '*' };
  const at = `/postmortems/${pm}`;
  const refused = [
    ...['', '/sections', `/sections/${sections[0].id}`, '/checklist', '/comments', '/markdown'].map((more) =>
      outside.get(`${at}${more}`),
    ),
    outside.get(`/runs/${run.id}`),
    outside.get(`/incidents/${id}/runs`),
    outside.get(`/action-items/${item.id}`),
    outside.write('POST', `${at}/state`, { state: 'draft' }),
    outside.write('PUT', `${at}/sections/${sections[0].id}`, { text: 'x' }, any),
    outside.write('POST', `${at}/comments`, { text: 'x' }),
    outside.write('POST', `/runs/${run.id}/stop`, { reason: 'x' }),
    outside.write('POST', `/runs/${run.id}/steps/vehicles`, { do: 'answer', value: 1 }),
    outside.write('POST', `/incidents/${id}/runs`, { runbook: 'returns' }),
    outside.write('POST', `/incidents/${id}/postmortem`, {}),
    outside.write('PATCH', `/action-items/${item.id}`, { title: 'y' }, any),
    outside.write('POST', `/action-items/${item.id}/state`, { state: 'done' }),
  ];
  for (const answer of await Promise.all(refused)) await problemOf(answer, 404);
  expect((await outside.read('/postmortems')).items).toHaveLength(1);
});
