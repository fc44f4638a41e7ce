import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser, hiddenIn } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
let browser: Browser;
beforeEach(async () => {
  desk = await openDesk();
  browser = new Browser(desk.system.url);
  await browser.signIn('U0CS');
});
afterEach(() => desk.close());

/** What a reader sees: the page without its tags. */
const visible = (html: string) =>
  html
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const main = (html: string) => visible(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
const linkOf = (html: string) => /href="(\/calls\/esc_[0-9a-f]+)"/.exec(html)?.[1] ?? '';
const rowsOf = (html: string) =>
  [...html.matchAll(/<a class="row"[\s\S]*?<\/a>/g)].map(([row]) => visible(row));

test('an empty ledger teaches the first step; the home page says who is on duty and what is open', async () => {
  expect(main(await browser.page('/calls'))).toContain('相談チャンネルで @Toban にメンションすると');
  await desk.say('cs', '@Toban 返却できないお客様がいます');
  const home = main(await browser.page('/'));
  expect(home).toMatch(/車両オンコール 当番 新井 さくらさん/);
  expect(home).toMatch(/当番表!C\d+/);
  expect(home).toMatch(/呼び出し中 返却できないお客様がいます/);
});

test('the whole story of one call stands on its page, minute by minute', async () => {
  const message = await desk.say('cs', '@Toban 返却できないお客様がいます');
  await desk.advance('PT6M');
  await desk.react('arai', message, 'white_check_mark');
  const list = await browser.page('/calls');
  expect(rowsOf(list)[0]).toMatch(/対応中 遅れ 返却できないお客様がいます 新井 さくらさん 6分後に受領/);
  const page = await browser.page(linkOf(list));
  const story = main(page);
  const parts = [
    '中村 美咲さんから依頼を受けました',
    '新井 さくらさんを呼びます（最初の呼び出し）',
    '当番表!C',
    'スレッドに届きました',
    '新井 さくらさんへの DM が届きました',
    '5分 動きなし',
    '新井 さくらさんが受領しました（リアクション、6分後）',
  ];
  let from = 0;
  for (const part of parts) {
    const at = story.indexOf(part, part.includes('DM') ? 0 : from);
    expect(at, part).toBeGreaterThanOrEqual(0);
    if (!part.includes('DM')) from = at;
  }
  expect(story).toContain('済み スレッドでの呼び出し · 新井 さくらさん');
});

test('the thread leads to the page', async () => {
  const message = await desk.say('cs', '@Toban 返却できない');
  const card = desk.thread(message)[0]?.message.blocks;
  const url = /<([^|>]+\/calls\/esc_[0-9a-f]+)\|経緯>/.exec(JSON.stringify(card))?.[1] ?? '';
  expect(main(await browser.page(url))).toContain('中村 美咲さんから依頼を受けました');
});

test('hostile words are only words, in the list, in the story and in a form', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)> \u202Eabc';
  // As Slack hands typed words over.
  const typed = evil.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
  await desk.say('cs', `@Toban ${typed}`);
  const list = await browser.page('/calls');
  const pages = [
    list,
    await browser.page(linkOf(list)),
    await browser.page(
      `/calls?q=${encodeURIComponent(evil)}&filter=${encodeURIComponent(evil)}&person=${encodeURIComponent(evil)}`,
    ),
  ];
  for (const page of pages) {
    expect(page).not.toMatch(/<script>|<img|onerror=alert\(1\)>/);
    expect(page).toContain('&lt;script&gt;');
  }
});

test('filters stand in the address: state, rota, person, words', async () => {
  const first = await desk.say('cs', '@Toban 鍵が開かない');
  await desk.react('arai', first, 'white_check_mark');
  await desk.say('cs', '@Toban ＡＢＣ店の返却');
  const seen = async (search: string) => rowsOf(await browser.page(`/calls?${search}`)).length;
  expect(await seen('')).toBe(2);
  expect(await seen('filter=open')).toBe(1);
  expect(await seen('filter=acknowledged&rota=mobility')).toBe(1);
  expect(await seen('filter=late')).toBe(0);
  expect(await seen('filter=failed')).toBe(0);
  expect(await seen('rota=other')).toBe(0);
  expect(await seen('q=abc')).toBe(1);
  expect(await seen(`person=${encodeURIComponent('新井さくら')}&q=${encodeURIComponent('鍵')}`)).toBe(1);
  expect(await seen('person=U0CS')).toBe(2);
  expect(await seen(`person=${encodeURIComponent('岡田')}`)).toBe(0);
  const days = ['from=2026-11-24&to=2026-11-24', 'to=2026-11-23', 'from=2026-11-25', 'from=yesterday'];
  expect(await Promise.all(days.map(seen))).toEqual([2, 0, 0, 2]);
  expect(await Promise.all(days.map((day) => seen(`${day}&q=abc&filter=open`)))).toEqual([1, 0, 0, 1]);
  expect(await browser.page('/calls?q=nothing')).toContain('当てはまる呼び出しはありません');
});

