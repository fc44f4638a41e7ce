import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readAudit } from '../../shared/audit/index.ts';
import { CORRECTABLE, type Field } from '../../shared/incident/index.ts';
import { type Browser, signedIn } from './browser.ts';
import { sendCorrection, worldOf } from './correction-desk.ts';
import type { Desk } from './desk.ts';
import { mainOf, sendOnPage } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let incident: RoomDesk;
let desk: Desk;
let lead: Browser;
let support: Browser;
beforeAll(async () => {
  incident = await openRoomDesk();
  desk = incident.desk;
  [lead, support] = await signedIn(desk, 'U0SRELEAD', 'U0CS');
  await incident.declareFromCall();
  await desk.advance('PT20M');
  for (const to of ['investigating', 'resolved', 'closed'])
    await sendOnPage(desk, lead, '/incidents/INC-1', 'status', { to });
});
afterAll(() => desk.close());

const correct = (browser: Browser, path: string, fields: Record<string, string>, from?: string) =>
  sendCorrection(desk, browser, path, fields, from);
const world = () => worldOf(desk);

/** What is typed on the page for each thing that can be corrected; a new one does not compile without its words here. */
const TYPED: Readonly<Record<Field, Record<string, string>>> = {
  title: { title: '返却が完了しない' },
  description: { description: '決済の不具合' },
  service: { service: 'rental' },
  started: { 'time-started': '昨日22:10' },
  detected: { 'time-detected': '昨日 22:20' },
  acknowledged: { 'time-acknowledged': 'yesterday 22:25' },
  identified: { 'time-identified': '2026/11/23 22:40' },
  mitigated: { 'time-mitigated': '11/23 23:00' },
  resolved: { 'time-resolved': '23:30' },
  inquiries: { inquiries: '９０' },
  vehicles: { vehicles: '1,200台' },
  users: { users: '5%' },
  duties: { duties: 'personal-data' },
  severities: { 'severity-new': 'SEV2', 'since-new': '昨日22:15' },
};

describe('nothing fires again, whatever is corrected', () => {
  test('on a closed one: messages are edited in place, all else stays; everything is computed anew', async () => {
    const before = world();
    for (const field of CORRECTABLE) {
      const answer = await correct(lead, '/incidents/INC-1', TYPED[field]);
      expect([field, answer.status]).toEqual([field, 303]);
    }
    await desk.advance('PT3H');
    const late = world();
    expect(late.messages.filter((one) => !before.messages.includes(one))).toEqual([]);
    expect(late).toEqual(before);
    const page = mainOf(await lead.page('/incidents/INC-1'));
    expect(page).toMatch(/^SEV1 完了/);
    for (const part of [
      '返却が完了しない',
      '発生から検知（TTD） 10分',
      '検知から対応開始（TTA） 5分',
      '対応開始から原因特定（TTI） 15分',
      '原因特定から影響解消（TTF） 20分',
      '検知から解決（TTR） 1時間10分',
      '問い合わせ 90',
      '車両 1,200',
      '発生: 記録なし → 11/23(月) 22:10',
      'タイトル: 返却できないお客様が何人もいます → 返却が完了しない',
      '理由: 監視の記録から',
      '重要度の履歴',
    ])
      expect(page).toContain(part);
    expect(incident.said('C0INCIDENTS')).toContain('返却が完了しない');
    expect(incident.said(incident.room)).toContain('検知から解決（TTR）: *1時間10分*');
    expect(mainOf(await support.page('/incidents?severity=SEV1&service=rental'))).toContain('INC-1');
  });

  test('on one under way, also where the severity rises by it; but a press that changes it now calls as ever', async () => {
    await incident.declare('U0SRELEAD', { title: '鍵が開かない' });
    const before = world();
    for (const field of CORRECTABLE) {
      const answer = await correct(
        lead,
        '/incidents/INC-2',
        field === 'resolved' ? { title: 'x' } : TYPED[field],
      );
      expect([field, answer.status]).toEqual([field, 303]);
    }
    expect(world()).toEqual(before);
    expect(incident.rooms()[1]?.topic).toContain('SEV1');
    await sendOnPage(desk, lead, '/incidents/INC-2', 'severity', { severity: 'SEV4', reason: 'r' });
    await sendOnPage(desk, lead, '/incidents/INC-2', 'severity', { severity: 'SEV1', reason: 'r' });
    expect(desk.dms('cto').at(-1)?.text).toContain('お呼びしました');
  });
});

