import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type DriveStandIn, STAND_IN_FOLDER } from '../../local/drive/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser, hiddenIn } from './browser.ts';
import { mainOf } from './incident-desk.ts';
import { openRoomDesk, type RoomDesk } from './room-desk.ts';

let room: RoomDesk;
let drive: DriveStandIn;
let mori: Browser;
/** The address of its page. */
let address: string;
beforeAll(async () => {
  const config = parseConfig(
    `${readFileSync('toban.yaml', 'utf8')}\npostmortem: { docs: { folder: ${STAND_IN_FOLDER} } }\n`,
  );
  room = await openRoomDesk({ config });
  const { drive: standIn } = room.desk.system.world;
  if (!standIn) throw new Error('there is no stand-in');
  drive = standIn;
  mori = new Browser(room.desk.system.url);
  await mori.signIn('U0SRELEAD');
  await room.declare('U0SRELEAD', { title: '返却できない <b>太字</b>' });
  await room.command('U0SRELEAD', room.room, 'severity');
  await room.send('U0SRELEAD', { severity: 'SEV2', reason: '影響が広い' });
  await room.command('U0SRELEAD', room.room, 'status');
  await room.send('U0SRELEAD', { to: 'resolved' });
  await room.desk.advance('PT2M');
  address = /href="(\/postmortems\/pm_[0-9a-f]+)"/.exec(await mori.page('/incidents/INC-1'))?.[1] ?? '';
});
afterAll(() => room?.desk.close());

/** Presses the button, and lets the task run. */
async function press(at = address): Promise<number> {
  const { status } = await mori.post(at, { csrf: await mori.csrf(at), do: 'doc' });
  await room.desk.system.settle();
  return status;
}
const shown = async () => mainOf(await mori.page(address));
const linked = async () => /href="(http[^"]*\/document\/d\/[^"]+)"/.exec(await mori.page(address))?.[1];
async function rewrite(source: string): Promise<void> {
  const page = await mori.page(`${address}/sections/trigger`);
  const fields = { csrf: hiddenIn(page, 'csrf'), base: hiddenIn(page, 'base'), do: 'save', source };
  await mori.post(`${address}/sections/trigger`, fields);
}

test('what is wrong is said with whom to share the folder with, and the button stays', async () => {
  drive.folder(STAND_IN_FOLDER, { name: 'x', inSharedDrive: true, role: 'reader' });
  expect(await press()).toBe(303);
  expect(await shown()).toContain(`${drive.accountEmail} の権限を「コンテンツ管理者」にしてください。`);
  drive.folder(STAND_IN_FOLDER, { name: 'x', inSharedDrive: false, role: 'contentManager' });
  await press();
  expect(await shown()).toContain('サービスアカウントには自分の保存容量がありません。');
  drive.folder(STAND_IN_FOLDER, { name: 'x', inSharedDrive: true, role: 'contentManager' });
  expect(drive.files.size).toBe(0);
});

test('written in the folder, with its text, and linked from the page', async () => {
  await press();
  const [file] = drive.files.values();
  expect(file).toMatchObject({ name: '返却できない <b>太字</b>', parents: [STAND_IN_FOLDER] });
  expect(file?.source.text).toContain('## 概要');
  expect(file?.source.text).not.toContain('<b>太字');
  expect(await shown()).toContain('に書き出しました。');
  expect(await (await fetch((await linked()) ?? '')).text()).toContain('## 概要');
});

test('again, with another text: the same document; deleted: another, and the link follows', async () => {
  await rewrite('## きっかけ\n証明書の期限が切れた');
  await press();
  expect([...drive.files.values()].map(({ source }) => source.text.includes('証明書の期限'))).toEqual([true]);
  const before = await linked();
  drive.remove([...drive.files.keys()][0] ?? '', 'bin');
  await press();
  expect(drive.files.size).toBe(2);
  expect(await linked()).not.toBe(before);
});

test('Google does what was asked and the answer is lost: there is one document all the same', async () => {
  for (const id of drive.files.keys()) drive.remove(id, 'gone');
  drive.fail({ status: 503, reason: 'backendError', after: 'upload' });
  await press();
  await room.desk.advance('PT5M');
  expect(drive.files.size).toBe(1);
  expect(await shown()).toContain('に書き出しました。');
});

test('a private incident has no such button, and a form that sends it all the same is refused', async () => {
  await room.declare('U0SRELEAD', { title: '名簿の流出', kind: ['private'] });
  await room.command('U0SRELEAD', 'C0CSHELP', 'severity INC-2');
  await room.send('U0SRELEAD', { severity: 'SEV1', reason: '個人情報' });
  await room.command('U0SRELEAD', 'C0CSHELP', 'status INC-2');
  await room.send('U0SRELEAD', { to: 'resolved' });
  await room.desk.advance('PT2M');
  const page = await mori.page('/postmortems/INC-2');
  expect(mainOf(page)).not.toContain('Google ドキュメント');
  const of = /action="(\/postmortems\/pm_[0-9a-f]+)"/.exec(page)?.[1] ?? '';
  expect(await press(of)).toBe(422);
  expect(drive.files.size).toBe(1);
});
