import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dmOf } from '../../local/slack/index.ts';
import {
  applyPostmortem,
  type FoundPostmortem,
  listPostmortems,
  type PostmortemVerbs,
  postmortemById,
  saveSection,
  sectionsOf,
  setReviewers,
} from '../../shared/postmortem/index.ts';
import { PostmortemConfig } from '../../shared/postmortem/schemas.ts';
import { Browser } from './browser.ts';
import { sendCorrection, worldOf } from './correction-desk.ts';
import type { Seen } from './desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

const MORI = { user: 'U0SRELEAD', name: '森' };
const signal = new AbortController().signal;
let room: RoomDesk;
beforeAll(async () => {
  room = await openRoomDesk();
});
afterAll(() => room.desk.close());

/** What the pages work with, on the store of the running system. */
const verbs = (): PostmortemVerbs => {
  const { store, clock } = room.desk.system;
  const find = async (id: string) => ({ id, name: id, bot: false, deactivated: false, locale: 'ja-JP' });
  return {
    incidents: {
      calls: { store, clock, people: { find } as never },
      settings: { incident: { services: [], roles: [] }, severity: { duties: [] } } as never,
    },
    config: PostmortemConfig.parse({}),
    ai: null,
    locale: 'ja',
    zone: 'Asia/Tokyo',
    baseUrl: 'https://toban.example',
    actionItems: async () => [],
  };
};

async function found(): Promise<FoundPostmortem> {
  const query = { team: 'T0TOBAN', reader: MORI.user, stand: null, cursor: null };
  const [first] = (await listPostmortems(verbs(), query)).postmortems;
  const one = first && (await postmortemById(verbs(), first.id, MORI.user));
  if (!one) throw new Error('there is no postmortem');
  return one;
}

/** Messages that a postmortem posted, in a channel. */
const posted = (channel: string, key = ''): Seen[] =>
  room
    .messages(channel)
    .filter(({ metadata }) => new RegExp(`"pm_[0-9a-f]+/${key}`).test(JSON.stringify(metadata ?? '')))
    .map((message) => ({
      user: 'toban',
      text: JSON.stringify(message.blocks),
      buttons: [],
      message: structuredClone(message),
    }));

/** Days go by at once; what fell due in them is made up for. */
async function jump(to: string): Promise<void> {
  room.desk.system.clock.moveTo(Date.parse(`${to}+09:00`));
  await room.desk.system.minute();
  await room.desk.system.settle();
}

async function press(who: string, seen: Seen | undefined, label: string): Promise<void> {
  await room.desk.press(who, seen, label);
  await room.desk.advance('PT2S');
}

test('resolved: the draft is there with what is known, the room shows it, and its lead alone is told', async () => {
  const { desk } = room;
  await room.declareFromCall();
  await room.command('U0ARAI', room.room, 'severity');
  await room.send('U0ARAI', { severity: 'SEV2', reason: '影響が広い' });
  await room.command('U0ARAI', room.room, 'status');
  await room.send('U0ARAI', { to: 'resolved' });
  await desk.advance('PT2M');
  const one = await found();
  expect(one.state).toMatchObject({ state: 'draft', lead: { user: 'U0ARAI' } });
  const texts = Object.fromEntries((await sectionsOf(verbs(), one.state)).map(({ id, text }) => [id, text]));
  expect(texts.summary).toMatch(/^INC-1「.*」（SEV2/);
  expect(texts.timeline).toContain('ステータスを「解決」に変更');
  expect(texts['root-causes']).toBe('- [ ] 未確認: 根本原因。なぜ起きたか');
  expect(posted(room.room, 'room-')).toHaveLength(1);
  expect(posted(room.room, 'room-')[0]?.text).toContain('ポストモーテム 下書き');
  expect(posted(dmOf('U0ARAI'))).toHaveLength(1);
  expect(posted(dmOf('U0ARAI'))[0]?.text).toContain('期限は 11/30(月)');
});

test('a time that is put right stands in the draft too, where nobody has written; and nobody hears of it', async () => {
  const { desk } = room;
  const { path, state } = await found();
  const of = async (section: string) =>
    (await sectionsOf(verbs(), (await found()).state)).find(({ id }) => id === section);
  const impact = { section: 'impact', base: state.sections.impact?.version ?? 0, text: '車両 120台' };
  await saveSection(verbs(), path, impact, MORI);
  const mori = new Browser(desk.system.url);
  await mori.signIn('U0SRELEAD');
  const world = worldOf(desk);
  const rung = room.state.notifications.length;
  await sendCorrection(desk, mori, '/incidents/INC-1', { 'time-detected': '11/24 10:30', vehicles: '7' });
  await desk.advance('PT5S');
  expect((await of('summary'))?.text).toContain('2026/11/24(火) 10:30 JST に検知し');
  expect((await of('timeline'))?.text).toContain('検知: ');
  expect((await of('impact'))?.text).toBe('車両 120台');
  expect(worldOf(desk)).toEqual(world);
  expect(room.state.notifications).toHaveLength(rung);
  // What stays the same is no new version.
  const root = (await found()).state.sections['root-causes']?.version;
  expect(root).toBe(state.sections['root-causes']?.version);
});

