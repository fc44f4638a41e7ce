import { afterAll, beforeAll, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';

let desk: Desk;
let mori: Browser;
let misaki: Browser;
beforeAll(async () => {
  desk = await openDesk();
  [mori, misaki] = [new Browser(desk.system.url), new Browser(desk.system.url)];
  await mori.signIn('U0SRELEAD');
  await misaki.signIn('U0CS');
});
afterAll(() => desk?.close());

async function send(list: string, query: string, name: string, verb = 'save'): Promise<string> {
  const csrf = await mori.csrf('/');
  const answer = await mori.post('/filters', { csrf, list, query, name, do: verb });
  return `${answer.status} ${answer.headers.get('location')?.replace(desk.system.url, '')}`;
}

test('what a list is narrowed to is saved by name, for this person and list alone, and is in the palette', async () => {
  const narrowed = '/incidents?status=open&q=%E8%BF%94%E5%8D%B4';
  expect(mainOf(await mori.page(narrowed))).toContain('この条件を保存');
  expect(mainOf(await mori.page('/incidents'))).not.toContain('この条件を保存');
  expect(await send('incidents', 'q=%E8%BF%94%E5%8D%B4&status=open&cursor=x', '<b>返却</b>の件')).toBe(
    `303 ${narrowed}`,
  );
  const page = await mori.page(narrowed);
  expect(page).toMatch(/class="chip"[^>]*aria-current="true"[^>]*><bdi>&lt;b&gt;返却&lt;\/b&gt;の件/);
  expect(mainOf(page)).not.toContain('この条件を保存');
  expect(page).not.toContain('<b>返却');
  expect(await mori.page('/incidents')).toContain('href="/incidents?status=open&amp;q=%E8%BF%94%E5%8D%B4"');
  expect(await mori.page('/calls')).not.toContain('の件');
  expect(await misaki.page('/incidents')).not.toContain('の件');
  expect(await mori.page('/palette?q=')).toContain('<b>返却</b>の件');
  expect(await misaki.page('/palette?q=')).not.toContain('の件');
});

test('calls and actions have theirs; what cannot be saved is said, and nothing is lost', async () => {
  expect(await send('calls', 'filter=late', '遅れた呼び出し')).toBe('303 /calls?filter=late');
  expect(mainOf(await mori.page('/calls'))).toContain('遅れた呼び出し');
  expect(await send('actions', 'owner=me&sort=priority', '自分の分')).toBe(
    '303 /actions?owner=me&sort=priority',
  );
  expect(mainOf(await mori.page('/actions'))).toContain('自分の分');
  const refused = await send('calls', 'q=x', ' ');
  expect(refused).toBe('303 /calls?q=x&unsaved=name');
  expect(mainOf(await mori.page('/calls?q=x&unsaved=name'))).toContain('名前を 1〜40 文字で');
  expect(await send('calls', '', 'x')).toBe('303 /calls?unsaved=nothing');
  expect(await send('//evil.example', 'q=x', 'x')).toMatch(/^400/);
});

test('it is removed by a press, twice without harm', async () => {
  expect(mainOf(await mori.page('/calls?filter=late'))).toContain('「遅れた呼び出し」を削除');
  for (let i = 0; i < 2; i += 1)
    expect(await send('calls', 'filter=late', '遅れた呼び出し', 'remove')).toMatch(/^303/);
  expect(mainOf(await mori.page('/calls'))).not.toContain('遅れた呼び出し');
  expect(mainOf(await mori.page('/actions'))).toContain('自分の分');
});
