import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { run } from '../../cli/run.ts';
import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import { makeToken as keepToken } from '../../shared/api-token/index.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { countedRecords } from '../../shared/store/shapes.ts';
import { Client, makeToken, problemOf } from './api-desk.ts';
import { Browser, hiddenIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';
import { NO_EXPORTS } from './no-exports.ts';
import { RoomDesk } from './room-desk.ts';

let room: RoomDesk;
let folder: string;
let file: string;
let seen: Record<string, string>;
let moment: number;
/** Pages of everything that happened, none of which asks Slack for what only its first life knows. */
const PAGES = [
  '/incidents',
  '/incidents/INC-1',
  '/postmortems',
  '/postmortems/INC-1',
  '/actions',
  '/calls',
  '/insights',
  '/search?q=返却',
];

async function said(args: readonly string[], env: Record<string, string>) {
  const lines: string[] = [];
  const say = (line: string) => void lines.push(line);
  const code = await run(COMMANDS, args, { out: say, err: say, env });
  return { code, said: lines.join('\n') };
}

function toban(data: string, args: readonly string[]) {
  const { slackApiUrl = '', botToken = '' } = room.desk.system.world;
  return said(args, { TOBAN_DATA: data, SLACK_API_URL: slackApiUrl, SLACK_BOT_TOKEN: botToken });
}

const look = async (desk: Desk): Promise<Record<string, string>> => {
  const browser = new Browser(desk.system.url);
  await browser.signIn('U0SRELEAD');
  const pages = await Promise.all(PAGES.map(async (path) => [path, mainOf(await browser.page(path))]));
  return Object.fromEntries(pages);
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toban-export-'));
  file = join(folder, 'toban.zip');
  room = new RoomDesk(await openDesk({ env: readEnv({ TOBAN_DATA: join(folder, 'first') }) }));
  const { desk } = room;
  await room.declareFromCall();
  await room.command('U0ARAI', room.room, 'severity');
  await room.send('U0ARAI', { severity: 'SEV2', reason: '影響が広い' });
  for (const to of ['investigating', 'resolved']) {
    await room.command('U0ARAI', room.room, 'status');
    await room.send('U0ARAI', { to });
    await desk.advance('PT20M');
  }
  const lead = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
  const item = {
    title: '満車のポートを自動で閉じる',
    owner: 'U0ARAI',
    due: '2026-12-10',
    incidents: 'INC-1',
  };
  const added = await lead.post('/actions', { csrf: await lead.csrf('/actions'), do: 'add', ...item });
  expect(added.status).toBe(303);
  await desk.system.settle();
  moment = desk.system.clock.now();
  seen = await look(desk);
  expect(seen['/actions']).toContain('満車のポートを自動で閉じる');
  expect(seen['/incidents/INC-1']).toContain('済み 番号');
});
afterAll(async () => {
  await room?.desk.close();
  rmSync(folder, { recursive: true, force: true });
});

test('an export holds everything to be read without Toban, and no secret', async () => {
  expect(await toban(join(folder, 'first'), ['export', file])).toEqual({ code: 0, said: `Written: ${file}` });
  const json = await toban(join(folder, 'first'), ['export', file, '--json']);
  expect(JSON.parse(json.said)).toEqual({ file, bytes: expect.any(Number) });
  const files = unzipSync(readFileSync(file));
  const text = (path: string) => Buffer.from(files[path] ?? []).toString();
  expect(text('incidents/INC-1.md')).toMatch(
    /^# INC-1 返却できないお客様[\s\S]*## タイムライン[\s\S]*「解決」に変更/,
  );
  const [postmortem = ''] = Object.keys(files).filter((path) => path.startsWith('postmortems/'));
  expect(text(postmortem)).toContain('未確認: 根本原因');
  const { documents } = JSON.parse(text('manifest.json'));
  expect(documents).toMatchObject({ incidents: 1, escalations: 1, postmortems: 1 });
  expect(text('documents/incidents-0001.ndjson').trim().split('\n')).toHaveLength(1);
  const whole = Object.values(files)
    .map((one) => Buffer.from(one).toString())
    .join('\n');
  for (const secret of ['xoxb-', 'xoxp-', 'ciphertext']) expect(whole).not.toContain(secret);
});

test('wiped and restored, every page says the same, and nobody hears of it', async () => {
  const second = join(folder, 'second');
  const empty = await openDesk({ env: readEnv({ TOBAN_DATA: second }), startAt: moment });
  const said = empty.slack.workspace.state.messages.length;
  const restored = await toban(second, ['restore', file]);
  expect(restored.said).toMatch(
    /^Written: \d+\. There already: 0\. There and different, left as it is: 0\.$/,
  );
  expect(restored.code).toBe(0);
  expect(await look(empty)).toEqual(seen);
  await empty.advance('PT5M');
  const heard = () => empty.slack.workspace.state.messages.slice(said);
  expect(heard().map(({ text }) => text)).toEqual([]);
  // Its postmortem is long overdue by then: who is to be reminded was reminded by the first Toban.
  empty.system.clock.moveTo(moment + 14 * 86_400_000);
  await empty.system.minute();
  await empty.system.settle();
  expect(JSON.stringify(heard())).not.toContain('"pm_');
  const again = await toban(second, ['restore', file]);
  expect(again.said).toMatch(/^Written: 0\. There already: \d+\. There and different, left as it is: 0\.$/);
  await empty.close();
});

