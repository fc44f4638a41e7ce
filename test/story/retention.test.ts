import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { retention } from '../../cli/retention/command.ts';
import { findDifferences } from '../../shared/insights/index.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf, saidIn, sendOnPage } from './incident-desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'toban-retention-'));
const env = readEnv({ TOBAN_DATA: folder });
/** More than a year ago; and the same store today, once there is one. */
let desk: Desk;
let later: Desk | null = null;
let admin: Browser;
let cs: Browser;
let csrf: string;
beforeAll(async () => {
  desk = await openDesk({ env, startAt: Date.parse('2025-10-01T12:00:00+09:00') });
  [admin, cs] = [new Browser(desk.system.url), new Browser(desk.system.url)];
  await Promise.all([admin.signIn('U0SRELEAD'), cs.signIn('U0CS')]);
  csrf = await admin.csrf('/');
  await desk.say('cs', '@Toban 返却できません');
});
afterAll(async () => {
  await (later ?? desk).close();
  rmSync(folder, { recursive: true, force: true });
});

const PAGE = '/settings/retention';
const seen = async (path: string, who = admin) => mainOf(await (await who.get(path)).text());
const source = async (path: string, who = admin) => (await who.get(path)).text();
const aCall = async () => /\/calls\/(esc_[0-9a-f]{32})/.exec(await source('/calls'))?.[1] ?? '';
const holds = (fields: Record<string, string>) =>
  admin.post(`${PAGE}/holds`, { csrf, reason: '', ...fields });
/** The command as somebody types it beside the store. */
async function typed(...args: string[]) {
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const code = await retention.run(args, { out: say, err: say, env: { TOBAN_DATA: folder, USER: 'legal' } });
  return { code, said: said.join('\n') };
}

describe('a legal hold', () => {
  test('on a call and on an incident: set and lifted by admins, seen by whoever sees them, audited', async () => {
    const call = await aCall();
    expect(await seen(`/calls/${call}`)).toContain('保全する');
    expect(await seen(`/calls/${call}`, cs)).not.toContain('保全');
    const answer = await holds({ do: 'set', record: call, reason: '訴訟 <12>', back: `/calls/${call}` });
    expect([answer.status, answer.headers.get('location')]).toEqual([303, `/calls/${call}#legal-hold`]);
    for (const who of [admin, cs]) {
      const page = await source(`/calls/${call}`, who);
      expect(page).toContain('訴訟 &lt;12&gt;');
      expect(page.includes('保全を解除する')).toBe(who === admin);
    }
    expect(await source(PAGE)).toContain('訴訟 &lt;12&gt;');
    expect(await seen('/settings/audit?what=legal-hold')).toContain('法的保全にした');
    const lifted = await holds({ do: 'lift', record: `${desk.system.url}/calls/${call}` });
    expect(lifted.headers.get('location')).toBe(`${PAGE}?done=lifted#holds`);
    expect(await seen(PAGE)).toContain('保全中のものはありません');
    expect(await seen('/settings/audit?what=legal-hold')).toContain('法的保全を解除した');
    expect(await seen(`/calls/${call}`)).toMatch(/法的保全にした .*法的保全を解除した/);
  });

  test('is refused with a sentence, and what was typed is kept', async () => {
    const nothing = await holds({ do: 'set', record: 'INC-99', reason: '調査' });
    const page = await nothing.text();
    expect(nothing.status).toBe(422);
    expect(page).toContain('対象が見つかりません');
    expect(page).toContain('value="INC-99"');
    expect(page).toContain('調査</textarea>');
    expect((await cs.get(PAGE)).status).toBe(403);
    const theirs = await cs.post(`${PAGE}/holds`, {
      csrf: await cs.csrf('/'),
      do: 'set',
      record: 'INC-1',
      reason: 'x',
    });
    expect(theirs.status).toBe(403);
  });

  test('by the command', async () => {
    const id = await aCall();
    expect(await typed('hold', id)).toEqual({ code: 1, said: expect.stringContaining('Give a reason') });
    expect(await typed('hold', id, '--reason', 'inquiry')).toMatchObject({ code: 0 });
    expect((await typed('holds')).said).toContain('legal: inquiry');
    expect(JSON.parse((await typed('holds', '--json')).said)).toMatchObject([
      { reason: 'inquiry', by: 'legal' },
    ]);
    expect(await typed('release', id)).toMatchObject({ code: 0 });
    expect(await typed('release', id)).toMatchObject({ code: 1 });
    expect((await typed('hold', 'INC-9', '--reason', 'x')).said).toContain('nothing of that name');
  });
});

