import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { declareInSlack, mainOf, roomOf, rowsOf, saidIn, sendForm, sendOnPage } from './incident-desk.ts';

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

const send = (browser: Browser, path: string, verb: string, fields: Record<string, string>, page?: string) =>
  sendOnPage(desk, browser, path, verb, fields, page);
const room = () => roomOf(desk);
const said = (channel = '') => saidIn(desk, channel);

describe('one incident, read from top to bottom', () => {
  test('state, why, who, impact, checklist, times and timeline, without Slack', async () => {
    const call = await desk.say('cs', '@Toban 返却できないお客様が何人もいます');
    await desk.press('arai', desk.dms('arai')[0], '受領する');
    await desk.press('arai', desk.dms('arai')[0], 'インシデントにする');
    await sendForm(desk, 'U0ARAI', { vehicles: '120' });
    const page = mainOf(await support.page('/incidents/INC-1'));
    const inOrder = [
      'SEV4 検知',
      'INC-1 返却できないお客様が何人もいます',
      '重要度の理由',
      '指揮 未定',
      '対応チャンネル #inc-1-',
      '新井 さくらさんが宣言',
      '問い合わせ 1',
      '車両 120',
      'ユーザー まだわかりません',
      '準備の状況',
      '済み',
      '中村 美咲さんからの呼び出し',
      '発生 まだ',
      '検知 12:00',
      '検知から解決（TTR） 「解決」の記録待ち',
      'まだ連絡していません',
      'タイムライン',
      '新井 さくらさんがインシデントを宣言',
    ];
    let from = -1;
    for (const part of inOrder) {
      const at = page.indexOf(part, from + 1);
      expect(at, part).toBeGreaterThan(from);
      from = at;
    }
    expect(call.ts).toBeTruthy();
  });

  test('the card and the announcement lead to it, by number', async () => {
    await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
    for (const channel of [room()?.id, 'C0INCIDENTS']) {
      const url = /<(http[^|>]+\/incidents\/INC-1)\|/.exec(said(channel))?.[1] ?? '';
      expect(mainOf(await support.page(url))).toContain('返却できない');
    }
    expect(room()?.bookmarks).toContainEqual(
      expect.objectContaining({ link: `${desk.system.url}/incidents/INC-1` }),
    );
    expect((await support.get('/incidents/INC-2')).status).toBe(404);
    expect((await support.get('/incidents/nonsense')).status).toBe(404);
  });

  test('a private one is a page that is not there for others, to read and to change', async () => {
    await declareInSlack(desk, 'U0SRELEAD', { title: '個人情報の疑い', kind: ['private'] });
    const own = await lead.page('/incidents/INC-1');
    expect(mainOf(own)).toContain('非公開');
    const id = (await desk.system.store.get<{ record: string }>('incident-numbers/T0TOBAN-1'))?.data.record;
    for (const path of ['/incidents/INC-1', `/incidents/${id?.split('/')[1]}`]) {
      const refused = await support.get(path);
      expect(refused.status, path).toBe(404);
      expect(await refused.text()).not.toContain('個人情報');
      expect((await send(support, path, 'status', { to: 'closed' }, await support.page('/'))).status).toBe(
        404,
      );
    }
    expect(mainOf(await lead.page('/incidents/INC-1'))).toContain('検知');
  });

  test('an unchanged page is not sent again; a change in Slack is', async () => {
    await declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' });
    const etag = (await support.get('/incidents/INC-1')).headers.get('etag') ?? '';
    expect((await support.get('/incidents/INC-1', { 'if-none-match': etag })).status).toBe(304);
    await desk.slack.people.command('U0CS', 'C0CSHELP', '/incident', 'cs INC-1 +1');
    await desk.system.settle();
    expect((await support.get('/incidents/INC-1', { 'if-none-match': etag })).status).toBe(200);
  });
});

