import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { NOTHING_KNOWN, pushRunbook } from '../../shared/runbook/index.ts';
import { Browser } from './browser.ts';
import { type Desk, openDesk } from './desk.ts';
import { mainOf, rowsOf } from './incident-desk.ts';

const MORI = { user: 'U0SRELEAD', name: '森 由紀' };
const FIRST = `---
id: return-fails
title: 返却できない <b>
language: ja
match: { keywords: [返却], services: [rental] }
---
# 返却できない

まず<script>alert(1)</script>落ち着く。

## 事実をつかむ {#facts}

1. 何台ですか。 \`ask number as vehicles into impact.vehicles\`
2. **続いて**いますか。[手順](javascript:alert(1)) \`ask choice as ongoing\`
   - はい \`go #stop\`
   - いいえ

## 止める {#stop}

1. 運用の当番を呼ぶ \`do call rota mobility\`
2. 記録係に頼む \`by scribe optional\`
`;

let desk: Desk;
let mori: Browser;
let misaki: Browser;
const push = (source: string) =>
  pushRunbook(desk.system.store, source, MORI, NOTHING_KNOWN, desk.system.clock.now());

beforeAll(async () => {
  desk = await openDesk();
  mori = new Browser(desk.system.url);
  misaki = new Browser(desk.system.url);
  await mori.signIn('U0SRELEAD');
  await misaki.signIn('U0CS');
});
afterAll(() => desk?.close());

describe('the list of runbooks', () => {
  test('says what to do while there are none', async () => {
    expect(mainOf(await mori.page('/runbooks'))).toContain('まだランブックはありません');
  });

  test('shows when each is suggested, who changed it, how it stands, and finds by words', async () => {
    await push(FIRST);
    await push(FIRST.replace('return-fails', 'english').replace('language: ja', 'language: en'));
    const broken = FIRST.replace('return-fails', 'gone-role').replace('by scribe', 'by nobody');
    await push(broken.replace('返却できない <b>', '役割のない手順'));
    const rows = rowsOf(await mori.page('/runbooks'));
    expect(rows).toHaveLength(3);
    expect(rows.at(-1)).toContain('英語');
    const row = rows.find((one) => one.includes('return-fails.ja'));
    expect(row).toContain('返却できない &lt;b&gt;');
    expect(row).toContain('言葉: 返却 · サービス: 貸出・返却');
    expect(row).toContain('12:00 森 由紀さん');
    expect(row).toContain('問題なし');
    expect(row).toContain('実行 0回');
    expect(rows.find((one) => one.includes('gone-role'))).toContain('問題 1件');
    expect(rowsOf(await mori.page('/runbooks?q=役割'))).toHaveLength(1);
    expect(mainOf(await mori.page('/runbooks?q=決済'))).toContain('当てはまるランブックはありません');
  });

  test('offers writing to those who may', async () => {
    expect(await mori.page('/runbooks')).toContain('href="/runbooks/new"');
    expect(await misaki.page('/runbooks')).not.toContain('href="/runbooks/new"');
  });
});

describe('a runbook’s page', () => {
  test('is the document, with what each step does in words, and nothing hostile in it', async () => {
    const page = await misaki.page('/runbooks/return-fails.ja');
    const main = mainOf(page);
    expect(main).toContain('質問（数） → 影響する車両の数に書きます');
    expect(main).toContain('はい → 「止める」へ');
    expect(main).toContain('「車両オンコール」の当番を呼びます');
    expect(main).toContain('担当: 記録 · 任意');
    expect(page).toContain('<strong>続いて</strong>');
    expect(page).not.toMatch(/javascript:|<script>alert/);
    expect(page).not.toContain('/edit');
  });

  test('tells what is wrong with it since the configuration has changed', async () => {
    expect(mainOf(await mori.page('/runbooks/gone-role.ja'))).toContain('役割「nobody」は設定にありません。');
  });

  test('keeps every version, and shows what changed between two', async () => {
    await desk.advance('PT1H');
    await push(FIRST.replace('何台ですか。', '何台が返却できませんか。'));
    const page = await mori.page('/runbooks/return-fails.ja');
    const changes = /href="(\/runbooks\/return-fails\.ja\/changes\?[^"]+)"/.exec(page)?.[1] ?? '';
    const diff = await mori.page(changes.replaceAll('&amp;', '&'));
    expect(diff).toContain('追加 1行 · 削除 1行');
    expect(diff).toMatch(/<del>1\. 何台ですか。/);
    expect(diff).toMatch(/<ins>1\. 何台が返却できませんか。/);
    const old = /href="(\/runbooks\/return-fails\.ja\?version=[0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const before = mainOf(await mori.page(old));
    expect(before).toContain('12:00 に森 由紀さんが保存した古い版です。');
    expect(before).toContain('何台ですか。');
  });

  test.each([
    '/runbooks/none.ja',
    '/runbooks/return-fails.ja?version=0000000000000000',
    '/runbooks/return-fails.ja?version=../x',
    '/runbooks/return-fails.ja/changes?from=x&to=y',
    '/runbooks/..%2f..%2fx',
  ])('%s is no page', async (path) => {
    expect((await mori.get(path)).status).toBe(404);
  });
});
