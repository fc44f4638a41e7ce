import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createWebhooks } from '../../shared/adapters/webhook/index.ts';
import { entryNamed, NOTHING_KNOWN, pushRunbook, type Run, startRun } from '../../shared/runbook/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack } from './incident-desk.ts';

const BY = { user: 'U0SRELEAD', name: '森 由紀' };

let desk: Desk;
let server: Server;
/** What the service answers; null: nothing at all. */
let answers: number | null;
let asked: number;
let incident = '';
let count = 0;

beforeAll(async () => {
  server = createServer((_req, res) => {
    asked += 1;
    if (answers !== null) res.writeHead(answers, { location: 'https://10.0.0.5/inside' }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  // The real sender; only the public network between is this machine, and its patience is short.
  const webhooks = createWebhooks({
    secretOf: () => null,
    timeoutMs: 100,
    connect: { createConnection: () => connect(port, '127.0.0.1') },
  });
  const urls = '["https://ops.example.com/", "https://10.0.0.5/"]';
  desk = await openDesk({
    config: parseConfig(`${readFileSync('toban.yaml', 'utf8')}\nrunbooks: { urls: ${urls} }\n`),
    wrap: <T extends object>(name: string, part: T) =>
      name === 'webhooks' ? (webhooks as unknown as T) : part,
  });
  await declareInSlack(desk, 'U0SRELEAD', { title: '戻す' });
  const pointer = await desk.system.store.get<{ record: string }>('incident-numbers/T0TOBAN-1');
  incident = pointer?.data.record ?? '';
});
afterAll(async () => {
  await desk.close();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked = 0;
  answers = 200;
});

const push = async (id: string, body: string): Promise<void> => {
  const source = `---\nid: ${id}\ntitle: ${id}\nlanguage: ja\n---\n${body}`;
  const { store, clock } = desk.system;
  const { problems } = await pushRunbook(store, source, BY, NOTHING_KNOWN, clock.now());
  expect(problems).toEqual([]);
};

async function start(id: string): Promise<string> {
  const { store, clock } = desk.system;
  const ctx = { calls: { store, clock, locale: 'ja' as const }, settings: {} as never };
  const entry = await entryNamed(ctx, id);
  if (!entry) throw new Error(`no runbook ${id}`);
  count += 1;
  const { path } = await startRun(ctx, { path: incident, team: 'T0TOBAN' }, entry, BY, `test ${count}`);
  await desk.advance('PT5S');
  return path;
}

const runAt = async (path: string): Promise<Run> => {
  const run = (await desk.system.store.get<Run>(path))?.data;
  if (!run) throw new Error('no run');
  return run;
};
const message = (path: string) => {
  const all = desk.slack.workspace.state.messages;
  const found = all.find(({ metadata }) =>
    JSON.stringify(metadata ?? '').includes(path.replace('runs/', '')),
  );
  if (!found) throw new Error('no card');
  return found;
};
const card = (path: string) => JSON.stringify(message(path).blocks);
async function press(path: string, label: string): Promise<void> {
  const seen = { user: 'toban', text: '', buttons: [], message: structuredClone(message(path)) };
  await desk.press('mori', seen, label);
  await desk.advance('PT5S');
}

test.each([
  ['a private address', 'https://10.0.0.5/roll-back', 200, '公開されていないアドレスには送りません', 0],
  ['a redirect', 'https://ops.example.com/roll-back', 302, '転送先には送りません', 1],
  ['a refusal', 'https://ops.example.com/roll-back', 404, '相手が 404 を返しました', 1],
])(
  'a request to %s is not made good in silence: the card says why, and people decide',
  async (_what, url, status, why, times) => {
    answers = status;
    await push(`out-${count}`, `- 戻す \`http POST ${url}\`\n- 確かめる\n`);
    const path = await start(`out-${count}`);
    expect(card(path)).toContain(why);
    expect(asked).toBe(times);
    expect((await runAt(path)).open).toMatchObject([{ step: 'start.1' }]);
  },
);

test('a request that nobody answers is tried for a while; then the card says so, and a new try goes on', async () => {
  answers = null;
  await push('silent', '- 戻す `http POST https://ops.example.com/roll-back`\n- 確かめる\n');
  const path = await start('silent');
  expect(card(path)).toContain('実行しています');
  await desk.advance('PT2M');
  expect(asked).toBe(6);
  expect(card(path)).toContain('時間内に応答がありませんでした');
  answers = 200;
  await press(path, 'やり直す');
  expect(card(path)).toContain('確かめる');
});

test('a version pushed while a run goes on is for the next run', async () => {
  await push('edited', '- 一つ目\n- 古い二つ目\n');
  const path = await start('edited');
  await push('edited', '- 新しい一つ目\n');
  await press(path, '済み');
  expect(card(path)).toContain('古い二つ目');
  expect(card(await start('edited'))).toContain('新しい一つ目');
});

test('two hundred steps are a card that Slack takes, to its last', async () => {
  const steps = Array.from({ length: 200 }, (_one, i) => `- ${'長い手順です。'.repeat(20)} ${i + 1}番目`);
  await push(
    'long',
    `## 並ぶ {#p parallel}\n\n${steps.slice(0, 100).join('\n')}\n\n## 続く {#s}\n\n${steps.slice(100).join('\n')}\n`,
  );
  const path = await start('long');
  expect(card(path)).toContain('0/200');
  expect(card(path)).toContain('ほか94件');
  await press(path, '済み');
  expect(card(path)).toContain('1/200');
});

test('somebody who has left is no answer, and nobody to hand a step to', async () => {
  const account = desk.slack.workspace.state.users.find(({ id }) => id === 'U0KATO');
  if (!account) throw new Error('no account');
  account.deactivated = true;
  await push('person', '- だれが詳しいですか `ask person as expert`\n');
  const path = await start('person');
  await desk.reply('mori', message(path), '<@U0KATO>');
  expect(desk.whispers('mori').join()).toContain('この人のアカウントは停止されています');
  expect((await runAt(path)).answers).toEqual({});
});