describe('a rule of a year', () => {
  const CALL = 'ずっと昔の呼び出し';
  let now: Desk;
  let lead: Browser;
  let call = '';
  const page = async (path: string) => mainOf(await lead.page(path));
  const going = async (query = '') => {
    const html = await lead.page(`${PAGE}${query}`);
    return [...html.matchAll(/INC-\d+ [^<]+/g)].map(([one]) => one);
  };

  beforeAll(async () => {
    await desk.say('cs', `@Toban ${CALL}`);
    const asked = (who: string) => desk.dms(who).findLast(({ buttons }) => buttons.length > 0);
    const called = ['arai', 'ono', 'kato', 'mori', 'sato', 'cto'].find((who) => asked(who)) ?? '';
    await desk.press(called, asked(called), '受領する');
    await desk.press(called, asked(called), '完了にする');
    call = await aCall();
    for (const title of ['消える件', '残件のある件', '保全する件'])
      await declareInSlack(desk, 'U0SRELEAD', { title, service: 'rental' });
    await declareInSlack(desk, 'U0CS', { title: '秘密の件', kind: ['private'] });
    for (const n of [1, 2, 3])
      await sendOnPage(desk, admin, `/incidents/INC-${n}`, 'status', { to: 'resolved' });
    await sendOnPage(desk, cs, '/incidents/INC-4', 'status', { to: 'resolved' });
    const fields = { title: '証明書を自動で更新する', incident: 'INC-2', priority: 'low', kind: 'process' };
    const item = { do: 'add', back: '/actions', owner: 'U0ONO', due: '', link: '', note: '', ...fields };
    expect((await admin.post('/actions', { csrf, ...item })).status).toBe(303);
    await desk.close();
    const rules = '\nretention: { calls: 365d, incidents: 365d }\n';
    const config = parseConfig(`${readFileSync('toban.yaml', 'utf8')}${rules}`);
    now = await openDesk({ env, config: { ...config, web: { ...config.web, admins: ['U0SATO'] } } });
    later = now;
    lead = new Browser(now.system.url);
    await lead.signIn('U0SRELEAD');
    const held = { csrf: await lead.csrf('/'), do: 'set', record: 'INC-3', reason: '訴訟' };
    expect((await lead.post(`${PAGE}/holds`, held)).status).toBe(303);
  }, 60_000);
  test('says before anything goes what would go, and why the rest stays', async () => {
    expect(await going()).toEqual(expect.arrayContaining(['INC-1 消える件', 'INC-2 残件のある件']));
    const text = await page(PAGE);
    expect(text).toContain('次に消えるもの: 2件 2025-10-01 から 2025-10-01 までに終わったもの');
    expect(text).toContain('終わっていないアクションアイテムがある 1 · 法的保全中 1');
    expect(text).toContain('秘密の件');
    const outsider = new Browser(now.system.url);
    await outsider.signIn('U0SATO');
    const theirs = mainOf(await outsider.page(PAGE));
    expect(theirs).toContain('次に消えるもの: 2件');
    expect(theirs).toContain('非公開のインシデント');
    expect(theirs).not.toMatch(/秘密の件|INC-4/);
    expect(text).toContain('これから知らせます');
    expect(await page(`${PAGE}?kind=incidents&days=1000`)).toContain(
      'インシデントを1000日残すとき 次に消えるもの: ありません',
    );
    expect(await page(`${PAGE}?kind=incidents&days=3`)).toContain('日数を 30 以上の数字で入れてください');
  });

  test('is told first, followed a night later, and takes everything with it', async () => {
    await now.advance('PT24H');
    const owners = saidIn(now, 'C0OWNERS');
    expect(owners).toContain('保存期間の設定が変わりました');
    expect(owners).toContain('インシデント: 終わってから 365日');
    expect(await page('/incidents/INC-1')).toContain('消える件');
    expect(await page(PAGE)).not.toContain('これから知らせます');
    await now.advance('PT48H');
    const gone = await lead.get('/incidents/INC-1');
    expect(gone.status).toBe(404);
    expect(mainOf(await gone.text())).toContain('終わってから 365日だけ残します');
    expect(mainOf(await (await lead.get(`/calls/${call}`)).text())).toContain(
      '呼び出しは、終わってから 365日',
    );
    for (const [n, title] of [
      [2, '残件のある件'],
      [3, '保全する件'],
    ] as const)
      expect(await page(`/incidents/INC-${n}`)).toContain(title);
    expect(await page('/incidents')).not.toContain('消える件');
    for (const words of ['消える件', CALL])
      expect(await page(`/search?q=${encodeURIComponent(words)}`)).not.toMatch(
        /INC-1 消える件|昔の呼び出し [^」]*呼び出し/,
      );
    expect(await page('/postmortems')).not.toContain('消える件');
    expect(await page('/actions')).toContain('証明書を自動で更新する');
    expect(saidIn(now, 'C0OWNERS').match(/保存期間の設定が変わりました/g)).toHaveLength(
      owners.match(/保存期間の設定が変わりました/g)?.length ?? 0,
    );
  });

  test('is seen afterwards: in the audit, by number in the log, and the figures stay', async () => {
    expect(await page('/settings/audit?what=retention')).toContain('保存期間を過ぎたものを消した');
    expect(await page(PAGE)).toContain('2026-11-27 インシデント 2 · 呼び出し 1');
    const figures = await page('/insights?span=13w&until=2025-W45');
    expect(figures).toContain('インシデント 3件');
    expect((await findDifferences(now.system.store)).differences).toEqual([]);
  });

  test('and the command says the same', async () => {
    const said: string[] = [];
    const say = (line: string) => void said.push(line);
    const rule = ['--kind', 'incidents', '--older-than', '30d'];
    const ask = (...args: string[]) =>
      retention.run(['preview', ...args], { out: say, err: say, env: { TOBAN_DATA: folder } });
    expect(await ask(...rule, '--json')).toBe(0);
    expect(JSON.parse(said.join('\n'))).toMatchObject([
      { kind: 'incidents', days: 30, count: 0, stay: { 'open-item': 1, held: 1 } },
    ]);
    await expect(ask('--kind', 'incidents', '--older-than', '3d')).rejects.toThrow('30d or more');
    await expect(ask('--kind', 'incident')).rejects.toThrow('--kind is one of');
  });
});
