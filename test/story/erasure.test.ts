import { dirname } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMMANDS } from '../../cli/commands.ts';
import { run } from '../../cli/run.ts';
import { liftHold, setHold } from '../../shared/legal-hold/index.ts';
import { calls } from '../../shared/store/shapes.ts';
import { Client, makeToken } from './api-desk.ts';
import { type Browser, signedIn } from './browser.ts';
import type { Desk } from './desk.ts';
import { documentsOf, leave, playArai, sendFrom } from './erasure-desk.ts';
import { mainOf } from './incident-desk.ts';
import { Mortal } from './mortal.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let mortal: Mortal;
let room: RoomDesk;
let desk: Desk;
let arai: Browser;
let mori: Browser;
let token: string;
let feed: string;
let erasure: string;
let pseudonym: string;
let before: Record<string, string>;

const PAGES = ['/', '/incidents', '/incidents/INC-1', '/postmortems', '/postmortems/INC-1', '/actions?state=done', '/calls', '/insights', '/weekly/2026-W48', '/rotas/mobility/load', '/settings/tokens', '/dead-letters', '/settings/audit', '/rotas/mobility', '/rotas/mobility/check', '/search?q=ポート']; // biome-ignore format: one line reads best
const SAME = ['/incidents', '/incidents/INC-1', '/postmortems', '/actions?state=done', '/calls', '/insights']; // biome-ignore format: one line reads best
const MORI = { user: 'U0SRELEAD', name: '森 由紀' };
const HOLDS = /U0ARAI(?![A-Z0-9])|新井|さくら|(?<![a-z])arai(?![a-z])/;

const look = async (): Promise<Record<string, string>> => {
  const pages = await Promise.all(
    SAME.map(async (path) => [path, mainOf(await mori.page(path)).replaceAll(/済み \S+ \S+さんの招待/g, '')]),
  ); // in no order
  return Object.fromEntries(pages);
};

const post = (browser: Browser, path: string, from: string, fields: Record<string, string>) =>
  sendFrom(desk, browser, path, from, fields);
const documents = () => documentsOf(desk);

beforeAll(async () => {
  mortal = new Mortal();
  room = await openRoomDesk({ wrap: mortal.wrap });
  desk = room.desk;
  [arai, mori] = await signedIn(desk, 'U0ARAI', 'U0SRELEAD');
  feed = await playArai(room, arai, mori);
  token = await makeToken(desk, 'U0SRELEAD');
  await desk.advance('PT2M');
});
afterAll(() => desk?.close());

test('looked for, it is said where somebody stands and what must be settled first, and nothing is changed', async () => {
  const kept = documents();
  expect((await arai.get('/settings/erasure')).status).toBe(403);
  expect((await mori.post('/settings/erasure', { who: 'U0ARAI' })).status).toBe(403);
  const begun = await post(mori, '/settings/erasure', '/settings/erasure', { who: ' U0ARAI ' });
  if (begun.status !== 303) throw new Error(mainOf(await begun.text()));
  erasure = begun.headers.get('location') ?? '';
  expect(erasure).toMatch(/^\/settings\/erasure\/UERASED[2-9A-Z]{6}$/);
  const as = erasure.split('/').at(-1) ?? '';
  const taken = await post(mori, '/settings/erasure', '/settings/erasure', { who: 'U0ONO', as });
  expect([taken.status, mainOf(await taken.text())]).toEqual([422, expect.stringContaining('いまほかの方の削除に')]); // biome-ignore format: one line reads best
  const page = mainOf(await mori.page(erasure));
  for (const part of [
    '対象の方: U0ARAI',
    'Slack のアカウントがまだ有効です',
    '当番表に名前があります（車両オンコール · 当番表!C',
    '書きかけのポストモーテムの担当です（返却できません',
    '終わっていないアクションアイテムの担当です（新井さんの満車のポート）',
    'インシデント',
    'カレンダーのアドレス（使えなくします）',
    '新井 さくら',
    'arai@example.com',
  ])
    expect(page).toContain(part);
  expect(page).not.toContain('名前を消す');
  const refused = await post(mori, erasure, erasure, { act: 'erase', typed: 'U0ARAI' });
  expect(mainOf(await refused.text())).toContain('先に済ませること');
  for (const [path, data] of documents())
    if (kept.has(path) && !/^(jobs|erasure|duties|rotas|audit|api-tokens)/.test(path))
      expect([path, kept.get(path)]).toEqual([path, data]);
});