test('the checklist keeps it from being ready, and says in the room to whoever pressed what is left', async () => {
  await press('arai', posted(room.room, 'room-')[0], '準備完了にする');
  expect(room.answer('U0ARAI')).toContain('「根本原因」が書かれている: 「未確認」が1か所残っています。');
  expect((await found()).state.state).toBe('draft');
  expect(posted(room.room, 'meeting')).toEqual([]);
});

test('late, its lead is reminded by direct message, and hears again on the next working day only', async () => {
  const { desk } = room;
  const { path } = await found();
  const dueAt = desk.system.clock.now() + 5 * 60_000;
  await applyPostmortem(verbs(), path, { type: 'set-due', dueAt, by: MORI });
  await desk.advance('PT1H');
  expect(posted(dmOf('U0ARAI'), 'overdue')).toHaveLength(1);
  expect(posted(dmOf('U0ARAI'), 'overdue')[0]?.text).toContain('を過ぎています');
  await jump('2026-11-25T13:30');
  expect(posted(dmOf('U0ARAI'), 'overdue')).toHaveLength(2);
});

test('its lead has left: the room hears of it instead, and that somebody else has to lead', async () => {
  const arai = room.state.users.find(({ id }) => id === 'U0ARAI');
  if (!arai) throw new Error('nobody is there');
  arai.deactivated = true;
  await jump('2026-11-27T13:40');
  expect(posted(dmOf('U0ARAI'), 'overdue')).toHaveLength(2);
  expect(posted(room.room, 'overdue')).toHaveLength(1);
  expect(posted(room.room, 'overdue')[0]?.text).toContain(
    'まとめ役の新井 さくらさんのアカウントは停止されています。ページでまとめ役を替えてください。',
  );
  arai.deactivated = false;
});

test('ready: the meeting is offered, with an agenda and an invitation', async () => {
  const one = await found();
  for (const { id, version } of await sectionsOf(verbs(), one.state))
    await saveSection(verbs(), one.path, { section: id, base: version, text: `${id}です` }, MORI);
  await setReviewers(verbs(), one, ['U0CTO'], MORI, signal);
  await press('mori', posted(room.room, 'room-')[0], '準備完了にする');
  expect((await found()).state.state).toBe('ready');
  const [card] = posted(room.room, 'meeting');
  expect(card?.text).toContain('1. 概要');
  await room.desk.press('mori', card, '会議を設定');
  const at = Math.floor(room.desk.system.clock.now() / 1_000) + 86_400;
  await room.send('U0SRELEAD', { at, minutes: '30', link: 'https://meet.example/pm' });
  expect(posted(room.room, 'meeting')).toHaveLength(1);
  expect(posted(room.room, 'meeting')[0]?.text).toContain('https://meet.example/pm');
  const browser = new Browser(room.desk.system.url);
  await browser.signIn('U0CS');
  const file = /\/postmortems\/pm_[0-9a-f]+\/meeting\.ics/.exec(
    posted(room.room, 'meeting')[0]?.text ?? '',
  )?.[0];
  const invitation = await browser.page(file ?? '');
  const event = new ICAL.Event(
    new ICAL.Component(ICAL.parse(invitation)).getFirstSubcomponent('vevent') ?? undefined,
  );
  expect([event.startDate.toJSDate().getTime() / 1_000, event.duration.toSeconds()]).toEqual([at, 1_800]);
});

test('published: the incidents channel hears of it once, and nobody is reminded any more', async () => {
  await press('mori', posted(room.room, 'room-')[0], '公開する');
  expect((await found()).state.state).toBe('published');
  expect(posted('C0INCIDENTS')).toHaveLength(1);
  const before = posted(dmOf('U0ARAI')).length;
  await room.desk.advance('PT10M');
  expect([posted('C0INCIDENTS').length, posted(dmOf('U0ARAI')).length]).toEqual([1, before]);
});

test('anywhere, the command says how it stands; private, nobody outside learns that there is one', async () => {
  const { desk } = room;
  const ask = async (user: string, channel: string, text: string) => {
    await desk.slack.people.command(user, channel, '/postmortem', text);
    await desk.system.settle();
    return room.answer(user);
  };
  expect(await ask('U0CS', 'C0CSHELP', 'INC-1')).toContain('ポストモーテム 公開済み');
  expect(await ask('U0CS', 'C0CSHELP', '')).toContain('書きかけのポストモーテムはありません。');
  await room.declare('U0SRELEAD', { title: '名簿の流出', kind: ['private'] });
  await room.command('U0SRELEAD', 'C0CSHELP', 'severity INC-2');
  await room.send('U0SRELEAD', { severity: 'SEV1', reason: '個人情報' });
  await room.command('U0SRELEAD', 'C0CSHELP', 'status INC-2');
  await room.send('U0SRELEAD', { to: 'resolved' });
  await desk.advance('PT2M');
  expect(await ask('U0CS', 'C0CSHELP', 'INC-2')).toContain('そのインシデントは見つかりません。');
  expect(await ask('U0CS', 'C0CSHELP', '')).not.toContain('名簿');
  expect(await ask('U0SRELEAD', 'C0CSHELP', 'INC-2')).toContain('ポストモーテム 下書き');
  expect(room.said('C0INCIDENTS')).not.toContain('名簿');
});
