import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buttonsOf, type SimMessage } from '../../local/slack/index.ts';
import type { Desk } from './desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let incident: RoomDesk;
let desk: Desk;
beforeEach(async () => {
  incident = await openRoomDesk();
  desk = incident.desk;
  await incident.declareFromCall();
});
afterEach(() => desk.close());

const inRoom = (part: string): SimMessage[] =>
  incident.messages(incident.room).filter(({ text, onlyFor }) => onlyFor === null && text.includes(part));
const shown = (message: SimMessage | undefined) => JSON.stringify(message?.blocks ?? []);
async function press(user: string, message: SimMessage | undefined, label: string): Promise<void> {
  const button = message && buttonsOf(message).find((one) => one.label === label);
  if (!button) throw new Error(`no button ${label}`);
  await desk.slack.people.press(user, message, button.actionId, button.value);
  await desk.system.settle();
}
async function status(to: string, reason?: string): Promise<void> {
  await incident.command('U0ARAI', incident.room, 'status');
  await incident.send('U0ARAI', { to, ...(reason && { reason }) });
}

describe('roles', () => {
  test('are asked for in the room; the commander again and again until somebody takes it by a press', async () => {
    await desk.advance('PT6M');
    const [first] = inRoom('まだ決まっていない役割');
    expect(first?.text).toContain('指揮、広報・連絡、記録、CS連携');
    expect(first?.text).not.toContain('<@');
    await press('U0ARAI', first, '記録: 引き受ける');
    await desk.advance('PT30M');
    const asked = inRoom('まだ決まっていない役割');
    expect(asked.length).toBeGreaterThanOrEqual(3);
    expect(asked.at(-1)?.text).toContain('（指揮）');
    await press('U0CS', asked.at(-1), '指揮: 引き受ける');
    await desk.advance('PT3H');
    expect(inRoom('まだ決まっていない役割')).toHaveLength(asked.length);
    expect(incident.rooms()[0]?.topic).toContain('指揮: ');
  });

  test('a needed one that becomes free again is asked for again', async () => {
    await press('U0CS', inRoom('INC-1 SEV4')[0], '指揮: 引き受ける');
    await desk.advance('PT10M');
    const before = inRoom('まだ決まっていない役割').length;
    await incident.command('U0ARAI', incident.room, 'roles');
    await incident.send('U0ARAI', { 'role-commander': null });
    await desk.advance('PT6M');
    expect(inRoom('まだ決まっていない役割')).toHaveLength(before + 1);
  });
});

describe('the times', () => {
  test('stand in the room at resolve: recorded, or why there is no number', async () => {
    await desk.advance('PT12M');
    await status('resolved');
    const [numbers] = inRoom('にかかった時間');
    expect(shown(numbers)).toMatch(/検知から解決（TTR）: \*1\d分\*/);
    expect(shown(numbers)).toContain('⏳ 発生から検知（TTD）: 「発生」の記録待ち');
    expect(shown(numbers)).toContain('－ 対応開始から原因特定（TTI）: 「原因特定」を経ずに解決');
  });

  test('put right, they are edited in place; times that contradict each other give no number but the reason', async () => {
    await desk.advance('PT12M');
    await status('resolved');
    await press('U0ARAI', inRoom('にかかった時間')[0], '記録を直す');
    const detected = Date.parse('2026-11-24T11:40:00+09:00') / 1_000;
    await incident.send('U0ARAI', {
      'time-started': detected - 600,
      'time-detected': detected,
      reason: '監視の記録から',
    });
    expect(inRoom('にかかった時間')).toHaveLength(1);
    expect(shown(inRoom('にかかった時間')[0])).toContain('発生から検知（TTD）: *10分*');
    await press('U0ARAI', inRoom('にかかった時間')[0], '記録を直す');
    await incident.send('U0ARAI', { 'time-resolved': detected - 60, reason: '時計のずれ' });
    expect(shown(inRoom('にかかった時間')[0])).toContain(
      '⚠️ 検知から解決（TTR）: 「解決」が「検知」より前のため計算できません',
    );
    await incident.command('U0ARAI', incident.room, 'timeline');
    expect(incident.answer('arai')).toMatch(/記録を訂正 · 解決: 12:1\d → 11:39 · 理由: 時計のずれ/);
  });

  test('a time to come is refused in the form, which stays', async () => {
    await incident.command('U0ARAI', incident.room, 'correct');
    const tomorrow = Date.parse('2026-11-25T12:00:00+09:00') / 1_000;
    const outcome = await incident.submit('U0ARAI', { 'time-detected': tomorrow, reason: '記録から' });
    expect(JSON.stringify(outcome)).toMatch(/time-detected.*未来の時刻は選べません/);
  });
});