test('settled and confirmed by name, the process dying twice, nothing holds the person any more', async () => {
  await leave(desk, mori);
  await desk.advance('PT12M');
  await desk.system.minute();
  await desk.system.settle();
  before = await look();
  await post(mori, erasure, erasure, { act: 'again' });
  const shown = await mori.page(erasure);
  expect(mainOf(shown)).toContain('名前を消す');
  expect(mainOf(shown)).not.toContain('先に済ませること');
  expect(mainOf(shown)).toMatch(/文章の中の抜粋.* 新井さんの満車のポート/);

  const wrong = await post(mori, erasure, erasure, { act: 'erase', typed: '小野 健' });
  expect([wrong.status, mainOf(await wrong.text())]).toEqual([
    422,
    expect.stringContaining('入力が一致しません'),
  ]);

  const levels = [...shown.matchAll(/name="(name-\d+)" value="([^"]*)"/g)].flatMap(
    ([, field = '', name = '']) => [
      [field, name],
      [field.replace('name-', 'level-'), /新井|@/.test(name) ? 'text' : 'value'],
    ],
  );
  // The process dies in the middle of the documents, and its successor when it has just noted how far it is.
  let writes = 0;
  mortal.dieAfter((port, method) => {
    const now = port === 'store' && method === 'transaction' && ++writes === 12;
    if (now)
      queueMicrotask(() =>
        mortal.dieAfter(
          (_port, verb, [path]) => verb === 'put' && String(path).startsWith('erasure-subjects/'),
        ),
      );
    return now;
  });
  await post(mori, erasure, erasure, { act: 'erase', typed: 'u0arai', ...Object.fromEntries(levels) });
  await desk.advance('PT10M');
  expect(mortal.deaths).toBe(2);
  pseudonym =
    /「(削除された人 [2-9A-Z]{6})」に置き換えました/.exec(mainOf(await mori.page(erasure)))?.[1] ?? 'none';
  expect([...documents()].filter((one) => HOLDS.test(one.join(' ')))).toEqual([]);
  expect([...documents().keys()].filter((path) => path.startsWith('erasure-subjects/'))).toEqual([]);
});

test('every page says the same with the pseudonym, figures included, and search, API and export know nobody else', async () => {
  const after = await look();
  const small = `uerased${pseudonym.slice(-6).toLowerCase()}`;
  const erased = (page: string) =>
    page.replaceAll(/新井 さくら|新井|U0ARAI|arai@example\.com/g, pseudonym).replaceAll('u0arai', small);
  for (const path of SAME) expect([path, after[path]]).toEqual([path, erased(before[path] ?? '')]);
  const api = new Client(desk, token);
  const asked = ['/calls', '/incidents', '/action-items', '/postmortems', '/audit', '/insights', '/rotas', '/rotas/mobility/preview', '/rotas/mobility/problems', '/incidents/INC-1', '/incidents/INC-1/timeline', '/incidents/INC-1/runs']; // biome-ignore format: one line reads best
  for (const path of PAGES) expect([path, HOLDS.exec(await mori.page(path))]).toEqual([path, null]);
  for (const path of asked) {
    const answer = await api.send(path);
    expect([path, answer.status, HOLDS.exec(await answer.text())]).toEqual([
      path,
      answer.status === 400 ? 400 : 200,
      null,
    ]);
  }
  for (const words of ['新井', 'さくら', 'あらい', 'U0ARAI', 'arai@example.com', '新井 さくら'])
    expect(mainOf(await mori.page(`/search?q=${encodeURIComponent(words)}`))).toContain(
      '見つかりませんでした',
    );
  expect(mainOf(await mori.page(`/search?q=${encodeURIComponent(pseudonym)}`))).toContain('INC-1');
  const code = pseudonym.slice(-6);
  expect(mainOf(await mori.page(`/incidents?q=${code}`))).toContain('INC-1');
  expect(mainOf(await mori.page(`/actions?state=done&q=${code}`))).toContain('の満車のポート');
  const zip = await mori.post('/settings/export', { csrf: await mori.csrf('/settings/export') });
  const files = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())));
  expect(files.length).toBeGreaterThan(20);
  for (const [path, bytes] of files)
    expect([path, HOLDS.exec(Buffer.from(bytes).toString())]).toEqual([path, null]);
});

