import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openSqliteStore } from '../../shared/adapters/sqlite/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { history } from './history.ts';
import { mainOf } from './incident-desk.ts';

const CHANNEL = 'C0INCIDENTS';
const YAML = `
rotas: [{ id: mobility, name: 車両, spreadsheet: mobility, sheet: 当番表, members: メンバー, handover: "10:00", fallback: [U0SRELEAD] }]
routes: [{ channel: C0CSHELP, rota: mobility }]
incident: { services: [{ id: rental, name: 貸出・返却, rota: mobility }] }
digest: { channel: ${CHANNEL}, weekly: { day: mon, at: "09:30" } }
`;
const config = parseConfig(YAML);
/** Labor Thanksgiving Day, half an hour before the digest of any other Monday. */
const HOLIDAY = Date.parse('2026-11-23T09:00:00+09:00');

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk({ config, startAt: HOLIDAY });
  const store = openSqliteStore({ file: desk.storeFile });
  await history(store, HOLIDAY, 13);
  await store.close();
  await desk.system.minute();
  await desk.system.settle();
});
afterAll(() => desk.close());

interface Block {
  readonly type: string;
  readonly text?: { readonly text: string };
  readonly slack_file?: { readonly id: string };
}
const told = () => desk.slack.workspace.state.messages.filter(({ channel }) => channel === CHANNEL);
const blocksOf = (i: number): readonly Block[] => (told().at(i)?.blocks ?? []) as Block[];

test('a holiday moves the digest to the next working day', async () => {
  await desk.advance('PT1H');
  expect(told()).toEqual([]);
  await desk.advance('PT23H45M');
  expect(told().map(({ text }) => text)).toEqual(['週報 2026-W47（11/16〜11/22）']);
});

test('it tells what happened, is open and lies ahead, with the picture of the week', () => {
  const words = blocksOf(0)
    .map(({ text }) => text?.text ?? '')
    .join('\n');
  expect(words).toMatch(/インシデント \d+件.*先週(より [+-]\d+|と同じ)\n呼び出し \d+件/);
  expect(words).toContain('*あったこと*');
  expect(words).toContain('*対応中のインシデント*');
  expect(words).toContain('*当番の負担 · 車両*');
  const shown = blocksOf(0).find(({ type }) => type === 'image');
  const file = desk.slack.workspace.state.files.find(({ id }) => id === shown?.slack_file?.id);
  const png = Buffer.from(file?.bytes ?? '', 'base64');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1_200, 630]);
  expect(file?.alt).toMatch(/^インシデント \d+件/);
  if (process.env.SCREENSHOTS) writeFileSync(`${process.env.SCREENSHOTS}/week.png`, png);
});

test('nobody is pinged by it, and the same week is told once, whatever is tried again', async () => {
  const { notifications } = desk.slack.workspace.state;
  expect(notifications.filter(({ channel }) => channel === CHANNEL)).toEqual([]);
  await desk.system.minute();
  await desk.advance('PT2H');
  expect(told()).toHaveLength(1);
});

test('the page of the week tells the same, and leads to the weeks around it', async () => {
  const lead = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
  expect((await lead.get('/weekly')).headers.get('location')).toBe('/weekly/2026-W47');
  const page = await lead.page('/weekly/2026-W47');
  const fact = /インシデント (\d+件)/.exec(blocksOf(0)[1]?.text?.text ?? '')?.[1];
  expect(mainOf(page)).toContain(`インシデント ${fact}`);
  expect(page).toContain('href="/weekly/2026-W46"');
  const running = mainOf(await lead.page('/weekly/2026-W48'));
  expect(running).toContain('今週はまだ終わっていません');
  for (const none of ['2026-W49', '2026-W99', 'x'])
    expect((await lead.get(`/weekly/${none}`)).status).toBe(404);
});

test('an answer of Slack that is lost does not make two, and a refused picture keeps no word back', async () => {
  // From Tuesday 11:45 to Monday 09:25.
  await desk.advance('PT141H40M');
  desk.slack.faults.plan('files.getUploadURLExternal', 'missing_scope');
  desk.slack.faults.plan('chat.postMessage', 'lost');
  await desk.advance('PT10M');
  const second = told().filter(({ text }) => text.includes('2026-W48'));
  expect(second).toHaveLength(1);
  expect(blocksOf(-1).some(({ type }) => type === 'image')).toBe(false);
});

test('a daily one tells of the day before on working days, without a picture', async () => {
  const daily = parseConfig(YAML.replace('digest: {', 'digest: { daily: "09:00",'));
  // Friday, 20 November; the Monday after is a holiday.
  const other = await openDesk({ config: daily, startAt: Date.parse('2026-11-20T08:55:00+09:00') });
  try {
    await other.system.minute();
    await other.advance('PT10M');
    await other.advance('P3D');
    const said = other.slack.workspace.state.messages.filter(({ channel }) => channel === CHANNEL);
    expect(said.map(({ text }) => text)).toEqual(['昨日のまとめ 11/19']);
    expect(JSON.stringify(said[0]?.blocks)).toContain('インシデント 0件');
  } finally {
    await other.close();
  }
});