test('older calls are one page further, none twice and none left out', async () => {
  for (let i = 0; i < 27; i += 1) desk.slack.people.say('U0CS', 'C0CSHELP', `<@U0TOBAN> 件${i}。`);
  await desk.system.settle();
  const first = await browser.page('/calls');
  expect(rowsOf(first)).toHaveLength(25);
  const next = /href="(\/calls\?cursor=[^"]+)" rel="next"/.exec(first)?.[1] ?? '';
  const second = await browser.page(next.replaceAll('&amp;', '&'));
  expect(rowsOf(second)).toHaveLength(2);
  const all = [...rowsOf(first), ...rowsOf(second)].map((row) => /件\d+/.exec(row)?.[0]);
  expect(new Set(all).size).toBe(27);
  expect((await browser.get('/calls?cursor=nonsense')).status).toBe(400);
});

test('what was given up is visible with its reason, and one press runs it again, once, with a name to it', async () => {
  desk.slack.faults.plan('chat.postEphemeral', 'user_not_in_channel', 1);
  const call = await desk.say('cs', '@Toban 返却できない');
  await desk.press('ono', desk.thread(call)[0], '受領する');
  const dead = await browser.page('/dead-letters');
  expect(main(dead)).toContain('失敗 本人だけへの返事');
  expect(main(dead)).toContain('user_not_in_channel');
  const failed = await browser.page('/calls?filter=failed');
  expect(rowsOf(failed)[0]).toContain('失敗 1件');

  const task = hiddenIn(dead, 'task');
  const form = { task, back: linkOf(failed), csrf: await browser.csrf() };
  const foreign = await browser.post('/dead-letters/replay', { ...form, csrf: 'x' });
  expect(foreign.status).toBe(403);
  const pressed = await browser.post('/dead-letters/replay', form);
  expect(pressed.headers.get('location')).toBe(`${linkOf(failed)}?replayed=started`);
  await desk.system.settle();
  expect(desk.whispers('ono')).toHaveLength(1);
  const again = await browser.post('/dead-letters/replay', form);
  expect(again.headers.get('location')).toContain('replayed=running');
  await desk.system.settle();
  expect(desk.whispers('ono')).toHaveLength(1);
  expect(main(await browser.page(linkOf(failed)))).toContain(
    '中村 美咲さんが「本人だけへの返事」をもう一度実行しました',
  );
  expect(main(await browser.page('/dead-letters'))).toContain('ありません。すべて届いています。');
});

test('a viewer sees what was given up, and cannot run it', async () => {
  const config = parseConfig(`${readFileSync('toban.yaml', 'utf8')}\nweb: { viewers: [U0CS] }\n`);
  const strict = await openDesk({ config });
  const viewer = new Browser(strict.system.url);
  await viewer.signIn('U0CS');
  const answer = await viewer.post('/dead-letters/replay', { task: 'x', csrf: await viewer.csrf() });
  expect(answer.status).toBe(403);
  expect(await answer.text()).toContain('権限が足りません');
  await strict.close();
});

test('an unchanged list is not sent again; a new call is', async () => {
  const before = await browser.get('/calls');
  const etag = before.headers.get('etag') ?? '';
  expect((await browser.get('/calls', { 'if-none-match': etag })).status).toBe(304);
  await desk.say('cs', '@Toban 返却できない');
  expect((await browser.get('/calls', { 'if-none-match': etag })).status).toBe(200);
});

/** A store that cannot read some documents. */
function breaking<T extends object>(store: T, broken: (path: string) => boolean): T {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      return (...args: unknown[]) => {
        if (name === 'get' && broken(String(args[0]))) throw new Error('this document cannot be read');
        return value.apply(target, args);
      };
    },
  });
}

test('a message that could not be handled is kept, and is sent again once', async () => {
  let down = true;
  const wrap = <T extends object>(port: string, part: T): T =>
    port === 'store' ? breaking(part, (path) => down && path.startsWith('escalations/')) : part;
  const broken = await openDesk({ wrap });
  const support = new Browser(broken.system.url);
  await support.signIn('U0CS');
  const message = await broken.say('cs', '@Toban 返却できない');
  await broken.advance('PT30M');
  expect(broken.thread(message)).toHaveLength(0);
  const dead = await support.page('/dead-letters');
  expect(main(dead)).toMatch(/未処理 slack message .* calls · 20回/);

  down = false;
  const letter = hiddenIn(dead, 'letter');
  const form = { letter, back: '/dead-letters', csrf: await support.csrf() };
  const pressed = await support.post('/dead-letters/replay', form);
  expect(pressed.headers.get('location')).toBe('/dead-letters?replayed=started');
  await broken.system.settle();
  expect(broken.thread(message)[0]?.text).toContain('呼び出し中');
  const again = await support.post('/dead-letters/replay', form);
  expect(again.headers.get('location')).toBe('/dead-letters?replayed=running');
  await broken.system.settle();
  expect(broken.pinged()).toEqual(['arai']);
  expect(main(await support.page('/dead-letters'))).toContain('再送済み');
  await broken.close();
});