describe('what can be done on it', () => {
  const PATH = '/incidents/INC-1';
  beforeEach(() => declareInSlack(desk, 'U0SRELEAD', { title: '返却できない' }));

  test('a change on the page is a change in Slack: status, role, inquiries', async () => {
    expect((await send(lead, PATH, 'status', { to: 'investigating' })).headers.get('location')).toBe(PATH);
    await send(lead, PATH, 'take', { role: 'commander' });
    await send(support, PATH, 'inquiries', { count: '12', ticket: 'https://tickets.example/7' });
    const page = mainOf(await lead.page(PATH));
    expect(page).toMatch(/^SEV2 調査中/);
    expect(page).toContain('CS問い合わせ 12件');
    expect(page).toMatch(/指揮 [^ ]+ [^ ]+さん/);
    expect(page).toContain('https://tickets.example/7');
    expect(said(room()?.id)).toContain('SEV2 調査中');
    expect(room()?.topic).toContain('調査中');
    expect(rowsOf(await support.page('/incidents?severity=SEV2&status=investigating'))).toHaveLength(1);
    await send(lead, PATH, 'leave', { role: 'commander' });
    expect(mainOf(await lead.page(PATH))).toContain('指揮 未定');
  });

  test('pressed twice from one page, it is done once', async () => {
    const shown = await support.page(PATH);
    await send(support, PATH, 'inquiries', { count: '1' }, shown);
    await send(support, PATH, 'inquiries', { count: '1' }, shown);
    expect(mainOf(await support.page(PATH))).toContain('問い合わせ 1 ');
    await send(support, PATH, 'inquiries', { count: '1' });
    expect(mainOf(await support.page(PATH))).toContain('問い合わせ 2 ');
  });

  test('a refusal says why beside the field, and keeps what was typed', async () => {
    await send(lead, PATH, 'status', { to: 'resolved' });
    const back = await send(lead, PATH, 'status', { to: 'fixing', reason: '' });
    expect(back.status).toBe(422);
    expect(mainOf(await back.text())).toContain('再開するときは、理由を入力してください');
    const severity = await send(lead, PATH, 'severity', { severity: 'SEV1', reason: '' });
    const page = await severity.text();
    expect(page).toMatch(/<option value="SEV1" selected>/);
    expect(page).toMatch(/aria-invalid="true"/);
    const count = await send(lead, PATH, 'inquiries', { count: '0', ticket: 'javascript:alert(1)' });
    expect(await count.text()).toMatch(/value="javascript:alert\(1\)"[\s\S]*https:\/\/ で始まる/);
    const impact = await send(lead, PATH, 'impact', { vehicles: 'たくさん', users: '5%' });
    const shown = await impact.text();
    expect(impact.status).toBe(422);
    expect(shown).toContain('value="たくさん"');
    expect(shown).toContain('value="5%"');
    expect(mainOf(await lead.page(PATH))).toContain('車両 まだわかりません');
  });

  test('severity by a person with a reason, until it is left to the rules again', async () => {
    await send(lead, PATH, 'severity', { severity: 'SEV1', reason: '<b>報道あり</b>' });
    const page = await lead.page(PATH);
    expect(mainOf(page)).toMatch(/^SEV1/);
    expect(page).toContain('&lt;b&gt;報道あり&lt;/b&gt;');
    await send(lead, PATH, 'severity', { severity: 'rules' });
    expect(mainOf(await lead.page(PATH))).toMatch(/^SEV4/);
  });

  test('impact and legal duties: whom to tell and by when', async () => {
    await send(lead, PATH, 'impact', { vehicles: '120', users: '', duties: 'product-safety' });
    const page = mainOf(await support.page(PATH));
    expect(page).toContain('法令上の対応');
    expect(page).toMatch(/消費者庁へ報告 · 12\/4\(金\)/);
    expect(page).toContain('消費生活用製品安全法');
    const shown = await support.page(PATH);
    const keys = [...shown.matchAll(/name="key" value="([^"]+)"/g)].map(([, key = '']) => key);
    expect(keys.length).toBeGreaterThan(1);
    // Two people, each from the same page: neither takes back what the other has done.
    await send(support, PATH, 'duty', { key: keys[0] ?? '', done: 'yes' }, shown);
    await send(lead, PATH, 'duty', { key: keys[1] ?? '', done: 'yes' });
    const done = mainOf(await lead.page(PATH));
    expect(done.match(/✓ 済/g)).toHaveLength(2);
    expect(done).toContain('中村 美咲さんが法令上の対応の済みを記録');
    await send(support, PATH, 'duty', { key: keys[1] ?? '', done: 'no' });
    expect(mainOf(await lead.page(PATH)).match(/✓ 済/g)).toHaveLength(1);
  });

  test('a form of another site, of another page, or that says nothing changes nothing', async () => {
    const csrf = await lead.csrf();
    const foreign = await lead.post(PATH, { csrf: 'x', do: 'status', to: 'closed' });
    expect(foreign.status).toBe(403);
    expect((await lead.post(PATH, { csrf, do: 'nothing' })).status).toBe(400);
    expect((await lead.post(PATH, { csrf, do: 'status', to: 'gone' })).status).toBe(400);
    expect(mainOf(await lead.page(PATH))).toContain('検知');
  });

  test('what Slack refused is said with its reason, and a press tries it again', async () => {
    desk.slack.faults.plan('conversations.invite', 'not_in_channel', 1);
    await send(support, PATH, 'take', { role: 'scribe' });
    const page = mainOf(await support.page(PATH));
    expect(page).toMatch(/できません 中村 美咲さんの招待 Toban がチャンネルから外されています → /);
    expect(room()?.members).not.toContain('U0CS');
    await send(support, PATH, 'retry', {});
    expect(room()?.members).toContain('U0CS');
    expect(mainOf(await support.page(PATH))).not.toContain('できません');
  });
});

test('a viewer reads everything and can press nothing', async () => {
  const config = parseConfig(`${readFileSync('toban.yaml', 'utf8')}\nweb: { viewers: [U0CS] }\n`);
  const strict = await openDesk({ config });
  await declareInSlack(strict, 'U0SRELEAD', { title: '返却できない' });
  const viewer = new Browser(strict.system.url);
  await viewer.signIn('U0CS');
  const page = await viewer.page('/incidents/INC-1');
  expect(page).toContain('返却できない');
  expect(/<main[\s\S]*<\/main>/.exec(page)?.[0]).not.toMatch(/<button|<form/);
  const csrf = await viewer.csrf();
  expect((await viewer.post('/incidents/INC-1', { csrf, do: 'status', to: 'closed' })).status).toBe(403);
  expect((await viewer.get('/incidents/new')).status).toBe(403);
  await strict.close();
});
