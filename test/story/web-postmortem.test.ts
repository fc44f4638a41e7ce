import { afterAll, beforeAll, expect, test } from 'vitest';
import { pushTemplate, templateSource } from '../../shared/postmortem/index.ts';
import { type Browser, hiddenIn, signedIn } from './browser.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let room: RoomDesk;
let mori: Browser;
let misaki: Browser;
/** The address of its page. */
let address: string;
beforeAll(async () => {
  room = await openRoomDesk();
  [mori, misaki] = await signedIn(room.desk, 'U0SRELEAD', 'U0CS');
  const { store, clock } = room.desk.system;
  const shipped = (await templateSource(store, 'sre', 'ja')) ?? '';
  const own = shipped.replace(
    /^---\n/,
    '---\nproperties:\n  - { id: cost, name: 損失額, type: number }\n  - { id: note, name: 備考, type: text, required: true }\nchecklist:\n  - { id: legal, name: 法務が確認した }\n',
  );
  const pushed = await pushTemplate(store, own, { user: 'U0SRELEAD', name: '森' }, clock.now());
  expect(pushed.problems).toEqual([]);
  await room.declare('U0SRELEAD', { title: '返却できない <b>太字</b>', service: 'rental' });
  await room.command('U0SRELEAD', room.room, 'severity');
  await room.send('U0SRELEAD', { severity: 'SEV2', reason: '影響が広い' });
  await room.command('U0SRELEAD', room.room, 'status');
  await room.send('U0SRELEAD', { to: 'resolved' });
  await room.desk.advance('PT2M');
});
afterAll(() => room?.desk.close());

/** What stands in the text field, as the browser reads it. */
const written = (page: string) => /<textarea id="source"[^>]*>\n([\s\S]*?)<\/textarea>/.exec(page)?.[1] ?? '';

/** Sends the editor as `shown`, with another text in it. */
async function save(browser: Browser, section: string, source: string, shown: string, verb = 'save') {
  const fields = { csrf: hiddenIn(shown, 'csrf'), base: hiddenIn(shown, 'base'), do: verb };
  return browser.post(`${address}/sections/${section}`, {
    ...fields,
    source: source.replaceAll('\n', '\r\n'),
  });
}
const editor = (browser: Browser, section: string) => browser.page(`${address}/sections/${section}`);

/** Presses a button or sends a form of the page. */
async function send(browser: Browser, fields: Record<string, string>) {
  return browser.post(address, { csrf: await browser.csrf(address), ...fields });
}

test('the incident leads to its postmortem; the list and the page say how it stands and what is left', async () => {
  const incident = await misaki.page('/incidents/INC-1');
  address = /href="(\/postmortems\/pm_[0-9a-f]+)"/.exec(incident)?.[1] ?? '';
  const list = mainOf(await misaki.page('/postmortems'));
  expect(list).toMatch(/下書き INC-1 返却できない &lt;b&gt;太字&lt;\/b&gt; 森 由紀さん 期限 11\/30/);
  const page = await misaki.page(address);
  expect(page).not.toContain('<b>太字');
  expect(mainOf(page)).toContain(
    '「根本原因」が書かれている 「未確認」が1か所残っています。確かめて事実に置き換えるか',
  );
  expect((await misaki.get('/postmortems/INC-1')).status).toBe(200);
});

