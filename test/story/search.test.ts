import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { search } from '../../cli/search.ts';
import { NOTHING_KNOWN, pushRunbook } from '../../shared/runbook/index.ts';
import { compare, type Difference, mend } from '../../shared/search/index.ts';
import { entryOf, entryPath } from '../../shared/search-index/index.ts';
import { Browser } from './browser.ts';
import { mainOf, visible } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';
import { FIRST } from './runbook-sample.ts';

let room: RoomDesk;
let mori: Browser;
let misaki: Browser;
beforeAll(async () => {
  room = await openRoomDesk();
  const { desk } = room;
  [mori, misaki] = [new Browser(desk.system.url), new Browser(desk.system.url)];
  await mori.signIn('U0SRELEAD');
  await misaki.signIn('U0CS');
  await desk.say('cs', '@Toban 渋谷駅前で<!channel>ブレーキが効かない');
  await room.declare('U0SRELEAD', { title: '渋谷で<b>返却</b>できない', service: 'rental' });
  const message = desk.slack.people.say('U0SRELEAD', room.room, 'ロック解除のファームウェアを戻した');
  desk.slack.people.react('U0SRELEAD', message, 'pushpin');
  await desk.system.settle();
  await room.command('U0SRELEAD', room.room, 'severity');
  await room.send('U0SRELEAD', { severity: 'SEV2', reason: '影響が広い' });
  await room.command('U0SRELEAD', room.room, 'status');
  await room.send('U0SRELEAD', { to: 'resolved' });
  await desk.advance('PT2M');
  const csrf = await misaki.csrf('/actions');
  await misaki.post('/actions', {
    csrf,
    do: 'add',
    title: '返却の手順を張り出す',
    priority: 'high',
    kind: 'prevent',
  });
  await pushRunbook(desk.system.store, FIRST, { user: 'U0SRELEAD', name: '森' }, NOTHING_KNOWN, 0);
  await room.declare('U0SRELEAD', { title: '個人情報の返却漏れ', kind: ['private'] });
  const secret = room.rooms()[1]?.id ?? '';
  const word = desk.slack.people.say('U0SRELEAD', secret, '名簿は旧倉庫にあった');
  desk.slack.people.react('U0SRELEAD', word, 'pushpin');
  await desk.system.settle();
});
afterAll(() => room?.desk.close());

const find = (browser: Browser, q: string, more = '') =>
  browser.page(`/search?q=${encodeURIComponent(q)}${more}`);
const hitsOf = (page: string) =>
  [...page.matchAll(/<a class="row hit"[\s\S]*?<\/a>/g)].map(([row]) => visible(row));