test('their session, their address and their own choices are gone; who erased whom is told by the pseudonym', async () => {
  expect((await arai.get('/incidents')).headers.get('location')).toContain('/sign-in');
  expect((await fetch(feed)).status).toBe(404);
  expect(
    [...documents().keys()].filter((path) => /^(preferences|saved-filters)\/U(0ARAI|ERASED)/.test(path)),
  ).toEqual([]);
  const audit = mainOf(await mori.page('/settings/audit?noun=erasure'));
  expect(audit).toContain('森 由紀 個人の名前を記録から消した');
  const kept = JSON.parse(documents().get(`erasures/${erasure.split('/').at(-1)}`) ?? '{}');
  expect(kept).toMatchObject({ phase: 'erased', name: pseudonym, by: { user: 'U0SRELEAD' } });
});

async function toban(...args: readonly string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const { slackApiUrl = '', botToken = '' } = desk.system.world;
  const env = { TOBAN_DATA: dirname(desk.storeFile), SLACK_API_URL: slackApiUrl, SLACK_BOT_TOKEN: botToken };
  return {
    code: await run(COMMANDS, ['erase', ...args], { out: say, err: say, env }),
    said: said.join('\n'),
  };
}

test('by the command: nobody is found any more; a record that comes later is, and goes under the same pseudonym', async () => {
  const id = erasure.split('/').at(-1) ?? '';
  expect(await toban('U0ARAI', '--dry-run')).toMatchObject({
    code: 0,
    said: expect.stringContaining('Found nowhere'),
  });
  await desk.say('cs', '@Toban <@U0ARAI> さんはいますか');
  const late = [...documents()].filter(
    (one) => HOLDS.test(one.join(' ')) && !one[0].startsWith('erasure-subjects'),
  );
  expect(late.length).toBeGreaterThan(0);
  const again = await toban('U0ARAI', '--dry-run');
  expect(again.said).toMatch(/\d+ {2}escalations/);
  const other = await toban('U0ARAI', '--confirm', 'U0ONO');
  expect(other).toMatchObject({ code: 2, said: expect.stringContaining('--confirm says another person.') });
  const done = await toban('U0ARAI', '--confirm', 'U0ARAI', '--as', id);
  expect(done).toMatchObject({ code: 0, said: expect.stringContaining(`Replaced by “${pseudonym}”`) });
  expect([...documents()].filter((one) => HOLDS.test(one.join(' ')))).toEqual([]);
});

test('what is under legal hold keeps the name and is listed; after the release it goes, under the same pseudonym', async () => {
  const { store, clock } = desk.system;
  await desk.say('cs', '@Toban <@U0GONE> さんに頼んだ件はどうなりましたか');
  const [latest] = (await store.page({ shape: calls.all, values: {}, limit: 1 })).docs;
  const of = { record: latest?.path ?? '', team: 'T0TOBAN' };
  await setHold({ store, clock }, of, MORI, '訴訟');
  const first = await toban('U0GONE', '--confirm', 'U0GONE');
  expect(first.said).toMatch(new RegExp(`following \\(1\\) are under legal hold[^]*${of.record}`));
  expect(JSON.stringify(await store.get(of.record))).toContain('U0GONE');
  const [done] = [...documents()].filter(
    ([path, data]) => path.startsWith('erasures/') && data.includes(of.record),
  );
  expect(JSON.parse(done?.[1] ?? '{}')).toMatchObject({ phase: 'erased', clean: true, held: [of.record] });
  await liftHold({ store, clock }, of, MORI);
  const again = await toban('U0GONE', '--confirm', 'U0GONE', '--as', done?.[0].split('/')[1] ?? '');
  expect(again.code).toBe(0);
  expect([...documents()].filter((one) => /U0GONE(?![A-Z0-9])/.test(one.join(' ')))).toEqual([]);
});
