import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import type { FileCell } from '../../local/sheets/index.ts';
import { parseConfig } from '../../shared/workspace/index.ts';
import { type Desk, openDesk } from './desk.ts';

let desk: Desk;
afterEach(() => desk.close());

type Locale = 'ja' | 'en';
/** The scene; `sheet` names another tab, so that nothing good was ever read. */
async function open(locale: Locale, sheet = '当番表') {
  const config = parseConfig(readFileSync('toban.yaml', 'utf8'));
  const rotas = config.rotas.map((rota) => ({ ...rota, sheet }));
  desk = await openDesk({ config: { ...config, rotas, workspace: { ...config.workspace, locale } } });
}
const sheets = () => {
  const { sheets } = desk.system.world;
  if (!sheets) throw new Error('no simulated spreadsheet');
  return sheets;
};
/** The card of a call made two minutes later, when what was read before no longer serves. */
async function callLater() {
  await desk.advance('PT2M');
  const call = await desk.say('cs', '@Toban 返却できない');
  const [card] = desk.thread(call);
  return card?.text ?? '';
}
const ACCOUNT = /toban-worker@local-project\.iam\.gserviceaccount\.com/;
const EMPTY = { timeZone: 'Asia/Tokyo', tabs: { 当番表: [], メンバー: [] } };
const addMember = (name: string, slack: string) => {
  sheets().setCell('mobility', 'メンバー!A8', name);
  sheets().setCell('mobility', 'メンバー!B8', slack);
};

type Story = [what: string, spoil: () => void, ja: RegExp, en: RegExp];

