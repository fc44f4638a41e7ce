import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { STAND_IN_FOLDER } from '../../local/drive/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { visitor } from './connect.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
  await desk.system.minute();
});
afterAll(() => desk.close());

test('admins see on a page what the command finds, in the same words; nothing is changed or said', async () => {
  const admin = await visitor(desk, 'U0SRELEAD');
  expect(await admin.page('/settings/doctor')).toMatch(
    /直すべき問題 0 件[\s\S]*問題のないところ[\s\S]*50 行を読み、4 人が見つかりました[\s\S]*毎分の実行が届いています/,
  );
  const { workspace, people } = desk.slack;
  const channel = workspace.channel('C0SERVICEOPS');
  if (!channel) throw new Error('the scene has changed');
  people.kick(channel, 'U0TOBAN');
  desk.typeToday('高橋');
  // A reading is kept for a moment, and a wrong cell is taken for somebody's typing at first.
  await desk.advance('PT10M');
  await desk.system.minute();
  const said = workspace.state.messages.length;
  const page = await admin.page('/settings/doctor');
  expect(page).toMatch(
    /確かめてください[\s\S]*C0SERVICEOPS に Toban がいません（incident\.audiences\.service-ops）/,
  );
  expect(page).toMatch(/→<\/span> このチャンネルで \/invite @Toban を実行してください/);
  expect(page).toMatch(/当番表!C\d+[^<]*高橋/);
  expect(page).not.toMatch(/xox[bp]-/);
  expect(workspace.state.messages).toHaveLength(said);
});

test('when Slack is away the page says so and still comes; others than admins do not get it', async () => {
  desk.slack.faults.plan('auth.test', '500', 2);
  expect(await (await visitor(desk, 'U0SRELEAD')).page('/settings/doctor')).toMatch(
    /Slack につながらず、確かめられませんでした/,
  );
  desk.slack.faults.clear();
  const agent = await visitor(desk, 'U0CS');
  expect((await agent.get('/settings/doctor')).status).toBe(403);
});

test('what the work lane alone may ask, it asks each hour for the page: the folder of Google Docs and the language model', async () => {
  const config = parseConfig(`${readFileSync('toban.yaml', 'utf8')}
postmortem: { docs: { folder: ${STAND_IN_FOLDER} } }
ai: { location: asia-northeast1, model: gemini-3.8-flash }
`);
  const other = await openDesk({ config });
  try {
    const { drive, gemini } = other.system.world;
    const admin = await visitor(other, 'U0SRELEAD');
    const page = () => admin.page('/settings/doctor');
    await other.system.minute();
    expect(await page()).toMatch(/注意[\s\S]*まだ確かめていません。1 時間ごとに確かめます/);
    drive?.folder(STAND_IN_FOLDER, { name: 'x', inSharedDrive: true, role: 'reader' });
    gemini?.answer(() => ({ status: 404 }));
    await other.advance('PT1H');
    const wrong = await page();
    expect(wrong).toContain(`${drive?.accountEmail} の権限を「コンテンツ管理者」にしてください。`);
    expect(wrong).toMatch(
      /asia-northeast1 に gemini-3\.8-flash というモデルがありません[\s\S]*toban\.yaml の ai\.model/,
    );
    drive?.folder(STAND_IN_FOLDER, { name: '振り返り', inSharedDrive: true, role: 'contentManager' });
    gemini?.answer(null);
    await other.advance('PT1H');
    const well = await page();
    expect(well).toMatch(
      /問題のないところ[\s\S]*振り返り[\s\S]*gemini-3\.8-flash（asia-northeast1）が応答しています/,
    );
    expect(well).not.toContain('まだ確かめていません');
  } finally {
    await other.close();
  }
});
