import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Incident } from '../../shared/incident/index.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { NOON } from './desk.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

/** One workspace that moves to Berlin and back, each scene going on from the one before on the same data. */
const yaml = readFileSync('toban.yaml', 'utf8');
const config = parseConfig(`${yaml}\ndigest: { channel: C0INCIDENTS, weekly: { day: mon, at: "09:30" } }\n`);
const folder = mkdtempSync(join(tmpdir(), 'toban-zone-'));

let room: RoomDesk;
const open = async (timezone: string, startAt: number) => {
  const workspace = { ...config.workspace, timezone };
  const env = readEnv({ TOBAN_DATA: folder });
  await room?.desk.close();
  room = await openRoomDesk({ config: { ...config, workspace }, env, startAt });
};
beforeAll(() => open('Asia/Tokyo', NOON));
afterAll(async () => {
  await room.desk.close();
  rmSync(folder, { recursive: true, force: true });
});

async function jump(to: string): Promise<void> {
  const { system } = room.desk;
  system.clock.moveTo(Date.parse(to));
  await system.minute();
  await system.settle();
  // Slack takes a moment before it shows the digest's picture.
  await room.desk.advance('PT10S');
}
/** What has been sent so far: weeks told, and how often an owner and the channel were reminded. */
const sent = () => ({
  weeks: room.messages('C0INCIDENTS').flatMap(({ text }) => /^週報 ([\w-]+)/.exec(text)?.[1] ?? []),
  owner: room.desk.dms('ono').filter(({ text }) => text.includes('アクションアイテムが')).length,
  sums: room
    .messages('C0INCIDENTS')
    .filter(({ blocks }) => JSON.stringify(blocks).includes('今週のアクションアイテム')).length,
});
const incidentOf = async (number: number) => {
  const { store } = room.desk.system;
  const pointer = await store.get<{ record: string }>(`incident-numbers/T0TOBAN-${number}`);
  return (await store.get<Incident>(pointer?.data.record ?? ''))?.data;
};
const page = async (path: string) => {
  const lead = new Browser(room.desk.system.url);
  await lead.signIn('U0SRELEAD');
  return mainOf(await lead.page(path));
};

let first: ReturnType<typeof sent>;
let declaredAt: number | undefined;

test('in Tokyo the week is told on Monday, and who has something to do is reminded', async () => {
  await room.declare('U0SRELEAD', { title: '返却できない' });
  await room.command('U0SRELEAD', room.room, 'action 監視を足す');
  await room.send('U0SRELEAD', { owner: 'U0ONO', due: '2026-11-27' });
  // Monday in Tokyo, still Sunday in Berlin.
  await jump('2026-11-30T00:30+09:00');
  await room.declare('U0SRELEAD', { title: '真夜中の障害' });
  declaredAt = (await incidentOf(2))?.declaredAt;
  expect(await page('/weekly/2026-W48')).toContain('インシデント 1件');
  await jump('2026-11-30T10:05+09:00');
  first = sent();
  expect(first).toMatchObject({ weeks: ['2026-W48'], owner: 1, sums: 1 });
});

test('moved to Berlin, its Monday morning brings nothing again; weeks are those of Berlin, instants stay', async () => {
  await open('Europe/Berlin', Date.parse('2026-11-30T10:06+09:00'));
  await jump('2026-11-30T09:35+01:00');
  await jump('2026-11-30T10:05+01:00');
  expect(sent()).toEqual(first);
  expect((await incidentOf(2))?.declaredAt).toBe(declaredAt);
  expect(await page('/weekly/2026-W48')).toContain('インシデント 2件');
  expect(await page('/incidents/INC-2')).toContain('11/29(日) 16:30');
});

test('moved back on a Monday before Berlin had its turn, what is past in Tokyo is made up for at once, and once', async () => {
  await open('Asia/Tokyo', Date.parse('2026-12-07T09:00+01:00'));
  await jump('2026-12-07T17:05+09:00');
  const made = sent();
  expect(made).toMatchObject({ weeks: ['2026-W48', '2026-W49'], owner: 2, sums: 2 });
  await jump('2026-12-08T12:00+09:00');
  expect(sent()).toEqual(made);
});