test('what is there and differs stays, and is named', async () => {
  const store = openSqliteStore({ file: join(folder, 'second', 'toban.sqlite') });
  const own = await store.page<object>({ shape: countedRecords.incidents, values: {}, limit: 1 });
  const path = own.docs[0]?.path ?? '';
  await store.put(path, { ...own.docs[0]?.data, title: 'こちらで直した' });
  await store.close();
  const { code, said } = await toban(join(folder, 'second'), ['restore', file]);
  expect(said).toMatch(new RegExp(`^${path} differs, and stays as it is here\n.*left as it is: 1\\.$`));
  expect(code).toBe(1);
  const json = await toban(join(folder, 'second'), ['restore', file, '--json']);
  expect(JSON.parse(json.said)).toMatchObject({ created: 0, kept: 1, differing: [path] });
});

test('a program gets it with an admin’s token made for it, streamed; five in a day, and no more', async () => {
  const { desk } = room;
  const owner = await makeToken(desk, 'U0OWNER', { name: '控え', scope: ['export'] });
  const api = new Client(desk, owner);
  const answer = await api.get('/export');
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('application/zip');
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="toban-2026-.*\.zip"$/);
  expect(answer.headers.get('content-length')).toBeNull();
  const files = unzipSync(new Uint8Array(await answer.arrayBuffer()));
  expect(Object.keys(files)).toContain('incidents/INC-1.md');
  expect(Buffer.from(files['documents/incidents-0001.ndjson'] ?? []).toString()).toContain('返却できない');
  const { items } = await new Client(desk, await makeToken(desk, 'U0SRELEAD')).read('/audit');
  expect(items.find(({ action }: { action: string }) => action === 'archive.exported')).toMatchObject({
    by: { id: 'U0OWNER' },
    via: '控え',
  });
  // Asked for its head alone, nothing is made and nothing counted.
  expect((await api.send('/export', { method: 'HEAD' })).status).toBe(405);

  const env = { TOBAN_URL: desk.system.url, TOBAN_TOKEN: owner, LANG: 'en_US.UTF-8' };
  const copy = join(folder, 'copy.zip');
  expect(await said(['export', copy, '--api'], env)).toEqual({ code: 0, said: `Written: ${copy}` });
  expect(Object.keys(unzipSync(readFileSync(copy)))).toEqual(Object.keys(files));
  for (let taken = 2; taken < 5; taken += 1) await (await api.get('/export')).arrayBuffer();
  const refused = await api.get('/export');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(80_000);
  await problemOf(refused, 429);
  expect((await said(['export', copy, '--api'], env)).code).toBe(3);
  await desk.advance('PT24H');
  expect((await api.get('/export')).status).toBe(200);
});

test('without the scope, or by a token of somebody who is no admin, there is nothing', async () => {
  const { desk } = room;
  const reader = await new Client(desk, await makeToken(desk, 'U0OWNER')).get('/export');
  expect(reader.headers.get('www-authenticate')).toContain('insufficient_scope');
  await problemOf(reader, 403);
  const kept = { team: 'T0TOBAN', name: 'x', scopes: ['export'], role: 'responder', days: null } as const;
  const owner = { user: 'U0ONO', name: '小野' };
  const token = await keepToken(desk.system.store, { ...kept, owner }, desk.system.clock.now());
  expect((await problemOf(await new Client(desk, token).get('/export'), 403)).detail).toContain('admin');
});

test('one that breaks off is never taken for whole', async () => {
  const half = readFileSync(file).subarray(0, -30);
  for (const end of [
    (res: ServerResponse) => res.end(half),
    (res: ServerResponse) => res.write(half, () => res.destroy()),
  ]) {
    const server = createServer((_req, res) =>
      end(res.writeHead(200, { 'content-type': 'application/zip' })),
    );
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const env = {
      TOBAN_URL: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      TOBAN_TOKEN: `toban_${'x'.repeat(43)}`,
    };
    const broken = join(folder, 'broken.zip');
    expect((await said(['export', broken, '--api'], env)).code).toBeGreaterThan(0);
    expect(existsSync(broken) || existsSync(`${broken}.part`)).toBe(false);
    server.close();
  }
});

test('from the page an admin gets all but what they may not see, and that they took it is kept', async () => {
  const { desk } = room;
  await room.declare('U0ONO', { title: '名簿の流出', kind: ['private'] });
  const admin = new Browser(desk.system.url);
  await admin.signIn('U0OWNER');
  const page = await admin.page('/settings/export');
  const zip = await admin.post('/settings/export', { csrf: hiddenIn(page, 'csrf') });
  expect(zip.headers.get('content-disposition')).toMatch(/^attachment; filename="toban-2026-11-\d\d\.zip"$/);
  const files = unzipSync(new Uint8Array(await zip.arrayBuffer()));
  const whole = Object.entries(files).map(([path, bytes]) => `${path} ${Buffer.from(bytes)}`);
  expect(whole.join('\n')).not.toMatch(/名簿の流出|INC-2/);
  const manifest = JSON.parse(Buffer.from(files['manifest.json'] ?? []).toString());
  expect(manifest.documents.incidents).toBe(1);
  expect(manifest.withheld).toBeGreaterThan(5);
  expect(mainOf(await admin.page('/settings/audit'))).toContain('すべてのデータを書き出した');

  const ono = new Browser(desk.system.url);
  await ono.signIn('U0ONO');
  expect((await ono.get('/settings/export')).status).toBe(403);
});

test.each(NO_EXPORTS)('%s is refused in words', async (_what, files, sentence) => {
  const other = join(folder, 'other.zip');
  writeFileSync(
    other,
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
  expect(await toban(join(folder, 'first'), ['restore', other])).toEqual({ code: 1, said: sentence });
});