describe('a sheet that goes bad: the person of before is called, with what happened, what was done, what to do', () => {
  const stories: Story[] = [
    [
      'the tab is renamed',
      () => sheets().renameTab('mobility', '当番表', '当番表2026'),
      /「当番表」というタブがありません。2分前に読めた内容で当番を決めました。.*「当番表2026」に変わっていませんか。タブ名を戻すか/,
      /There is no tab "当番表"\. Duty was decided from the copy read 2 min ago\. Was it renamed to "当番表2026"\?/,
    ],
    [
      'the sheet is no longer shared',
      () => sheets().faults.set({ kind: 'not-shared' }),
      new RegExp(`開く権限がありません。2分前に読めた内容.*「共有」で ${ACCOUNT.source} を「閲覧者」に`),
      new RegExp(
        `may not open the rota spreadsheet.*2 min ago\\. Share .* with ${ACCOUNT.source} as a viewer`,
      ),
    ],
    [
      'everything is deleted',
      () => sheets().put('mobility', EMPTY),
      /「当番表」から当番を読み取れません。2分前に読めた内容で当番を決めました。見出しの行/,
      /No rota can be read from "当番表"\. Duty was decided .* Check that its header row/,
    ],
    [
      "today's formula breaks",
      () => sheets().setCell('mobility', desk.todaysCell(), { err: '#REF!' }),
      /当番表!C\d+ の数式がエラー（#REF!）です。編集中とみて、直前まで書かれていた「新井」の方を呼びます。数式を直すか/,
      /当番表!C\d+ holds a formula error \(#REF!\)\. As somebody may be editing it, "新井".* Correct the formula/,
    ],
    [
      'a namesake joins the members',
      () => addMember('新井', 'U0KATO'),
      /「新井」に当てはまる方が複数います。直前まで「新井」として呼ばれていた方を呼びます。フルネーム、メール、Slack ID/,
      /"新井" in 当番表!C\d+ may be several people\. Whoever "新井" meant just before is called\. Write the full name/,
    ],
  ];
  test.each(stories)('%s', async (_what, spoil, ja, en) => {
    for (const [locale, sentence] of [['ja', ja] as const, ['en', en] as const]) {
      if (locale === 'en') await desk.close();
      await open(locale);
      spoil();
      const card = await callLater();
      expect(card).toMatch(sentence);
      expect(card).toMatch(locale === 'ja' ? /呼び出し中\* · 新井 さくらさん/ : /Calling\* · 新井 さくら/);
      expect(desk.pinged()).toEqual(['arai']);
    }
  });
});

describe('a sheet that was never good: the fallback is called, and the card says why', () => {
  const stories: Story[] = [
    [
      'the tab is not there',
      () => undefined,
      /「別の表」というタブがありません。代わりの連絡先を呼びます。タブ名を戻すか/,
      /There is no tab "別の表"\. The fallback is called instead\. Rename the tab back/,
    ],
    [
      'it is not shared',
      () => sheets().faults.set({ kind: 'not-shared' }),
      new RegExp(`開く権限がありません。代わりの連絡先を呼びます。.*${ACCOUNT.source}`),
      new RegExp(`may not open.*The fallback is called instead\\..*${ACCOUNT.source}`),
    ],
    [
      'it is empty',
      () => sheets().put('mobility', { timeZone: 'Asia/Tokyo', tabs: { 別の表: [], メンバー: [] } }),
      /「別の表」から当番を読み取れません。代わりの連絡先を呼びます。見出しの行/,
      /No rota can be read from "別の表"\. The fallback is called instead\. Check that its header row/,
    ],
  ];
  test.each(stories)('%s', async (_what, spoil, ja, en) => {
    for (const [locale, sentence] of [['ja', ja] as const, ['en', en] as const]) {
      if (locale === 'en') await desk.close();
      await open(locale, '別の表');
      spoil();
      expect(await callLater()).toMatch(sentence);
      expect(desk.pinged()).toEqual(['mori']);
    }
  });

  test.each<[string, string, RegExp]>([
    ['#REF!', '#REF!', /数式がエラー（#REF!）です。代わりの連絡先を呼びました。数式を直すか/],
    [
      'a name that two people have',
      '新井',
      /「新井」は一人に決まりません。代わりの連絡先を呼びました。フルネーム/,
    ],
  ])('%s, once the edit is old, calls the fallback with the cell', async (_what, text, sentence) => {
    await open('ja');
    if (text === '新井') addMember('新井', 'U0KATO');
    else sheets().setCell('mobility', desk.todaysCell(), { err: text });
    await desk.advance('PT6M');
    const card = await callLater();
    expect(card).toMatch(/当番表!C\d+/);
    expect(card).toMatch(sentence);
    expect(desk.pinged()).toEqual(['mori']);
  });
});

describe('a sheet that is odd but right', () => {
  test('a name of emoji and right-to-left letters is somebody, and turns nothing round', async () => {
    await open('ja');
    const name = '🚗 \u202Eمحمد';
    const ono = desk.slack.workspace.user('U0ONO');
    if (!ono) throw new Error('no 小野');
    desk.slack.people.addUser({ ...ono, id: 'U0MOHAMED', realName: name, handle: 'mohamed' });
    addMember(name, 'U0MOHAMED');
    desk.typeToday(name);
    const card = await callLater();
    expect(card).toMatch(/呼び出し中\* · 🚗 محمدさん/);
    expect(card).not.toContain('\u202E');
    expect(desk.pinged()).toEqual(['U0MOHAMED']);
  });

  test("ten thousand rows name today's person in time", async () => {
    await open('ja');
    const rows = Array.from({ length: 10_000 }, (_, i): FileCell[] => {
      const day = new Date(Date.parse('2026-11-24') + (i - 9_000) * 86_400_000).toISOString();
      return [{ d: day.slice(0, 10) }, null, i === 9_000 ? '加藤' : '小野'];
    });
    const members: FileCell[][] = [
      ['名前', 'Slack'],
      ['加藤', 'U0KATO'],
      ['小野', 'U0ONO'],
    ];
    sheets().put('mobility', {
      timeZone: 'Asia/Tokyo',
      tabs: { 当番表: [['日付', '曜日', '担当'], ...rows], メンバー: members },
    });
    await desk.advance('PT2M');
    const start = performance.now();
    const call = await desk.say('cs', '@Toban 返却できない');
    expect(performance.now() - start).toBeLessThan(3_000);
    expect(desk.thread(call)[0]?.text).toContain('当番表!C9002');
    expect(desk.thread(call)[0]?.text).not.toContain('⚠️');
    expect(desk.pinged()).toEqual(['kato']);
  });
});
