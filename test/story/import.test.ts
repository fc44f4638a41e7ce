import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { importCommand } from '../../cli/import/command.ts';
import { readEnv } from '../../shared/platform/config.ts';
import { notionExport, notionIncident } from '../notion-export.ts';
import { Browser } from './browser.ts';
import { worldOf } from './correction-desk.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf } from './incident-desk.ts';

const MANY = 500;
let desk: Desk;
let folder: string;
let file: string;
let lead: Browser;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'toban-import-'));
  file = join(folder, 'Export.zip');
  writeFileSync(file, notionExport(Array.from({ length: MANY }, (_, n) => notionIncident(n))));
  desk = await openDesk({ env: readEnv({ TOBAN_DATA: folder }) });
  lead = new Browser(desk.system.url);
  await lead.signIn('U0SRELEAD');
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

/** The command against the desk's store and its Slack; `stopAt`: its process dies when it says so many lines. */
async function toban(args: readonly string[], stopAt = Number.POSITIVE_INFINITY) {
  const { slackApiUrl = '', botToken = '' } = desk.system.world;
  const out: string[] = [];
  const code = await importCommand.run([file, ...args], {
    out(line) {
      out.push(line);
      if (out.length >= stopAt) throw new Error('killed');
    },
    err: () => undefined,
    env: { TOBAN_DATA: folder, SLACK_API_URL: slackApiUrl, SLACK_BOT_TOKEN: botToken, USER: 'mori' },
  });
  return { code, out, last: out.at(-1) ?? '' };
}
const counts = (last: string) => (JSON.parse(last) as { counts: unknown }).counts;
const ALL = { created: MANY, changed: 0, same: 0, refused: 0 };

test('500 incidents of a Notion export: tried, cut off, gone on with, seen on the pages, and nobody hears of it', async () => {
  const before = worldOf(desk);
  const report = join(folder, 'report.csv');
  const dry = await toban(['--dry-run', '--save', 'notion', '--report', report]);
  expect(dry.last).toBe('試行（何も書いていません）: 新規 500件、変更 0件、変更なし 0件、取り込めない 0件');
  expect(dry.code).toBe(0);
  const rows: string[][] = parse(readFileSync(report, 'utf8'), { bom: true });
  expect(rows).toHaveLength(MANY + 1);
  expect(rows[1]?.slice(0, 3)).toEqual(['新規', 'インシデント管理_all.csv 2行目', '返却できない']);
  expect(rows[1]?.at(-1)).toBe('「退職 太郎」は Slack に見つからないため、名前だけを残します。');
  expect(mainOf(await lead.page('/incidents'))).not.toContain('返却できない');

  await expect(toban(['--mapping', 'notion', '--json'], 330)).rejects.toThrow('killed');
  const rest = await toban(['--mapping', 'notion', '--json']);
  // What was in, but not yet noted as dealt with, is found to be in.
  const sum = counts(rest.last) as typeof ALL;
  expect(sum).toMatchObject({ changed: 0, refused: 0 });
  expect(sum.created + sum.same).toBe(MANY);
  expect(rest.out.length).toBeLessThan(MANY);
  expect(counts((await toban(['--mapping', 'notion', '--json'])).last)).toEqual({
    ...ALL,
    created: 0,
    same: MANY,
  });
  await desk.advance('PT10M');
  expect(worldOf(desk).channels).toEqual(before.channels);
  expect(worldOf(desk).messages).toEqual(before.messages);

  const list = mainOf(await lead.page('/incidents?from=2024-04-01&to=2024-04-30&severity=SEV1'));
  expect(list).toContain('返却できない');
  const html = await lead.page(`/incidents?q=${encodeURIComponent('（11件目）')}`);
  const label = /(INC-\d+)/.exec(mainOf(html))?.[1] ?? '';
  const shown = mainOf(await lead.page(`/incidents/${label}`));
  for (const part of ['SEV1 解決', '小野 健', '検知から解決（TTR） 2時間', 'moriさんが取り込み（notion:'])
    expect(shown).toContain(part);
  const address = /\/postmortems\/pm_[0-9a-f]{32}/.exec(await lead.page(`/incidents/${label}`))?.[0] ?? '';
  const postmortem = mainOf(await lead.page(address));
  for (const part of [
    '公開',
    '約12台が 返却できない, &quot;終日&quot;',
    '11件目の経緯 &lt;!channel&gt;',
    '見張りを置く',
  ])
    expect(postmortem).toContain(part);
  expect(mainOf(await lead.page('/insights?span=year&to=2024-12-31'))).toMatch(/\d/);
});
