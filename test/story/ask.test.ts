import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ApiProblem, createClient, NoReach } from '../../cli/client/client.ts';
import { COMMANDS } from '../../cli/commands.ts';
import { run } from '../../cli/run.ts';
import { makeToken } from './api-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack } from './incident-desk.ts';

let desk: Desk;
let token: string;
let env: Record<string, string>;
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
  await desk.say('cs', '@Toban 返却できません\u001b[31m');
  await desk.press('arai', desk.dms('arai')[0], '受領する');
  await declareInSlack(desk, 'U0SRELEAD', { title: '決済が通らない' });
  token = await makeToken(desk, 'U0SRELEAD');
  env = { TOBAN_URL: desk.system.url, TOBAN_TOKEN: token, TZ: 'Asia/Tokyo', LANG: 'ja_JP.UTF-8' };
});
afterAll(() => desk.close());

/** The command in this process, with an environment of its own. */
async function toban(args: readonly string[], more: Record<string, string> = {}) {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (line: string) => void out.push(line), err: (line: string) => void err.push(line) };
  const code = await run(COMMANDS, args, { ...terminal, env: { ...env, ...more } });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

test('the program itself, from the shell: a table for people, and an exit code', async () => {
  const args = ['cli/main.ts', 'who-is-on-duty', '--at', '2026-11-24T13:00+09:00'];
  const { code, out } = await new Promise<{ code: number | null; out: string }>((resolve) => {
    const child = execFile(process.execPath, args, { env }, (_error, text) =>
      resolve({ code: child.exitCode, out: text }),
    );
  });
  expect(out).toMatch(/primary +新井 さくら +〜 .*当番表!C\d+/);
  expect(code).toBe(0);
});

describe('who is on duty', () => {
  test('now and at any time, of all rotas or one, as JSON too', async () => {
    const json = await toban(['who-is-on-duty', 'MOBILITY', '--at', '2026-11-24T13:00+09:00', '--json']);
    expect(JSON.parse(json.out)).toMatchObject([
      {
        rota: 'mobility',
        timezone: 'Asia/Tokyo',
        shifts: [{ column: 'primary', people: [{ id: 'U0ARAI' }] }],
      },
    ]);
    const english = await toban(['who-is-on-duty', '--at', '2026-11-24T13:00+09:00', '--lang', 'en']);
    expect(english.out).toMatch(/until .* JST/);
  });

  test('a rota that is not there, a time that is none, and one of which nothing is known', async () => {
    expect(await toban(['who-is-on-duty', 'nowhere'])).toMatchObject({
      code: 1,
      err: expect.stringContaining('mobility (車両オンコール)'),
    });
    expect((await toban(['who-is-on-duty', '車両', '--at', '2026-11-24T13:00+09:00'])).code).toBe(0);
    expect(await toban(['who-is-on-duty', '--at', 'かしこまりました'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('読み取れません'),
    });
    expect(await toban(['who-is-on-duty', '--at', '2031-01-01T00:00Z'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('分かりません'),
    });
  });
});

describe('calls', () => {
  test('are listed, shown and told, and what people wrote is harmless in a terminal', async () => {
    const list = await toban(['calls', '--filter', 'acknowledged']);
    expect(list.out).toMatch(/JST +対応中 +新井 さくら +esc_[0-9a-f]{32} +.*返却できません/);
    expect(list.out).not.toContain('\u001b');
    const [{ id }] = JSON.parse((await toban(['calls', '--json'])).out);
    const shown = await toban(['calls', 'show', id]);
    expect(shown.out).toMatch(/対応している人 +新井 さくら \(/);
    expect((await toban(['calls', 'story', id, '--lang', 'en'])).out).toMatch(/JST {2}.*新井 さくら/);
    expect((await toban(['calls', '--filter', 'open'])).out).toBe('当てはまる呼び出しはありません。');
  });
});

describe('incidents', () => {
  test('of a time as people say it', async () => {
    expect((await toban(['incidents', '--from', '2026-11-01', '--json'])).out).toContain('決済が通らない');
    expect((await toban(['incidents', '--to', '2026-01-01'])).out).toBe(
      '当てはまるインシデントはありません。',
    );
  });

  test('are listed, shown and told; one that is not there is said so', async () => {
    const list = await toban(['incidents', '--status', 'open']);
    expect(list).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^INC-1 +SEV\d +検知 .*決済が通らない$/m),
    });
    expect((await toban(['incidents', 'show', 'INC-1'])).out).toMatch(/^INC-1 決済が通らない\n状態 +検知\n/);
    expect((await toban(['incidents', 'timeline', 'INC-1'])).out.split('\n').length).toBeGreaterThan(1);
    expect(await toban(['incidents', 'show', 'INC-2'])).toMatchObject({ code: 1, out: '' });
  });

  test('a filter that is none is named, as the API names it', async () => {
    expect(await toban(['incidents', '--severity', 'SEV9'])).toMatchObject({
      code: 2,
      err: expect.stringContaining('severity'),
    });
  });
});

