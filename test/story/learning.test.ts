import { readFileSync } from 'node:fs';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser, hiddenIn } from './browser.ts';
import { sendCorrection, worldOf } from './correction-desk.ts';
import type { Seen } from './desk.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

/** One incident from resolved to learnt from, over two weeks: each scene goes on from the one before. */
const yaml = readFileSync('toban.yaml', 'utf8');
const config = parseConfig(`${yaml}\ndigest: { channel: C0INCIDENTS, weekly: { day: mon, at: "09:30" } }\n`);
const WHOLE = '/postmortems/INC-1';

let room: RoomDesk;
let mori: Browser;
beforeAll(async () => {
  room = await openRoomDesk({ config });
  mori = new Browser(room.desk.system.url);
  await mori.signIn('U0SRELEAD');
  await room.declareFromCall();
});
afterAll(() => room?.desk.close());

const desk = () => room.desk;
const incidents = () => room.messages('C0INCIDENTS');
const cards = (channel: string, key: string): Seen[] =>
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
  desk().system.clock.moveTo(Date.parse(`${to}+09:00`));
  await desk().system.minute();
  await desk().system.settle();
}

async function status(to: string): Promise<void> {
  await room.command('U0ARAI', room.room, 'status');
  await room.send('U0ARAI', { to });
}

async function send(fields: Record<string, string>): Promise<string> {
  const answer = await mori.post(WHOLE, { csrf: await mori.csrf(WHOLE), ...fields });
  expect([fields.do, answer.status]).toEqual([fields.do, 303]);
  await desk().advance('PT2S');
  return mainOf(await mori.page(WHOLE));
}

async function write(section: string, source: string): Promise<void> {
  const path = `${WHOLE}/sections/${section}`;
  const shown = await mori.page(path);
  const fields = { csrf: hiddenIn(shown, 'csrf'), base: hiddenIn(shown, 'base'), do: 'save', source };
  expect((await mori.post(path, fields)).status).toBe(303);
}

test('resolved: within seconds its postmortem is there, with what is known and what is not', async () => {
  await room.command('U0ARAI', room.room, 'severity');
  await room.send('U0ARAI', { severity: 'SEV2', reason: '影響が広い' });
  await status('investigating');
  await desk().advance('PT30M');
  await status('resolved');
  const page = mainOf(await mori.page(WHOLE));
  expect(page).toContain('検知から解決まで30分');
  expect(page).toContain('ステータスを「解決」に変更');
  expect(page).toContain('☐ 未確認: 根本原因。なぜ起きたか');
  expect(cards(room.room, 'room-')).toHaveLength(1);
});

test('ready is refused with what is left, in the room as on the page; filled in, it is ready', async () => {
  await desk().press('arai', cards(room.room, 'room-')[0], '準備完了にする');
  expect(room.answer('arai')).toMatch(/「根本原因」が書かれている: .*未確認[\s\S]*レビュアーが決まっている/);
  await write('impact', '車両 120台、利用者 35人');
  await write('root-causes', '証明書の期限を誰も見ていなかった');
  await write('trigger', '証明書の期限切れ');
  const add = { csrf: await mori.csrf(WHOLE), do: 'add', nonce: '0', back: `${WHOLE}#actions` };
  const item = { title: '証明書の更新を自動にする', owner: '', due: '', priority: 'high', kind: 'prevent' };
  const incident = hiddenIn(await mori.page(WHOLE), 'incident');
  expect((await mori.post('/actions', { ...add, ...item, incident, link: '', note: '' })).status).toBe(303);
  const left = await send({ do: 'reviewers', others: '小野 健、U0CTO' });
  expect(left).toContain('あと1件です。');
  expect(left).toContain('1件に担当者か期限がありません（証明書の更新を自動にする）。');
  expect(cards(room.room, 'meeting')).toEqual([]);
  const id = /\/actions\/(act_[0-9a-f]+)/.exec(await mori.page(WHOLE))?.[1] ?? '';
  const shown = await mori.page(`/actions/${id}`);
  const owned = { ...item, owner: '小野 健さん', due: '2026-11-27', link: '', note: '' };
  const hidden = { csrf: hiddenIn(shown, 'csrf'), seen: hiddenIn(shown, 'seen'), back: WHOLE };
  expect((await mori.post(`/actions/${id}`, { ...hidden, do: 'edit', ...owned })).status).toBe(303);
  expect(await send({ do: 'move', to: 'ready' })).toContain('準備完了 ');
});