test('Markdown of anybody is shown without its HTML, scripts and odd addresses', async () => {
  const text =
    '## 見出し\n<script>alert(1)</script> <img src=x onerror=alert(1)>\n[押す](javascript:alert(1))';
  const preview = await save(mori, 'trigger', text, await editor(mori, 'trigger'), 'check');
  const shown = await preview.text();
  expect(preview.status).toBe(200);
  expect(shown).not.toMatch(/<script>alert|<img|href="javascript/);
  expect(written(shown)).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
  expect(shown).toContain('<h4 dir="auto">見出し</h4>');
});

test('two people at one section: other lines are joined; the same line is shown to both, and a person chooses', async () => {
  const section = 'went-wrong';
  await save(mori, section, '一行目\n二行目\n三行目', await editor(mori, section));
  const [mine, theirs] = [await editor(mori, section), await editor(misaki, section)];
  await save(misaki, section, '一行目\n二行目\n三行目（美咲）', theirs);
  const joined = await save(mori, section, '一行目（森）\n二行目\n三行目', mine);
  expect(joined.headers.get('location')).toContain('?done=merged');
  expect(written(await editor(mori, section))).toBe('一行目（森）\n二行目\n三行目（美咲）');

  const [again, other] = [await editor(mori, section), await editor(misaki, section)];
  await save(misaki, section, '一行目（美咲が直した）\n二行目\n三行目（美咲）', other);
  const refused = await save(mori, section, '一行目（森が直した）\n二行目\n三行目（美咲）', again);
  const conflict = await refused.text();
  expect(refused.status).toBe(409);
  expect(mainOf(conflict)).toContain(
    'まだ保存していません。書いている間に中村 美咲さんが同じ行を変更しました。',
  );
  expect(mainOf(conflict)).toContain('一行目（美咲が直した）');
  expect(written(conflict)).toContain('一行目（森が直した）');
  expect(written(await editor(misaki, section))).toContain('一行目（美咲が直した）');
  const chosen = await save(mori, section, '一行目（二人で決めた）\n二行目\n三行目（美咲）', conflict);
  expect(chosen.status).toBe(303);
  const history = await misaki.page(`${address}/sections/${section}/history`);
  expect(mainOf(history)).toContain('削除: 一行目（美咲が直した）');
  expect(mainOf(history)).toContain('追加: 一行目（二人で決めた）');
});

test('a section that is too long is refused with its text kept; one that just fits is saved', async () => {
  const shown = await editor(mori, 'trigger');
  const long = '長'.repeat(100_001);
  const fits = await mori.post(`${address}/sections/trigger`, {
    csrf: hiddenIn(shown, 'csrf'),
    base: hiddenIn(shown, 'base'),
    do: 'save',
    source: 'x'.repeat(200_000),
  });
  expect(fits.status).toBe(303);
  const refused = await save(mori, 'trigger', `${'y'.repeat(100_000)}${long}`, await editor(mori, 'trigger'));
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(mainOf(page)).toContain('長すぎます。200,000文字までにしてください。');
  expect(page).toContain(long);
});

test('a state that cannot be is refused in words; a draft put away needs a reason', async () => {
  const refused = await send(mori, { do: 'move', to: 'ready' });
  expect(refused.status).toBe(422);
  expect(mainOf(await refused.text())).toContain('チェックリストが残っています');
  const bare = await send(mori, { do: 'move-archived', reason: ' ' });
  expect(mainOf(await bare.text())).toContain('理由を書いてください。');
  expect((await send(mori, { do: 'nothing' })).status).toBe(400);
});

test('what was refused is said beside its field, with everything typed still there', async () => {
  const typed = { do: 'properties', 'p-cost': '百万円', 'p-note': '=HYPERLINK("https://evil.example")' };
  const refused = await send(mori, typed);
  const page = await refused.text();
  expect(refused.status).toBe(422);
  expect(mainOf(page)).toContain('「損失額」には数字を入力してください。');
  expect(page).toContain('value="百万円"');
  expect(page).toContain('=HYPERLINK(&quot;https://evil.example&quot;)</textarea>');
  for (const [fields, words] of [
    [{ do: 'due', due: 'いつか' }, '日時を読み取れません。'],
    [{ do: 'due', due: '2020-01-01T10:00' }, 'これより後の日時にしてください。'],
    [{ do: 'reviewers', others: 'U0GONE' }, '林 進さんのアカウントが見つからないか、無効です。'],
    [{ do: 'link', number: 'INC-99' }, 'そのインシデントは見つかりません。'],
    [{ do: 'title', title: ' ' }, '空のままでは保存できません。'],
    [{ do: 'comment', text: '長'.repeat(10_001) }, '10,000文字までにしてください。'],
    [
      { do: 'meeting', at: '2026-12-01T10:00', minutes: '30', link: '' },
      '会議は、準備完了になってから設定できます。',
    ],
  ] as const)
    expect(mainOf(await (await send(mori, fields)).text())).toContain(words);
});

test('people talk about a section; what is dealt with says so', async () => {
  await send(misaki, { do: 'comment', section: 'impact', text: '台数は <i>本当</i> ですか' });
  const page = await mori.page(address);
  expect(page).toContain('台数は &lt;i&gt;本当&lt;/i&gt; ですか');
  const comment = hiddenIn(page, 'comment');
  await send(mori, { do: 'resolve', comment, resolved: 'true' });
  expect(mainOf(await misaki.page(address))).toContain('対応済み 台数は');
});

test('filled in, ticked and reviewed it is ready; then the meeting; then it is published', async () => {
  const form = mainOf(await mori.page(address));
  expect(form).toContain('会議は、準備完了になると設定できます。');
  for (const section of [
    'summary',
    'impact',
    'root-causes',
    'trigger',
    'detection',
    'response',
    'recovery',
    'timeline',
  ])
    await save(mori, section, `${section}について`, await editor(mori, section));
  await send(mori, { do: 'properties', 'p-cost': '１，２００', 'p-note': '=1+1' });
  await send(mori, { do: 'tick', item: 'legal', done: 'true' });
  await send(mori, { do: 'reviewers', reviewer: 'U0SRELEAD', others: '<@U0CTO> U0CS' });
  const ready = await send(mori, { do: 'move', to: 'ready' });
  expect([ready.status, mainOf(await mori.page(address))]).toEqual([
    303,
    expect.stringContaining('準備完了'),
  ]);
  await send(misaki, {
    do: 'meeting',
    at: '2026-12-01T10:00',
    minutes: '30',
    link: 'https://meet.example/pm',
  });
  const page = mainOf(await misaki.page(address));
  expect(page).toContain('12/1(火) 10:00 JST（30分） https://meet.example/pm');
  expect(page).toContain('損失額 1200');
  expect(page).toContain('岡田 淳さん');
  expect(await misaki.page(`${address}/meeting.ics`)).toContain('DTSTART:20261201T010000Z');
  await send(mori, { do: 'move', to: 'published' });
  expect(mainOf(await misaki.page('/postmortems?state=published'))).toContain('公開済み INC-1');
});

test('it leaves as Markdown, for Notion and for paper, and nothing in it is HTML or a formula', async () => {
  await save(misaki, 'lucky', '## 運\n<script>alert(1)</script>', await editor(misaki, 'lucky'));
  const file = await misaki.get(`${address}/export.md`);
  expect(file.headers.get('content-disposition')).toBe('attachment; filename="postmortem-INC-1.md"');
  const markdown = await file.text();
  expect(markdown).toContain('# 返却できない \\<b\\>太字\\</b\\>');
  expect(markdown).toContain('- **備考**: \\=1+1');
  expect(markdown).toContain('### 運\n&lt;script>alert(1)&lt;/script>');
  expect(await misaki.page(`${address}/notion.md`)).toContain('\n損失額: 1200\n');
  const printed = await misaki.page(`${address}/print`);
  expect(printed).not.toContain('<script>alert');
  expect(mainOf(printed)).toContain('備考 =1+1');
});

test('one more incident joins it and is taken out again; a private one leads nobody outside to its postmortem', async () => {
  await room.declare('U0SRELEAD', { title: '同じ原因の障害' });
  expect((await send(mori, { do: 'link', number: 'INC-2' })).status).toBe(303);
  const joined = await mori.page(address);
  expect(mainOf(joined)).toContain('INC-2 同じ原因の障害');
  await send(mori, {
    do: 'unlink',
    incident: hiddenIn(joined.slice(joined.indexOf('value="unlink"')), 'incident'),
  });
  expect(mainOf(await mori.page(address))).not.toContain('同じ原因の障害');

  await room.declare('U0SRELEAD', { title: '名簿の流出', kind: ['private'] });
  const incident = await mori.page('/incidents/INC-3');
  expect((await mori.get('/postmortems/INC-3')).status).toBe(404);
  await mori.post('/incidents/INC-3', {
    csrf: hiddenIn(incident, 'csrf'),
    seen: hiddenIn(incident, 'seen'),
    do: 'status',
    to: 'resolved',
  });
  const begin = async (browser: Browser) =>
    browser.post('/postmortems', { csrf: await browser.csrf(), do: 'begin', incident: await secret() });
  const secret = async () => hiddenIn(await mori.page('/incidents/INC-3'), 'incident');
  expect((await begin(misaki)).status).toBe(404);
  const begun = (await begin(mori)).headers.get('location') ?? '';
  expect(mainOf(await mori.page(begun))).toContain('名簿の流出');
  const below = ['', '/sections/summary', '/sections/summary/history', '/export.md', '/notion.md', '/print'];
  for (const path of ['/postmortems/INC-3', ...below.map((one) => `${begun}${one}`)])
    expect((await misaki.get(path)).status).toBe(404);
  expect(mainOf(await misaki.page('/postmortems?state=all'))).not.toContain('名簿の流出');
});