describe('on the page', () => {
  test('what cannot be read or cannot be is said beside its field, and everything typed stays', async () => {
    const wrong = { 'time-started': 'いつか', vehicles: 'たくさん', inquiries: '-1', title: '<b>新しい</b>' };
    const answer = await correct(lead, '/incidents/INC-1', wrong);
    const page = await answer.text();
    expect(answer.status).toBe(422);
    for (const text of [
      'value="いつか"',
      'value="たくさん"',
      'value="-1"',
      'value="&lt;b&gt;新しい&lt;/b&gt;"',
    ])
      expect(page).toContain(text);
    expect(mainOf(page)).toMatch(/時刻として読めません[\s\S]*0以上の数字[\s\S]*数（120）か割合/);
    const ahead = await correct(lead, '/incidents/INC-1', { 'time-detected': '11/26 10:00' });
    expect(mainOf(await ahead.text())).toContain('検知: 未来の時刻は選べません');
    const silent = await correct(lead, '/incidents/INC-1', { title: '理由なし', reason: ' ' });
    expect(mainOf(await silent.text())).toContain('記録を直すときは、理由を入力してください');
    expect(mainOf(await (await correct(lead, '/incidents/INC-1', {})).text())).toContain(
      '直したところがありません',
    );
    expect(
      (await lead.post('/incidents/INC-1/correct', { csrf: await lead.csrf(), shown: '[1' })).status,
    ).toBe(400);
    expect(mainOf(await lead.page('/incidents/INC-1'))).not.toContain('理由なし');
  });

  test('an order that cannot be is kept, and the number says why it is none', async () => {
    await correct(lead, '/incidents/INC-1', { 'time-resolved': '昨日21:00' });
    expect(mainOf(await lead.page('/incidents/INC-1'))).toMatch(
      /検知から解決（TTR） .*「解決」が「検知」より前のため計算できません/,
    );
    await correct(lead, '/incidents/INC-1', { 'time-resolved': '昨日23:30' });
    expect(mainOf(await lead.page('/incidents/INC-1'))).toContain('検知から解決（TTR） 1時間10分');
  });

  test('two at once: the second is told what it says now, loses nothing, and may press again', async () => {
    const seen = await support.page('/incidents/INC-1/correct');
    await correct(lead, '/incidents/INC-1', { title: '一人目の題', vehicles: '7' });
    const second = { title: '二人目の題', 'time-started': '昨日21:50', reason: '記録係の控え' };
    const refused = await correct(support, '/incidents/INC-1', second, seen);
    expect(refused.status).toBe(422);
    const page = await refused.text();
    expect(mainOf(page)).toContain('いまの記録: 一人目の題');
    expect(page).toContain('value="二人目の題"');
    expect(page).toContain('value="昨日21:50"');
    expect(page).toContain('記録係の控え');
    expect(mainOf(await lead.page('/incidents/INC-1'))).toContain('一人目の題');
    await correct(support, '/incidents/INC-1', second, page);
    const now = mainOf(await lead.page('/incidents/INC-1'));
    expect(now).toContain('タイトル: 一人目の題 → 二人目の題');
    expect(now).toContain('発生から検知（TTD） 30分');
    // What the second left alone is what the first made of it.
    expect(now).toContain('車両 7 ');
  });

  test('two who correct different things are in nobody’s way', async () => {
    const seen = await support.page('/incidents/INC-1/correct');
    await correct(lead, '/incidents/INC-1', { users: '8%' });
    expect((await correct(support, '/incidents/INC-1', { vehicles: '9' }, seen)).status).toBe(303);
    expect(mainOf(await lead.page('/incidents/INC-1'))).toMatch(/車両 9 [\s\S]*ユーザー 8%/);
  });

  test('who corrected what stands in the audit, without anybody’s words', async () => {
    const { store } = desk.system;
    const record = (await store.get<{ record: string }>('incident-numbers/T0TOBAN-1'))?.data.record ?? '';
    const audit = await readAudit(store, record);
    expect(audit).toContainEqual(
      expect.objectContaining({ action: 'incident.correct', target: 'vehicles', by: 'U0CS', record }),
    );
    expect(JSON.stringify(audit)).not.toContain('監視の記録');
    expect((await support.get('/incidents/INC-99/correct')).status).toBe(404);
  });
});

describe('in Slack', () => {
  test('from any channel, of a closed one: the form shows what is recorded, and the answer is for one alone', async () => {
    await incident.command('U0CS', 'C0CSHELP', 'correct INC-1');
    const before = world().messages.length;
    await incident.send('U0CS', { title: '返却できない（渋谷）', reason: '題を短く' });
    expect(incident.answer('cs')).toContain('INC-1 の記録を直しました');
    expect(world().messages.length - before).toBe(1);
    const page = mainOf(await lead.page('/incidents/INC-1'));
    expect(page).toContain('中村 美咲さんが記録を訂正');
    expect(page).toContain('→ 返却できない（渋谷） · 理由: 題を短く');
  });

  test('somebody was faster: nothing is written over, and all that was entered is said back', async () => {
    await incident.command('U0CS', 'C0CSHELP', 'correct INC-1');
    await correct(lead, '/incidents/INC-1', { title: 'ページで直した題' });
    await incident.send('U0CS', { title: '<!here> Slackで直した題', vehicles: '3', reason: '控えから' });
    const answer = incident.answer('cs');
    expect(answer).toContain('ほかの人が タイトル を変えました');
    expect(answer).toContain('&lt;!here&gt; Slackで直した題 (いまは ページで直した題)');
    expect(answer).toMatch(/影響する車両: 3[\s\S]*直す理由: 控えから[\s\S]*\/incident correct INC-1/);
    expect(mainOf(await lead.page('/incidents/INC-1'))).toContain('ページで直した題');
  });

  test('without a reason, or half a step of the severity: the form says so and stays', async () => {
    await incident.command('U0CS', 'C0CSHELP', 'correct INC-1');
    const outcome = await incident.submit('U0CS', { 'severity-new': 'SEV3', inquiries: '多数', reason: ' ' });
    expect(JSON.stringify(outcome)).toMatch(/since-new.*入力してください/);
    expect(JSON.stringify(outcome)).toMatch(/inquiries.*0以上の数字/);
    expect(JSON.stringify(outcome)).toMatch(/reason.*入力してください/);
  });
});