test('one word finds what every noun knows of it, by kind; what was found is marked and nothing is markup', async () => {
  const page = await find(misaki, '返却');
  const kinds = [...page.matchAll(/<h2 id="[^"]+">([^<]+)/g)].map(([, kind]) => kind);
  expect(kinds).toEqual(['インシデント', 'ポストモーテム', 'アクションアイテム', 'ランブック']);
  expect(page).toContain('<mark>返却</mark>の手順を張り出す');
  expect(page).not.toContain('<b>返却');
  // Of a runbook what people are told, not how it is written.
  expect(visible(page)).toContain('落ち着く');
  expect(visible(page)).not.toMatch(/facts|ask number/);
  expect(hitsOf(page)[0]).toMatch(/^SEV2 解決 INC-1 渋谷で&lt;b&gt; 返却 &lt;\/b&gt;できない .*12:0\d/);
});

test('an incident is found by its number and its people, a call by its words in either kana, a line by what it says', async () => {
  for (const q of ['INC-1', 'inc1', '１', '森由紀', '森 由紀', 'U0SRELEAD'])
    expect(hitsOf(await find(misaki, q, '&kind=incident')).join(), q).toContain('INC-1');
  const calls = hitsOf(await find(misaki, 'ぶれーき'));
  expect(calls).toHaveLength(1);
  expect(calls[0]).toContain('渋谷駅前で@channel ブレーキ が効かない');
  const lines = hitsOf(await find(misaki, 'ふぁーむうぇあ'));
  expect(lines[0]).toContain('タイムライン ロック解除の ファームウェア を戻した');
  expect(await find(misaki, '影響が広い')).toContain('INC-1');
});

test('nothing of a private incident is found by whoever is not in it', async () => {
  for (const q of ['個人情報', 'INC-2', '返却漏れ', '旧倉庫', '漏', 'U0SRELEAD']) {
    for (const more of ['', '&kind=incident']) {
      const theirs = mainOf(await find(misaki, q, more)).replaceAll(`「${q}」`, '');
      expect(theirs, q).not.toMatch(/個人情報の|INC-2 |名簿|漏れ/);
    }
    expect(mainOf(await find(mori, q)), q).toContain('INC-2');
  }
});

// biome-ignore lint/suspicious/noExplicitAny: what comes is what the test is about
const palette = async (browser: Browser, q: string): Promise<any[]> =>
  (JSON.parse(await browser.page(`/palette?q=${encodeURIComponent(q)}`)) as { groups: unknown[] }).groups;

test('the palette offers pages, actions and what is found, each to those who may', async () => {
  const titles = async (browser: Browser, q: string) => (await palette(browser, q)).map(({ title }) => title);
  expect(await titles(misaki, '')).toEqual(['操作', 'ページ']);
  expect(await titles(mori, '')).toEqual(['対応中のインシデント', '操作', 'ページ']);
  const found = await palette(misaki, '返却');
  expect(found[0]).toMatchObject({
    title: 'インシデント',
    items: [{ label: '渋谷で<b>返却</b>できない', note: 'INC-1', to: '/incidents/INC-1' }],
  });
  expect(found.at(-1)).toMatchObject({ title: '検索', items: [{ to: '/search?q=%E8%BF%94%E5%8D%B4' }] });
  expect(JSON.stringify(await palette(misaki, '個人情報'))).not.toContain('返却漏れ');
  expect(JSON.stringify(await palette(mori, '個人情報'))).toContain('返却漏れ');
  const labels = async (browser: Browser, q: string) =>
    (await palette(browser, q)).flatMap(({ items }) => items.map(({ to }: { to: string }) => to));
  expect(await labels(mori, 'audit')).toContain('/settings/audit');
  expect(await labels(misaki, 'audit')).not.toContain('/settings/audit');
  expect(await labels(misaki, 'ランブックを書く')).not.toContain('/runbooks/new');
});

test('what cannot be looked for is said, and odd addresses are answered', async () => {
  expect(mainOf(await find(misaki, ''))).toContain('何を探しますか');
  expect(mainOf(await find(misaki, 'a'))).toContain('探せる言葉がありません');
  expect(mainOf(await find(misaki, '<xmp>'))).toContain('「&lt;xmp&gt;」は見つかりませんでした');
  expect(mainOf(await find(misaki, '返却', '&kind=nonsense'))).toContain('インシデント');
  expect((await misaki.get('/search?q=x1&kind=call&cursor=nonsense')).status).toBe(400);
  expect((await new Browser(room.desk.system.url).get('/search?q=x')).status).toBe(303);
});

test('a search that stopped before its end says so, and goes on from there', async () => {
  const { store } = room.desk.system;
  const entry = (i: number, text: string) =>
    entryOf('call', {
      id: `esc_${i}`,
      part: null,
      team: 'T0TOBAN',
      at: i,
      title: '',
      text,
      people: [],
      exact: [],
      private: false,
    });
  await store.transaction(async (tx) => {
    for (let i = 0; i < 700; i += 1) {
      const one = entry(i, i % 2 === 0 ? '消火器' : '消防車 火器');
      tx.put(entryPath('call', one.id, null), one);
    }
  });
  // Each pair of letters is common, and no text has all of them.
  const page = mainOf(await find(misaki, '消防車 消火器'));
  expect(page).toMatch(/呼び出し 新しいものの中には見つかりませんでした。 古いものも探す/);
  const further = /href="([^"]+kind=call[^"]+cursor=[^"]+)"/.exec(await find(misaki, '消防車 消火器'))?.[1];
  expect(mainOf(await misaki.page((further ?? '').replaceAll('&amp;', '&')))).toContain(
    '見つかりませんでした',
  );
  await store.transaction(async (tx) => {
    for (let i = 0; i < 700; i += 1) tx.delete(entryPath('call', `esc_${i}`, null));
  });
});

test('the index is what the records say; what is lost, changed or left over is found and made anew', async () => {
  const { store } = room.desk.system;
  const differences = async () => {
    const all: Difference[] = [];
    await compare(store, (one) => void (one && all.push(one)));
    return all;
  };
  expect(await differences()).toEqual([]);
  const found = await store.page<{ kind: 'call'; id: string; part: null }>({
    shape: (await import('../../shared/store/shapes.ts')).allSearchEntries,
    values: {},
    limit: 100,
  });
  const [call, line, section] = [
    found.docs.find(({ data }) => data.kind === 'call'),
    found.docs.find(({ id }) => /^incident.*~/.test(id)),
    found.docs.find(({ id }) => /^postmortem.*~/.test(id)),
  ];
  await store.put(call?.path ?? '', { ...call?.data, text: 'other', words: [] });
  await store.transaction(async (tx) => {
    tx.delete(line?.path ?? '');
    tx.delete(section?.path ?? '');
    tx.put(entryPath('action-item', 'act_gone', null), {
      ...call?.data,
      kind: 'action-item',
      id: 'act_gone',
    });
  });
  const folder = dirname(room.desk.storeFile);
  const said: string[] = [];
  const toban = (verb: string) =>
    search.run([verb], {
      out: (line) => said.push(line),
      err: (line) => said.push(line),
      env: { TOBAN_DATA: folder },
    });
  expect(await toban('check')).toBe(1);
  expect(said.at(-1)).toMatch(/^4 of \d+ are not found as they are/);
  const wrong = await differences();
  expect(wrong.map(({ why }) => why).sort()).toEqual(['gone', 'missing', 'missing', 'other']);
  await mend(store, wrong[0] as Difference);
  await mend(store, wrong[0] as Difference);
  expect(await differences()).toHaveLength(3);
  expect(await toban('rebuild')).toBe(0);
  expect(said.at(-2)).toBe('Made anew: 3.');
  expect(said.at(-1)).toMatch(/^Equal: \d+ records and parts/);
  expect(await differences()).toEqual([]);
  expect(hitsOf(await find(misaki, 'ブレーキ'))).toHaveLength(1);
});