test('then the meeting: its card in the room, its file for calendars; then it is published', async () => {
  await send({ do: 'meeting', at: '2026-11-26T15:00', minutes: '30', link: 'https://meet.example/pm' });
  expect(cards(room.room, 'meeting')[0]?.text).toMatch(/11\/26\(木\) 15:00–15:30[\s\S]*1\. 概要/);
  const file = ICAL.parse(await mori.page(`${WHOLE}/meeting.ics`));
  const event = new ICAL.Event(new ICAL.Component(file).getFirstSubcomponent('vevent') ?? undefined);
  expect(event.startDate.toJSDate().toISOString()).toBe('2026-11-26T06:00:00.000Z');
  await send({ do: 'move', to: 'published' });
  expect(cards('C0INCIDENTS', 'announce')).toHaveLength(1);
});

test('on Monday the channel is told of the week, with its picture, and the owner of what is overdue', async () => {
  await jump('2026-11-30T09:35');
  // Slack takes a moment before it shows a picture.
  await desk().advance('PT10S');
  const digest = incidents().find(({ text }) => text.startsWith('週報 2026-W48'));
  const words = JSON.stringify(digest?.blocks);
  expect(words).toContain('インシデント 1件');
  expect(words).toContain('証明書の更新を自動にする');
  const blocks = (digest?.blocks ?? []) as { slack_file?: { id: string } }[];
  const image = blocks.find((one) => one.slack_file);
  const picture = room.state.files.find(({ id }) => id === image?.slack_file?.id);
  expect(
    Buffer.from(picture?.bytes ?? '', 'base64')
      .subarray(1, 4)
      .toString(),
  ).toBe('PNG');
  await jump('2026-11-30T10:00');
  const nag = () =>
    desk()
      .dms('ono')
      .filter(({ text }) => text.includes('アクションアイテムが'));
  expect(nag().map(({ text }) => text)).toHaveLength(1);
  expect(nag()[0]?.text).toContain('3日超過');
  await jump('2026-12-07T10:00');
  expect(nag()).toHaveLength(2);
  expect(nag()[1]?.text).toContain('10日超過 · 1週持ち越し');
});

test('times that are corrected change every number, and nobody hears of it', async () => {
  const numbers = async () => {
    await desk().advance('PT10M');
    return {
      incident: mainOf(await mori.page('/incidents/INC-1')),
      insights: await mori.page('/insights.csv?period=90d'),
      week: mainOf(await mori.page('/weekly/2026-W48')),
    };
  };
  const before = await numbers();
  expect(before.incident).toMatch(/検知から解決（TTR） 30分/);
  const world = worldOf(desk());
  const pings = room.state.notifications.length;
  const times = { 'time-started': '11/24 10:00', 'time-detected': '11/24 10:30' };
  expect((await sendCorrection(desk(), mori, '/incidents/INC-1', times)).status).toBe(303);
  const after = await numbers();
  expect(after.incident).toMatch(/発生から検知（TTD） 30分[\s\S]*検知から解決（TTR） 2時間/);
  expect(after.insights).not.toBe(before.insights);
  expect(after.week).not.toBe(before.week);
  expect(worldOf(desk())).toEqual(world);
  expect(room.state.notifications).toHaveLength(pings);
  // Whoever has quoted the published one reads there, and in what leaves it, that its facts are others now.
  const told = /INC-1 の発生、検知（/;
  expect(mainOf(await mori.page(WHOLE))).toMatch(
    new RegExp(`公開したあとで訂正されました: ${told.source}[^）]*）。本文は訂正前のままかもしれません`),
  );
  expect(await mori.page(`${WHOLE}/export.md`)).toMatch(
    new RegExp(`\\*\\*公開後の訂正\\*\\*: ${told.source}`),
  );
});