test('opened again: not without a reason, which the form itself asks for; then the times are waited for again', async () => {
  await status('resolved');
  await incident.command('U0ARAI', incident.room, 'status');
  const refused = await incident.submit('U0ARAI', { to: 'fixing' });
  expect(JSON.stringify(refused)).toContain('理由を入力してください');
  await incident.send('U0ARAI', { to: 'fixing', reason: 'また返却できない' });
  expect(incident.said('C0INCIDENTS')).toContain('復旧作業中');
  expect(shown(inRoom('にかかった時間')[0])).toContain('⏳ 検知から解決（TTR）: 「解決」の記録待ち');
});

describe('severity', () => {
  test('rising, it calls whom the rules name, in the room or not, exactly once; falling and rising again calls nobody', async () => {
    const calledIn = () => desk.dms('cto').filter(({ text }) => text.includes('お呼びしました'));
    await incident.command('U0CS', incident.room, 'cs +49');
    await desk.advance('PT10S');
    expect(calledIn()).toHaveLength(1);
    await incident.command('U0CS', incident.room, 'cs -40');
    await incident.command('U0CS', incident.room, 'cs +45');
    await desk.advance('PT10M');
    expect(incident.said('C0INCIDENTS')).toContain('SEV1');
    expect(calledIn()).toHaveLength(1);
    await incident.command('U0ARAI', incident.room, 'timeline');
    expect(incident.answer('arai')).toMatch(/重要度に応じて呼び出し: (?!U0CTO)/);
  });

  test('another call joins what is under way: one incident, one inquiry more, and its asker in the room', async () => {
    const second = await desk.say('sato', '@Toban こちらでも返却できません');
    await desk.press('sato', desk.thread(second)[0], 'インシデントにする');
    const options = JSON.stringify(incident.state.views.at(-1)?.blocks);
    expect(options).toContain('INC-1 返却できないお客様');
    const id = /inc_[0-9a-f]{32}/.exec(options)?.[0];
    await incident.send('U0SATO', { attach: id });
    expect(incident.rooms()).toHaveLength(1);
    expect(incident.rooms()[0]?.members).toContain('U0SATO');
    expect(incident.said(incident.room)).toContain('問い合わせ 2件');
    expect(desk.thread(second)[0]?.text).toContain('INC-1');
    expect(desk.dms('sato').at(-1)?.text).toContain('INC-1 に加えました。問い合わせは 2件');
  });
});

