import { afterEach, beforeEach, expect, test } from 'vitest';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf, rowsOf } from './incident-desk.ts';

let desk: Desk;
let lead: Browser;
let support: Browser;
beforeEach(async () => {
  desk = await openDesk();
  lead = new Browser(desk.system.url);
  support = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
  await support.signIn('U0CS');
});
afterEach(() => desk.close());

test('an empty list teaches how to declare', async () => {
  const page = await support.page('/incidents');
  expect(mainOf(page)).toContain('まだインシデントはありません');
  expect(mainOf(page)).toContain('/incident');
  expect(mainOf(await support.page('/incidents?q=zzz'))).toContain('当てはまるインシデントはありません');
});

test('what is declared in Slack stands in the list and on the home page, drills marked', async () => {
  await declareInSlack(desk, 'U0SRELEAD', { title: '渋谷で返却できない', service: 'rental' });
  await declareInSlack(desk, 'U0CS', { title: '避難訓練', kind: ['drill'] });
  const rows = rowsOf(await support.page('/incidents'));
  expect(rows[0]).toMatch(/^SEV4 検知 訓練 INC-2 避難訓練 指揮 未定 12:00$/);
  expect(rows[1]).toMatch(/^SEV4 検知 INC-1 渋谷で返却できない 指揮 未定 12:00 貸出・返却$/);
  expect(mainOf(await support.page('/'))).toMatch(/対応中のインシデント SEV4 検知 訓練 INC-2/);
});

test('a private one is listed for its members only, whatever is asked for', async () => {
  await declareInSlack(desk, 'U0SRELEAD', { title: '個人情報の疑い', kind: ['private'], service: 'rental' });
  const q = encodeURIComponent('個人情報');
  for (const search of ['', '?status=open', '?severity=SEV4', '?service=rental', `?q=${q}`, '?q=INC-1']) {
    expect(await support.page(`/incidents${search}`), search).not.toContain('個人情報の疑い');
    expect(rowsOf(await lead.page(`/incidents${search}`)), search).toHaveLength(1);
  }
  expect(await support.page('/')).not.toContain('個人情報の疑い');
  expect(rowsOf(await lead.page('/incidents'))[0]).toContain('非公開');
});

test('what nobody knows any more stays in sight where it narrows a list; a number is read as people type it', async () => {
  const gone = await lead.page('/incidents?service=gone%3Cb%3E');
  expect(gone).toMatch(/selected>gone&lt;b&gt;（今はありません）/);
  expect(mainOf(gone)).toContain('当てはまるインシデントはありません');
  for (const path of ['/insights?service=gone', '/actions?service=gone', '/calls?rota=gone'])
    expect(await lead.page(path), path).toMatch(/selected>gone（今はありません）/);
  expect(await lead.page('/incidents')).not.toContain('今はありません');
  await declareInSlack(desk, 'U0SRELEAD', { title: '決済が通らない' });
  for (const typed of ['INC-1', 'inc1', 'ＩＮＣ－１', 'ＩＮＣー１'])
    expect((await lead.get(`/incidents/${encodeURIComponent(typed)}`)).status, typed).toBe(200);
});

test('filters stand in the address: status, severity, service, time, words', async () => {
  await declareInSlack(desk, 'U0SRELEAD', { title: '渋谷で返却できない', service: 'rental' });
  await desk.advance('P1D');
  await declareInSlack(desk, 'U0SRELEAD', { title: 'Rental API down', duties: ['personal-data'] });
  const seen = async (search: string) =>
    rowsOf(await support.page(`/incidents?${search}`)).map((row) => /INC-\d/.exec(row)?.[0]);
  expect(await seen('')).toEqual(['INC-2', 'INC-1']);
  expect(await seen('status=detected')).toEqual(['INC-2', 'INC-1']);
  expect(await seen('status=closed')).toEqual([]);
  expect(await seen('severity=SEV1&status=open')).toEqual(['INC-2']);
  expect(await seen('service=rental')).toEqual(['INC-1']);
  expect(await seen('from=2026-11-25')).toEqual(['INC-2']);
  expect(await seen('to=2026-11-24')).toEqual(['INC-1']);
  expect(await seen('q=api')).toEqual(['INC-2']);
  expect(await seen(`q=${encodeURIComponent('返却')}`)).toEqual(['INC-1']);
  expect(await seen('q=inc-2')).toEqual(['INC-2']);
  expect(await seen('status=nonsense&severity=x&from=2026-02-30&to=x')).toEqual(['INC-2', 'INC-1']);
  expect((await support.get('/incidents?cursor=nonsense')).status).toBe(400);
});

test('a hostile title is only words, and a long description hides nothing', async () => {
  const title = '"><script>alert(1)</script> <!here>';
  await declareInSlack(desk, 'U0SRELEAD', { title, description: '長'.repeat(2_000) });
  const main = mainOf(await support.page('/incidents/INC-1'));
  expect(main.indexOf('「調査中」にする')).toBeLessThan(main.indexOf('長長'));
  expect(main).toMatch(/ 長{499}… 全文を読む 長{2000} /);
  for (const path of ['/incidents', '/', `/incidents?q=${encodeURIComponent(title)}`]) {
    const page = await support.page(path);
    expect(page).not.toMatch(/<script>|<!here>/);
    expect(page).toContain('&lt;script&gt;');
  }
});

test('an unchanged list is not sent again; a new incident is', async () => {
  const etag = (await support.get('/incidents')).headers.get('etag') ?? '';
  expect((await support.get('/incidents', { 'if-none-match': etag })).status).toBe(304);
  await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
  expect((await support.get('/incidents', { 'if-none-match': etag })).status).toBe(200);
});
