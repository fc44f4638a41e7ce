import { parse } from 'csv-parse/sync';
import { strToU8, zipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { notionExport, notionIncident } from '../notion-export.ts';
import { waroomExport } from '../waroom-export.ts';
import { Browser, hiddenIn } from './browser.ts';
import { worldOf } from './correction-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';

const PAGE = '/settings/import';
let desk: Desk;
let admin: Browser;
beforeAll(async () => {
  desk = await openDesk();
  admin = new Browser(desk.system.url);
  await admin.signIn('U0SRELEAD');
});
afterAll(() => desk.close());

async function upload(bytes: Uint8Array | string, name: string, more: Record<string, string> = {}) {
  const page = await admin.page(PAGE);
  const fields = { csrf: hiddenIn(page, 'csrf'), nonce: hiddenIn(page, 'nonce'), source: '', ...more };
  const content = typeof bytes === 'string' ? bytes : new Uint8Array(bytes);
  return admin.upload(PAGE, fields, new File([content], name));
}
const placeOf = (answer: Response) => answer.headers.get('location') ?? '';

/** The form of columns as the page holds it, with some of them changed. */
async function send(path: string, change: Record<string, string> = {}) {
  const html = await admin.page(path);
  const form = /<form[^>]*class="stack mapping"[\s\S]*?<\/form>/.exec(html)?.[0] ?? '';
  const fields: Record<string, string> = {};
  for (const [, name = '', value = ''] of form.matchAll(
    /<input type="hidden" name="([^"]+)" value="([^"]*)"/g,
  ))
    fields[name] = value.replaceAll('&#34;', '"').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
  for (const [, name = '', options = ''] of form.matchAll(
    /<select[^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/select>/g,
  ))
    fields[name] = /<option value="([^"]*)" selected/.exec(options)?.[1] ?? '';
  const answer = await admin.post(path, {
    ...fields,
    zone: 'Asia/Tokyo',
    pages: 'yes',
    saveAs: '',
    ...change,
  });
  await desk.system.settle();
  return answer;
}
async function act(path: string, what: string) {
  const csrf = hiddenIn(await admin.page(path), 'csrf');
  await admin.post(path, { csrf, act: what });
  await desk.system.settle();
  return mainOf(await admin.page(path));
}

test('a Notion export goes from the upload to the incidents, tried first, and nobody hears of it', async () => {
  const before = worldOf(desk);
  const many = Array.from({ length: 70 }, (_, n) => notionIncident(n));
  const broken = { ...notionIncident(70), row: { ...notionIncident(70).row, 発生日時: '先週' } };
  const answer = await upload(notionExport([...many, broken]), 'Export.zip');
  expect(answer.status).toBe(303);
  const path = placeOf(answer);
  expect(mainOf(await admin.page(path))).toMatch(/発生日時[\s\S]*試行する/);

  expect((await send(path, { zone: 'Asia/Tokio' })).status).toBe(422);
  expect(await act(path, 'run')).not.toContain('取り込み中');
  expect((await send(path, { saveAs: 'うちの Notion' })).status).toBe(303);
  const tried = mainOf(await admin.page(path));
  expect(tried).toMatch(/試行済み[\s\S]*新規 70 変更 0 変更なし 0 取込不可 1/);
  expect(tried).toContain('「発生日時」の「先週」は日時として読めません。');
  expect(tried).toContain('70件を取り込む');
  expect(mainOf(await admin.page('/incidents'))).not.toContain('返却できない');

  const done = await act(path, 'run');
  expect(done).toMatch(/取り込み済み[\s\S]*新規 70/);
  // A page asks again while something is under way, and no longer.
  expect(await admin.page(path)).not.toContain('data-live');
  const record = path.replace('/settings/import', 'imports');
  const state = (await desk.system.store.get<object>(record))?.data ?? {};
  await desk.system.store.put(record, { ...state, phase: 'running' });
  expect(await admin.page(path)).toContain('<div id="progress" data-live');
  await desk.system.store.put(record, state);
  const rows: string[][] = parse(await (await admin.get(`${path}/report.csv`)).text(), { bom: true });
  expect(rows.map(([result]) => result).slice(1)).toEqual([...many.map(() => '新規'), '取込不可']);
  expect(mainOf(await admin.page('/incidents'))).toContain('返却できない（69件目）');
  expect(worldOf(desk)).toEqual(before);

  // What was refused comes back mended, with its page and under its own id.
  const file = await admin.get(`${path}/refused`);
  const [, name = ''] = /filename="([^"]+)"/.exec(file.headers.get('content-disposition') ?? '') ?? [];
  const mended = (await file.text()).replace('先週', '2024年3月5日 10:00');
  expect(mended).toMatch(/インシデント管理_all.csv 142行目: 「発生日時」の「先週」/);
  const back = placeOf(await upload(mended, name));
  expect(mainOf(await admin.page(back))).toContain('Notion の書き出し');
  await send(back);
  expect(await act(back, 'run')).toMatch(/取り込み済み[\s\S]*新規 1 /);
  const whole = placeOf(await upload(notionExport([...many, notionIncident(70)]), 'Export.zip'));
  await send(whole);
  // The same incident, told otherwise by its source: changed, and not a second one.
  expect(mainOf(await admin.page(whole))).toMatch(/新規 0 変更 1 変更なし 70/);

  const again = placeOf(await upload(notionExport(many), 'Export.zip', { mapping: 'うちの Notion' }));
  await send(again);
  const second = mainOf(await admin.page(again));
  expect(second).toMatch(/変更なし 70/);
  expect(second).toContain('取り込むものはありません。');
  expect(await act(path, 'discard')).toContain('取り込んだインシデントは残っています');
  expect(mainOf(await admin.page(PAGE))).toContain('削除済み');
});

