import { afterAll, beforeAll, expect, test } from 'vitest';
import { auditDocument } from '../../shared/audit/index.ts';
import { makeToken } from './api-desk.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf, visible } from './incident-desk.ts';

let desk: Desk;
let mori: Browser;
let misaki: Browser;
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
  [mori, misaki] = [new Browser(desk.system.url), new Browser(desk.system.url)];
  await mori.signIn('U0SRELEAD');
  await misaki.signIn('U0CS');
  await makeToken(desk, 'U0SRELEAD');
  await desk.advance('P1D');
  const now = desk.system.clock.now();
  const deeds = [
    {
      by: 'U0EVE',
      name: '=HYPERLINK("https://evil.example")',
      action: 'runbook.push',
      record: 'runbooks/x.ja',
      target: 'v1',
    },
    {
      by: 'U0CS',
      name: '中村 美咲',
      action: 'action-item.done',
      record: 'action-items/act_1',
      target: 'act_1',
    },
    { by: 'U0CS', name: '中村 美咲', action: 'someday.new', record: 'somewhere/else', target: '' },
  ];
  for (const [i, deed] of deeds.entries()) {
    const { path, data } = auditDocument({ at: now + i, ...deed });
    await desk.system.store.put(path, data);
  }
  // Over the day's end, so that every one of a day is within it.
  await desk.advance('PT1H');
});
afterAll(() => desk?.close());

const rowsOf = (page: string) => [...page.matchAll(/<tr><td>[\s\S]*?<\/tr>/g)].map(([row]) => visible(row));
const audit = async (search = '') => rowsOf(await mori.page(`/settings/audit${search}`));

test('settings say what is in force and how it stands, in words and names, with what an admin may open', async () => {
  const page = mainOf(await mori.page('/settings'));
  expect(page).toMatch(/診断 .* API トークン .* 操作の記録/);
  expect(page).toContain('代わりに呼ぶ人 森 由紀 → ');
  expect(page).toMatch(/呼ぶ順番 primary → 5分後 primary → 10分後 代わりに呼ぶ人/);
  expect(page).toContain('きっかけ Toban へのメンション、ユーザーグループ 1個、「至急」、ボット 1個、DM');
  expect(page).toContain('サービス 貸出・返却');
  expect(page).toMatch(/あきらめた処理 なし 届かなかったメッセージ なし/);
  expect(page).toMatch(/SEV1: /);
  const theirs = mainOf(await misaki.page('/settings'));
  expect(theirs).not.toMatch(/誰が、いつ|API トークン/);
  expect(await misaki.page('/')).toContain('href="/settings"');
});

test('the audit is for admins, newest first, in words where the deed has some', async () => {
  expect((await misaki.get('/settings/audit')).status).toBe(403);
  expect((await misaki.get('/settings/audit.csv')).status).toBe(403);
  const rows = await audit();
  expect(rows).toHaveLength(4);
  expect(rows[0]).toContain('someday.new');
  expect(rows[1]).toMatch(/中村 美咲 アクションアイテムを完了にした/);
  expect(rows[3]).toMatch(/11\/24.* 森 由紀 API トークンを作った/);
});

test('it is narrowed by person, by what it is about and by day; odd filters are no failure', async () => {
  expect(await audit('?who=U0CS')).toHaveLength(2);
  expect(await audit(`?who=${encodeURIComponent('中村美')}`)).toHaveLength(2);
  expect(await audit('?what=api-token')).toHaveLength(1);
  expect(await audit('?who=U0CS&what=action-item')).toHaveLength(1);
  expect(await audit('?to=2026-11-24')).toHaveLength(1);
  expect(await audit('?from=2026-11-25')).toHaveLength(3);
  expect(await audit('?from=2026-12-01')).toEqual([]);
  expect(await audit('?from=x&to=2026-02-31&what=')).toHaveLength(4);
  expect((await mori.get('/settings/audit?cursor=nonsense')).status).toBe(400);
});

test('it pages by cursor, and the file holds all of it and no formula', async () => {
  const { store, clock } = desk.system;
  const now = clock.now();
  await store.transaction(async (tx) => {
    for (let i = 0; i < 60; i += 1) {
      const { path, data } = auditDocument({
        at: now - i,
        by: 'U0BULK',
        name: 'Bulk',
        action: 'feed.made',
        record: `feeds/${i}`,
        target: `${i}`,
      });
      tx.put(path, data);
    }
  });
  const first = await mori.page('/settings/audit?who=U0BULK');
  const next = /href="([^"]+)" rel="next"/.exec(first)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect(rowsOf(first)).toHaveLength(50);
  expect(rowsOf(await mori.page(next))).toHaveLength(10);
  const answer = await mori.get('/settings/audit.csv?from=2026-11-24');
  const csv = await answer.text();
  expect(answer.headers.get('content-disposition')).toContain('audit.csv');
  expect(csv.split('\r\n')).toHaveLength(1 + 64 + 1);
  expect(csv).toContain(`"'=HYPERLINK(""https://evil.example"")"`);
  expect(csv).toMatch(
    /2026-11-25T\d\d:\d\d:\d\d\.\d{3}Z,中村 美咲,U0CS,,アクションアイテムを完了にした,action-item\.done,/,
  );
});
