import { readFileSync } from 'node:fs';
import { afterEach, expect, test } from 'vitest';
import { OPTIONAL, type Optional } from '../../shared/notification/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let room: RoomDesk | null = null;
afterEach(async () => {
  await room?.desk.close();
  room = null;
});

const source = readFileSync('toban.yaml', 'utf8')
  .replace('on: mon, at: "10:00"', 'on: wed, at: "10:00"')
  .replace(
    '  audiences:',
    '  audiences:\n    - { id: executives, name: { ja: 経営, en: Executives }, to: [U0CTO] }',
  )
  .concat('\npostmortem: { rules: [{ template: sre, due: 1d }] }\n');

const PEOPLE = ['U0SRELEAD', 'U0ARAI', 'U0KATO', 'U0CTO', 'U0CS'];
/** Whom each kind goes to in the scene, and how its words begin or go on. */
const KINDS: Readonly<Record<Optional, readonly [who: string, words: RegExp]>> = {
  handover: ['kato', /始まりました/],
  'shift-reminder': ['kato', /近づいています/],
  'cover-reminder': ['kato', /まだ.*承諾がありません/],
  'incident-receipt': ['mori', /\/receipt"/],
  'incident-update': ['cto', /証明書を入れ替え/],
  'update-overdue': ['mori', /状況連絡の予定.*過ぎています/],
  'action-reminder': ['mori', /アクションアイテムが1件/],
  'postmortem-lead': ['mori', /下書きができました/],
  'postmortem-overdue': ['mori', /ポストモーテム.*過ぎ/],
};

/** A day and a half in which every kind of optional message falls due. */
async function live(wanted: boolean): Promise<RoomDesk> {
  const incident = await openRoomDesk({ config: parseConfig(source) });
  room = incident;
  const { desk } = incident;
  const jump = async (to: string) => {
    desk.system.clock.moveTo(Date.parse(`2026-11-${to}+09:00`));
    for (let i = 0; i < 3; i += 1) {
      await desk.system.minute();
      await desk.system.settle();
    }
  };
  await desk.system.minute();
  if (!wanted)
    for (const user of PEOPLE) {
      const browser = new Browser(desk.system.url);
      await browser.signIn(user);
      const csrf = await browser.csrf('/settings/notifications');
      expect((await browser.post('/settings/notifications', { csrf })).status).toBe(303);
    }
  await incident.declare('U0SRELEAD', { title: '返却できない', service: 'rental' });
  await incident.command('U0SRELEAD', incident.room, 'roles');
  await incident.send('U0SRELEAD', { 'role-commander': 'U0SRELEAD' });
  await incident.command('U0SRELEAD', incident.room, 'update');
  await incident.send('U0SRELEAD', { known: '証明書を入れ替えています', minutes: '30' });
  await incident.command('U0SRELEAD', 'C0CSHELP', 'action INC-1 監視を足す');
  await incident.send('U0SRELEAD', { owner: 'U0SRELEAD', due: '2026-11-25' });
  await desk.slack.people.command('U0ARAI', 'C0CSHELP', '/oncall', 'cover <@U0KATO> 15:00-18:00');
  await desk.system.settle();
  await jump('24T12:45:00');
  await incident.command('U0SRELEAD', incident.room, 'status');
  await incident.send('U0SRELEAD', { to: 'resolved' });
  for (const to of ['24T14:30:00', '24T15:01:00', '24T18:01:00', '25T10:01:00', '25T13:30:00'])
    await jump(to);
  return incident;
}

const said = ({ desk }: RoomDesk, who: string) => desk.dms(who).map(({ text }) => text);

test('each kind of message comes to who has not turned it off', async () => {
  const { desk } = await live(true);
  const missing = OPTIONAL.filter((kind) => {
    const [who, words] = KINDS[kind];
    return !desk
      .dms(who)
      .some(({ text, message }) =>
        words.test(`${text.replace(/\n/g, ' ')} ${JSON.stringify(message.metadata)}`),
      );
  });
  expect(missing).toEqual([]);
});

test('with everything turned off none of them comes; what others rely on does, and the room is told in their place', async () => {
  const incident = await live(false);
  const { desk } = incident;
  expect(said(incident, 'mori')).toEqual([]);
  expect(said(incident, 'cto')).toEqual([]);
  const inRoom = incident.said(incident.room);
  expect(inRoom).toContain('過ぎています');
  for (const kind of ['handover', 'shift-reminder', 'cover-reminder'] as const)
    expect(
      said(incident, 'kato').filter((text) => KINDS[kind][1].test(text.replace(/\n/g, ' '))),
      kind,
    ).toEqual([]);
  // The request itself waits for an answer, and a call for help is a call for help.
  expect(said(incident, 'kato').join()).toContain('代理');
  await desk.say('cs', '@Toban 返却できません');
  expect(desk.dms('kato').at(-1)?.text).toContain('返却できません');
});

test('the page says what comes, what always comes and why, and keeps what is chosen for this person alone', async () => {
  room = await openRoomDesk();
  const [mori, misaki] = [new Browser(room.desk.system.url), new Browser(room.desk.system.url)];
  await mori.signIn('U0SRELEAD');
  await misaki.signIn('U0CS');
  const csrf = await mori.csrf('/settings/notifications');
  await mori.post('/settings/notifications', { csrf, want: ['handover', 'nonsense'] });
  const page = await mori.page('/settings/notifications?saved=1');
  expect(page.match(/type="checkbox"[^>]* checked/g)).toHaveLength(1);
  expect(mainOf(page)).toContain('保存しました');
  expect(mainOf(page)).toMatch(/いつも届くもの .* 呼び出し .*あなたが見なければ、誰も対応していません/);
  expect((await misaki.page('/settings/notifications')).match(/type="checkbox"[^>]* checked/g)).toHaveLength(
    OPTIONAL.length,
  );
});