describe('legal duties', () => {
  const list = () => incident.messages(incident.room).find(({ text }) => text.includes('の法令上の対応'));

  test('ticked, they stand in the room: whom to tell, by which clock time, and who has done it', async () => {
    await incident.command('U0ARAI', incident.room, 'impact');
    await incident.send('U0ARAI', { duties: ['road-transport'] });
    expect(shown(list())).toMatch(/☐ 運輸支局へ速報 — \*11\/25\(水\) 12:00 JST まで\*/);
    expect(shown(list())).toContain('道路運送法 29条');
    expect(incident.rooms()[0]?.topic).toContain('SEV2');
    await press('U0ARAI', list(), '済みを記録');
    await incident.send('U0ARAI', { 'duty-road-transport': ['road-transport:0'] });
    expect(shown(list())).toMatch(/✅ ~運輸支局へ速報~ 済（12:0\d 新井 さくらさん）/);
    expect(shown(list())).toMatch(/☐ 運輸支局へ事故報告書 — \*12\/24/);
    await incident.command('U0ARAI', incident.room, 'timeline');
    expect(incident.answer('arai')).toContain('法令上の対応の済みを記録 · 運輸支局へ速報');
  });

  test('before a term ends whoever leads is reminded, even when the incident is over; not of what is done', async () => {
    await incident.command('U0ARAI', incident.room, 'impact');
    await incident.send('U0ARAI', { duties: ['road-transport', 'road-traffic'] });
    await press('U0ARAI', list(), '済みを記録');
    await incident.send('U0ARAI', { 'duty-road-traffic': ['road-traffic:1'], 'duty-road-transport': null });
    await status('resolved');
    await desk.advance('PT21H');
    expect(inRoom('の期限は')).toEqual([]);
    await desk.advance('PT1H30M');
    expect(inRoom('の期限は').map(({ text }) => text)).toEqual([
      '<@U0ARAI> INC-1: 「運輸支局へ速報」の期限は 12:00 JST です。済んだら記録してください。',
    ]);
  });
});

describe('words to others', () => {
  const words = (channel: string) =>
    incident.messages(channel).filter((one) => shown(one).includes('わかっていること'));

  test('stand in the room as well, and put right there they change wherever they stand', async () => {
    await incident.command('U0ARAI', incident.room, 'update');
    await incident.send('U0ARAI', { known: '原因は証明書', doing: '入れ替えています' });
    await press('U0ARAI', words(incident.room)[0], '内容を直す');
    await incident.send('U0ARAI', { known: '原因はDNS' });
    for (const channel of [incident.room, 'C0CSHELP', 'C0SERVICEOPS']) {
      expect(words(channel)).toHaveLength(1);
      expect(shown(words(channel)[0])).toContain('原因はDNS');
      expect(shown(words(channel)[0])).toContain('入れ替えています');
    }
  });

  test('late, they are asked of whoever communicates, directly, and of nobody else', async () => {
    await incident.command('U0ARAI', incident.room, 'roles');
    await incident.send('U0ARAI', { 'role-communications': 'U0CS', 'role-commander': 'U0ARAI' });
    await incident.command('U0ARAI', incident.room, 'update');
    await incident.send('U0ARAI', { known: '調査中', minutes: '30' });
    const before = incident.state.notifications.length;
    await desk.advance('PT31M');
    const woken = incident.state.notifications.slice(before).map(({ user }) => user);
    expect(woken).toEqual(['U0CS']);
    expect(desk.dms('cs').at(-1)?.text).toContain('過ぎています');
    expect(inRoom('過ぎています')).toEqual([]);
  });
});

test('a drill goes the whole way, says so in every message, and tells no other department', async () => {
  await incident.declare('U0SRELEAD', { title: '年次訓練', kind: ['drill'] });
  const room = incident.rooms()[1]?.id ?? '';
  const about = (from: number) =>
    incident.state.messages.slice(from).filter(({ user, onlyFor }) => user === 'U0TOBAN' && onlyFor === null);
  await incident.command('U0SRELEAD', room, 'cs +60');
  await desk.advance('PT6M');
  await incident.command('U0SRELEAD', room, 'update');
  await incident.send('U0SRELEAD', { known: '訓練です', minutes: '10' });
  await desk.advance('PT11M');
  await incident.command('U0SRELEAD', room, 'status');
  await incident.send('U0SRELEAD', { to: 'resolved' });
  const ours = about(0).filter((one) => one.channel === room || JSON.stringify(one).includes('INC-2'));
  expect(ours.length).toBeGreaterThan(7);
  expect(
    ours.filter((one) => !`${one.text}${shown(one)}`.includes('【訓練】')).map(({ text }) => text),
  ).toEqual([]);
  expect(desk.dms('cto').at(-1)?.text).toContain('【訓練】INC-2');
  expect(incident.said('C0SERVICEOPS')).not.toContain('INC-2');
  expect(shown(incident.messages(room).find(({ text }) => text.includes('にかかった時間')))).toContain(
    '集計には入りません',
  );
});
