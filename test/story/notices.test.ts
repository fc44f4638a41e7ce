import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { FileCell, SpreadsheetFile } from '../../local/sheets/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

/** A rota editor at work, and the lead who looks after the sheet. Tuesday 2026-11-24, noon. */
let desk: Desk;
afterEach(() => desk.slack.faults.clear());
async function open(sheet: string, file: SpreadsheetFile): Promise<void> {
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const rotas = config.rotas.map((rota) => ({ ...rota, sheet, owners: ['U0SRELEAD'] }));
  desk = await openDesk({ config: { ...config, rotas } });
  put(file);
  await minutes(6);
}

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

describe('the lead hears once, with the cell and what to do, when I …', () => {
  beforeAll(() => open('当番表', good()));
  afterAll(() => desk.close());

  test('but nothing while all is well', async () => {
    const before = told().length;
    await minutes(3);
    expect(told().length).toBe(before);
  });

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
      /当番表!B1: 一次当番の見出しが「担当」から「当番者」に変わりました/,
    ],
    [
      'delete the header of the second column',
      set(1, 2, 'メモ'),
      /「副担当」という見出しがなくなり、二次当番を読めません/,
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
      'hide the row of a day to come',
      (sheet) => Object.assign(sheet, { hiddenRows: [{ tab: '当番表', row: 8 }] }),
      /当番表!B8 の行は非表示ですが、「小野」を当番として読んでいます/,
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

describe('where each month has its tab, the lead hears once when I …', () => {
  const month = (name: string, ...days: string[]): FileCell[][] => [
    ['日付', '担当'],
    ...days.map((day): FileCell[] => [d(day), name]),
  ];
  const both = (december: FileCell[][] | null): SpreadsheetFile => ({
    timeZone: 'Asia/Tokyo',
    tabs: {
      '2026年11月': month('小野', ...Array.from({ length: 9 }, (_none, i) => `11-${22 + i}`)),
      ...(december && { '2026年12月': december }),
      メンバー: good().tabs.メンバー ?? [],
    },
  });
  const december = month(
    '森',
    ...Array.from({ length: 14 }, (_none, i) => `12-${String(i + 1).padStart(2, '0')}`),
  );
  beforeAll(() => open('{yyyy}年{m}月', both(december)));
  afterAll(() => desk.close());

  test.each<[string, FileCell[][] | null, RegExp]>([
    [
      'copy a month and leave its dates as they were',
      month('森', '11-22', '11-23', '11-24'),
      /タブ「2026年12月」と「2026年11月」がどちらも 2026-11 の当番表です/,
    ],
    [
      'forget the tab of next month',
      null,
      /来月のタブ「2026年12月」がまだありません。.*月が変わる前に作って/,
    ],
  ])('%s', async (_what, tab, sentence) => {
    const before = told().length;
    put(both(tab));
    await minutes(6);
    expect(told().slice(before).join('\n')).toMatch(sentence);
    expect(told().length - before).toBe(1);
    put(both(december));
    await minutes(6);
    expect(told().length - before).toBe(1);
  });
});
