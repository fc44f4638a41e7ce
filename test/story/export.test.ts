import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { run } from '../../cli/run.ts';
import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { countedRecords } from '../../shared/store/shapes.ts';
import { Browser, hiddenIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';
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

async function toban(data: string, args: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const { slackApiUrl = '', botToken = '' } = room.desk.system.world;
  const env = { TOBAN_DATA: data, SLACK_API_URL: slackApiUrl, SLACK_BOT_TOKEN: botToken };
  const code = await run(COMMANDS, args, { out: say, err: say, env });
  return { code, said: said.join('\n') };
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

test.each([
  [
    'a zip of something else',
    { 'a.txt': 'x' },
    'This is no export of Toban: it has no manifest.json of one.',
  ],
  [
    'an export of another workspace',
    { 'manifest.json': '{"format":"toban","version":1,"team":"T0OTHER"}' },
    'This export is of the workspace T0OTHER, and this Toban is of T0TOBAN.',
  ],
  [
    'a newer one',
    { 'manifest.json': '{"format":"toban","version":2,"team":null}' },
    'A newer Toban made this export. Update this one first.',
  ],
  [
    'a key that somebody has written into it',
    {
      'manifest.json': '{"format":"toban","version":1,"team":null}',
      'documents/incidents-0001.ndjson': '{"path":"api-tokens/abc","data":{"role":"admin"}}\n',
    },
    'documents/incidents-0001.ndjson holds api-tokens/abc, which no export holds.',
  ],
  [
    'work that would write to people',
    {
      'manifest.json': '{"format":"toban","version":1,"team":null}',
      'documents/tasks-0001.ndjson': '{"path":"incidents/a/tasks/b","data":{"lane":"calls","dueAt":1}}\n',
    },
    'documents/tasks-0001.ndjson holds incidents/a/tasks/b, which no export holds.',
  ],
  [
    'a broken line',
    {
      'manifest.json': '{"format":"toban","version":1,"team":null}',
      'documents/incidents-0001.ndjson': '{"path":"incid',
    },
    'A line of documents/incidents-0001.ndjson is no document.',
  ],
])('%s is refused in words', async (_what, files, sentence) => {
  const other = join(folder, 'other.zip');
  writeFileSync(
    other,
    zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)]))),
  );
  expect(await toban(join(folder, 'first'), ['restore', other])).toEqual({ code: 1, said: sentence });
});