test('what cannot be read is said at once, with what to do', async () => {
  const said = async (bytes: Uint8Array | string, name: string, more = {}) => {
    const answer = await upload(bytes, name, more);
    expect(answer.status).toBe(422);
    return mainOf(await answer.text());
  };
  expect(await said('', 'a.csv')).toContain('ファイルを選んでください');
  expect(await said('a,b\n', 'a.csv')).toContain('一件もありません');
  expect(await said('a', 'a.pdf')).toContain('「種類」を選んでください');
  expect(await said(zipSync({ '../../a.csv': strToU8('a') }), 'a.zip')).toContain('外を指す名前');
  expect(await said(zipSync({ 'a.csv': new Uint8Array(25_000_000) }), 'a.zip')).toContain('大きくなりすぎる');
  expect(await said(Uint8Array.from([0x50, 0x4b, 3, 4, 1]), 'a.zip')).toContain('zip が壊れています');
  expect(await said(Uint8Array.from([0x61, 0x0a, 0xff, 0xfd, 0x81]), 'a.csv')).toContain(
    'UTF-8 でも Shift_JIS でもない',
  );
  const viewer = new Browser(desk.system.url);
  await viewer.signIn('U0CS');
  expect((await viewer.get(PAGE)).status).toBe(403);
});

test('hostile words and formulas arrive as words', async () => {
  const rows =
    'title,started,resolved,note\n"<script>alert(1)</script>",2024-03-05 10:00,2024-03-05 11:00,"=1+1"\n';
  const path = placeOf(await upload(rows, '<b>.csv'));
  await send(path);
  const html = await admin.page(path);
  expect(html).not.toMatch(/<script>alert|<b>\.csv/);
  await act(path, 'run');
  const csv = await (await admin.get(`${path}/report.csv`)).text();
  expect(csv).toContain('<script>alert(1)</script>');
  expect(await admin.page('/incidents')).not.toContain('<script>alert');
});

test('the JSON of Waroom is recognised, comes with timeline and action items, and nobody hears of it', async () => {
  const before = worldOf(desk);
  const path = placeOf(await upload(JSON.stringify(waroomExport(4, 'ja')), 'incidents.json'));
  expect(mainOf(await admin.page(path))).toContain('Waroom の JSON');
  await send(path);
  expect(mainOf(await admin.page(path))).toMatch(/新規 4 変更 0 変更なし 0 取込不可 0/);
  await act(path, 'run');
  const list = mainOf(await admin.page(`/incidents?q=${encodeURIComponent('決済の遅延')}`));
  const label = /(INC-\d+) 決済の遅延（3件目）/.exec(list)?.[1] ?? '';
  const page = mainOf(await admin.page(`/incidents/${label}`));
  for (const part of [
    '小野 健さん: ログを確認しました &lt;!channel&gt;',
    '検知から解決（TTR） 1時間',
    '見張りを置く 3',
  ])
    expect(page).toContain(part);
  expect(mainOf(await admin.page('/actions'))).toContain('見張りを置く 3');
  expect(worldOf(desk)).toEqual(before);
});