describe('what cannot be asked says why', () => {
  test.each([
    [['calls'], { TOBAN_URL: '' }, 2, 'TOBAN_URL'],
    [['calls'], { TOBAN_URL: 'http://toban.example.com' }, 2, 'https://'],
    [['calls'], { TOBAN_TOKEN: 'secret' }, 2, '/settings/tokens'],
    [['calls', 'show'], {}, 2, 'calls show <id>'],
    [['calls', '--limit', '0'], {}, 2, '--limit'],
    [['incidents', 'close', 'INC-1'], {}, 2, '「incidents close」という使い方'],
    [['incidents', '--from', '先週'], {}, 2, '--from「先週」'],
    [['incidents', '--from', '2026-02-31T10:00+09:00'], {}, 2, '--from「2026-02-31'],
    [['incidents', 'show', 'INC-9'], {}, 1, '見えないもの'],
    [['calls'], { TOBAN_TOKEN: `toban_${'x'.repeat(43)}` }, 3, '/settings/tokens で新しく'],
    [['calls'], { TOBAN_URL: 'http://127.0.0.1:1' }, 3, 'つながりません'],
    [['calls', '--lang', 'en'], { TOBAN_URL: 'http://127.0.0.1:1' }, 3, 'cannot be reached'],
  ])('%j with %o ends with %i', async (args, more, code, said) => {
    const answer = await toban(args, more as Record<string, string>);
    expect(answer.code, answer.err).toBe(code);
    expect(answer.err).toContain(said);
    expect(answer.out + answer.err).not.toContain(token);
  });
});

test('another service that speaks JSON is not taken for Toban', async () => {
  const TOBAN_URL = desk.system.world.slack?.url ?? '';
  for (const args of [['incidents'], ['incidents', 'show', 'INC-1']]) {
    const { code, err } = await toban(args, { TOBAN_URL });
    expect(code).toBe(3);
    expect(err).toContain('Toban ではないサーバーが応答しました');
  }
});

test('half an answer, a problem that is none, and no answer at all are said, not thrown', async () => {
  const answers: Readonly<Record<string, [type: string, body: string] | null>> = {
    '/half': ['application/json', '{"items":['],
    '/problem': ['application/problem+json', 'no'],
    '/slow': null,
  };
  const server = createServer(({ url = '' }, response) => {
    const answer = answers[`/${url.split('/')[1]}`];
    if (answer) response.writeHead(200, { 'content-type': answer[0], ratelimit: 'x' }).end(answer[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, timeoutMs = 20_000) =>
    createClient({ url: base + path, token, locale: 'en', timeoutMs })
      .call('getMe')
      .catch((error: NoReach) => error);
  expect(await ask('/half')).toMatchObject({ name: 'NoReach', answered: true });
  expect(await ask('/problem')).toMatchObject({ name: 'NoReach', answered: true });
  expect(await ask('/slow', 50)).toMatchObject({ name: 'NoReach', answered: false, reason: 'ETIMEDOUT' });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

test('a zone without a name is no obstacle', async () => {
  for (const TZ of ['JST-9', ':Asia/Tokyo', 'Nowhere/Bad'])
    expect((await toban(['incidents', 'show', 'INC-1'], { TZ })).code).toBe(0);
});

test('the typed client pages through lists, and tells a refusal from no answer', async () => {
  const client = createClient({ url: `${desk.system.url}/`, token, locale: 'en' });
  for (let n = 0; n < 3; n += 1) await desk.say('cs', `@Toban 呼び出し ${n}`);
  expect(await client.list('listCalls', {}, 2)).toHaveLength(2);
  expect((await client.list('listCalls', {}, 100)).length).toBe(4);
  expect((await client.call('getIncident', { path: { incident: 'INC-1' } })).title).toBe('決済が通らない');
  await expect(client.call('getIncident', { path: { incident: 'INC-9' } })).rejects.toThrow(ApiProblem);
  // Any other server in its place is no answer of Toban's.
  const page = createClient({ url: `${desk.system.url}/health?`, token, locale: 'en' });
  await expect(page.call('getMe')).rejects.toThrow(NoReach);
});
