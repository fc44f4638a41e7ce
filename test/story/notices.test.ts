import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { FileCell, SpreadsheetFile } from '../../local/sheets/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

/** A rota editor at work, and the lead who looks after the sheet. Tuesday 2026-11-24, noon. */
let desk: Desk;
afterAll(() => desk.close());
beforeAll(async () => {
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const rotas = config.rotas.map((rota) => ({ ...rota, owners: ['U0SRELEAD'] }));
  desk = await openDesk({ config: { ...config, rotas } });
  put(good());
  await minutes(3);
});

const d = (day: string): FileCell => ({ d: `2026-${day}` });
/** Row 2 is yesterday; three weeks, 小野 and 森 in turns. Both are in the help channel. */
const good = (): SpreadsheetFile => ({
  timeZone: 'Asia/Tokyo',
  tabs: {
    当番表: [
      ['日付', '担当', '副担当'],
      ...Array.from({ length: 21 }, (_, i): FileCell[] => {
        const day = new Date(Date.parse('2026-11-23') + i * 86_400_000).toISOString().slice(5, 10);
        return [d(day), i % 2 === 0 ? '小野' : '森', '森'];
      }),
    ],
    メンバー: [
      ['名前', 'Slack'],
      ['小野', 'U0ONO'],
      ['森', 'U0SRELEAD'],
      ['新井', 'U0ARAI'],
      ['林', 'U0GONE'],
      ['田辺', 'U0SOLO'],
    ],
  },
});
const put = (file: SpreadsheetFile) => desk.system.world.sheets?.put('mobility', file);
const minutes = async (count: number) => {
  for (let i = 0; i < count; i += 1) {
    await desk.advance('PT1M');
    await desk.system.minute();
    await desk.system.settle();
  }
};
const told = () =>
  desk
    .dms('mori')
    .map(({ text }) => text)
    .filter((text) => text.includes('直してほしいところがあります'));

type Edit = (sheet: SpreadsheetFile, rows: FileCell[][]) => void;
const set =
  (row: number, column: number, cell: FileCell): Edit =>
  (_sheet, rows) => {
    const line = rows[row - 1];
    if (line) line[column] = cell;
  };

test('nobody hears anything while all is well', async () => {
  const before = told().length;
  await minutes(3);
  expect(told().length).toBe(before);
});

describe('the lead hears once, with the cell and what to do, when I …', () => {
  test.each<[string, Edit, RegExp]>([
    ['leave a day empty', set(8, 1, null), /当番表!B8: 11\/29.*当番が決まっていません。名前を書くか/],
    [
      'leave a day out',
      (_s, rows) => rows.splice(8, 1),
      /当番表!A8: 11\/30.*の当番がありません（8, 9 行目の間）/,
    ],
    ['write one day twice', set(9, 0, d('11-29')), /当番表!A9: 8, 9 行目が同じ時に始まり/],
    ['write a name that nobody has', set(8, 1, '高橋'), /当番表!B8 の「高橋」さんが見つかりません/],
    ['break a formula', set(8, 1, { err: '#REF!' }), /当番表!B8 の数式がエラー（#REF!）です/],
    ['type a date as text', set(8, 0, '11月29日'), /当番表!A8 の「11月29日」は日付ではなく文字です/],
    [
      'do not count the year up',
      set(20, 0, { d: '2025-12-11' }),
      /当番表!A20 の 2025-12-11 は、2026-12-11 の間違い/,
    ],
    [
      'end a rota too soon',
      (_s, rows) => rows.splice(6),
      /当番表は 11\/28.* で終わります（当番表!A6）。続きを書いて/,
    ],
    [
      'name somebody whose account is closed',
      set(8, 1, '林'),
      /当番表!B8 の「林」さんの Slack アカウントは停止/,
    ],
    ['name a guest of one channel', set(8, 1, '田辺'), /当番表!B8 の「田辺」さんはシングルチャンネルゲスト/],
    [
      'name somebody who is not in the channel',
      set(8, 1, '新井'),
      /当番表!B8 の「新井 さくら」さんは #C0CSHELP にいません/,
    ],
    [
      'call the column something else',
      set(1, 1, '当番者'),
      /当番表!B1: primary の見出しが「担当」から「当番者」に変わりました/,
    ],
    [
      'delete the header of the second column',
      set(1, 2, 'メモ'),
      /「副担当」という見出しがなくなり、secondary の当番を読めません/,
    ],
    [
      'move the spreadsheet to another zone',
      (sheet) => Object.assign(sheet, { timeZone: 'America/New_York' }),
      /タイムゾーン（America\/New_York）が当番表のもの（Asia\/Tokyo）と違います/,
    ],
    [
      'merge cells over a name',
      (sheet) => Object.assign(sheet, { merges: [{ tab: '当番表', from: 'B8', to: 'B9' }] }),
      /当番表!B9 の値が結合セル（当番表!B8）に隠れています/,
    ],
    [
      'give two members one name',
      ({ tabs }) => tabs.メンバー?.push(['小野', 'U0KATO']),
      /の「小野」に当てはまる人が複数います.*フルネームで/,
    ],
  ])('%s', async (_what, edit, sentence) => {
    const before = told().length;
    const sheet = good();
    edit(sheet, sheet.tabs.当番表 ?? []);
    put(sheet);
    await minutes(2);
    const fresh = told().slice(before).join('\n');
    expect(fresh).toMatch(sentence);
    expect(fresh).not.toContain('引き継ぎ');
    await minutes(2);
    expect(told().length - before).toBe(1);
    // Put right again it is over, and nothing is said of that.
    put(good());
    await minutes(2);
    expect(told().length - before).toBe(1);
  });

  test('and again when the same comes back', async () => {
    const before = told().length;
    for (let i = 0; i < 2; i += 1) {
      const sheet = good();
      set(1, 1, '当番者')(sheet, sheet.tabs.当番表 ?? []);
      put(sheet);
      await minutes(2);
      put(good());
      await minutes(2);
    }
    expect(told().length - before).toBe(2);
  });

  test('but not because Slack could not be asked for a while', async () => {
    const sheet = good();
    set(8, 1, '新井')(sheet, sheet.tabs.当番表 ?? []);
    put(sheet);
    await minutes(2);
    const before = told().length;
    desk.slack.faults.plan('conversations.members', 'internal-error', 3);
    await minutes(12);
    await minutes(3);
    expect(told().length).toBe(before);
    put(good());
    await minutes(2);
  });
});
